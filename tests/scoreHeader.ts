/** The header of a score table as offices have it, under the built-in scheme. */
export const SCORE_HEADER = [
  "组别",
  "单位",
  "结果得分",
  "过程得分",
  "领导评价得分",
  "公众评议得分",
  "加分",
  "扣分",
  "总成绩",
  "名次",
] as const;
