export const pane = {
  "pane.title": "Performance assessment",
} as const;
