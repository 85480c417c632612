/** What a cell says before the functions and their own messages are there. */
export const functionsLoading = {
  "function.not-loaded":
    "The PERF functions could not be loaded: check the network, then recalculate with Ctrl+Alt+F9",
} as const;
