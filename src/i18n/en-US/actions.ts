export const actions = {
  "action.check": "Check workbook",
  "action.rank": "Generate ranking",
  "step.reading": "Reading the workbook",
  "step.recognising": "Recognising tables",
  "step.checking": "Checking",
  "step.ranking": "Ranking",
  "step.composing": "Composing",
  "step.writing": "Writing",
} as const;
