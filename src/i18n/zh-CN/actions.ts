export const actions = {
  "action.check": "检查工作簿",
  "action.rank": "生成排名",
  "step.reading": "正在读取工作簿",
  "step.recognising": "正在识别表格",
  "step.checking": "正在检查",
  "step.ranking": "正在计算排名",
  "step.composing": "正在编排",
  "step.writing": "正在写入",
} as const;
