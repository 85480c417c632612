/** What a cell says before the functions and their own messages are there. */
export const functionsLoading = {
  "function.not-loaded": "PERF 函数未能载入，请检查网络，按 Ctrl+Alt+F9 重新计算",
} as const;
