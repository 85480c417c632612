export const rankingSources = {
  "ranking.base": "base score {base}",
  "ranking.plus-bonus": " + bonus",
  "ranking.minus-deduction": " − deduction",
  "ranking.sources.changed":
    "Attention: the source data of units have changed since the ranking (units: {count}). Ranks are not updated: use “Update ranking” in the task pane",
  "ranking.sources.unit-changed": "Source changed, rank not updated (was rank {rank} with {total})",
  "ranking.sources.unranked-changed": "Source changed, ranking not updated",
  "ranking.sources.followed":
    "Scores refer to their source cells and recalculate; ranks change when the ranking is updated",
  "ranking.sources.some-values":
    "Scores refer to their source cells and recalculate; figures that can only be values (see the next column): {count}, they change when the ranking is updated",
  "ranking.sources.values": "This sheet holds values; they change when the ranking is updated",
  "ranking.sources.value-of": "Value: {names}",
} as const;
