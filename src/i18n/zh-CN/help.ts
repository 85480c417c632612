/** Words of the functions' help page. They are not in `index.ts`: the page loads them by itself. */
export const help = {
  "help.title": "PERF 函数",
  "help.contents": "函数目录",
  "help.errors":
    "缺少数据或名称不明时，单元格显示 #N/A；数据有误时显示 #VALUE!。选中单元格，点击旁边的错误标志，可看到具体原因。缺少的得分从不按零分计算。",
  "help.ranges":
    "参数可以是一个单元格，也可以是一个区域：区域按行计算，结果自动溢出到下方单元格；一列与一个单元格一起使用时，单元格的值用于每一行。行数不同的区域显示 #VALUE!。",
  "help.made-up": "例中的数据均为虚构。",
  "help.note.total":
    "计算过程不舍入，只对总成绩按方案舍入一次（默认两位小数，四舍五入）。加分、扣分空白或写“无”“—”“/”时为零；扣分写成负数时按正数扣。",
  "help.note.weighted":
    "权重排成一行时，每个单位的得分也排成一行；权重排成一列时，每个单位的得分也排成一列。权重合计应恰好为 1 或 100。",
  "help.note.process":
    "没有应完成的节点时，过程得分不适用，既不是 0 也不是 100。结果不舍入，只在总成绩舍入一次。",
  "help.note.adjust": "弄虚作假无论几起，同一单位同一考评期只扣一次。",
  "help.note.rank":
    "比较的是舍入后的总成绩，打印出来相同的成绩一定并列。总成绩不是数值的行显示 #N/A，不占名次。",
  "help.note.ranking": "没有总成绩的单位排在本组最后，名次为空白。",
  "help.note.grade": "评定等次用的是舍入后的总成绩。",
  "help.note.survey": "回答“不了解”的人不计入。一行全部空白时结果为空白；只有部分空白时显示 #N/A。",
  "help.note.panel": "空白和“—”“无”不算票；超出 0 到 100 的票无效，不参加平均。",
  "help.note.unit": "只认名册中的全称和别称，不按相近的字猜测；有歧义时列出可能的单位。",
  "help.note.number": "没有可读出的数值时显示 #VALUE!，不作猜测。",
  "help.note.round": "half-up 为四舍五入；half-even 为四舍六入五成双。",
  "help.note.check": "与窗格中的“检查”使用同一套规则，只列错误和警告，不列提示。",
  "help.note.scheme": "rounding 和 ties 两项可以直接用作 PERF.ROUND 和 PERF.RANK 的参数。",
} as const;
