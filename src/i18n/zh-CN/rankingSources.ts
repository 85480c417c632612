export const rankingSources = {
  "ranking.base": "基础分{base}",
  "ranking.plus-bonus": "+加分",
  "ranking.minus-deduction": "-扣分",
  "ranking.sources.changed":
    "注意：{count}个单位的来源数据在排名后已改动，名次未更新，请用任务窗格的“更新排名”",
  "ranking.sources.unit-changed": "来源已改动，名次未更新（排名时第{rank}名，{total}）",
  "ranking.sources.unranked-changed": "来源已改动，排名未更新",
  "ranking.sources.followed": "得分引用来源单元格，改动后自动重算；名次在更新排名后改变",
  "ranking.sources.some-values":
    "得分引用来源单元格，改动后自动重算；{count}处只能写成数值（见右列），更新排名后改变",
  "ranking.sources.values": "本表为数值，来源改动后不变；更新排名后改变",
  "ranking.sources.value-of": "数值：{names}",
} as const;
