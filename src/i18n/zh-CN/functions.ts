export const functions = {
  "function.bonus": "加分",
  "function.deduction": "扣分",
  "function.missing": "缺少{name}",
  "function.text": "{name}不是数值：“{text}”",
  "function.error": "{name}的单元格有错误：{error}",
  "function.bounds": "{name}应在 0 到 {maximum} 之间，现为 {value}",
  "function.heights": "{name}有 {size} 行，{other}有 {otherSize} 行，行数不一致",
  "function.widths": "{name}有 {size} 列，{other}有 {otherSize} 列，列数不一致",
  "function.components": "方案“{scheme}”有 {count} 项得分，请改用 PERF.WEIGHTED",
  "function.too-long": "{name}的数值过大，无法精确计算",
  "function.negative-bonus": "加分不能是负数",
  "function.separator": "；",
} as const;
