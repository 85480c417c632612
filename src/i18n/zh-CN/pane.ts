export const pane = {
  "pane.title": "绩效考评",
} as const;
