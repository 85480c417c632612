/** Words of the functions' help page. They are not in `index.ts`: the page loads them by itself. */
export const help = {
  "help.title": "PERF functions",
  "help.contents": "Functions",
  "help.errors":
    "Where data is missing or a name is not known, the cell shows #N/A; where data is wrong, #VALUE!. Select the cell and click the error sign beside it to read why. A missing score never counts as zero.",
  "help.ranges":
    "An argument may be one cell or a range: ranges are taken row by row, and the results spill into the cells below. A single cell beside a column is used for every row. Ranges of different heights give #VALUE!.",
  "help.made-up": "All figures in the examples are made up.",
  "help.note.total":
    "Calculated in exact decimals and rounded once at the end, as the scheme says (two places, half up, unless it says otherwise). A bonus or deduction that is blank or says 无, — or / is zero; a deduction written as a negative number counts by its size.",
  "help.note.weighted":
    "With weights in a row, each unit's scores stand in a row; with weights in a column, in a column. Weights must sum to exactly 1 or 100.",
  "help.note.process":
    "Where no node is due, the process score does not apply: it is neither 0 nor 100. It is not rounded; rounding comes once, with the total.",
  "help.note.adjust": "Fraud is deducted once for a unit and period, however many cases there are.",
  "help.note.rank":
    "Rounded totals are compared: totals that print alike always tie. A total that is no number shows #N/A and takes no rank.",
  "help.note.ranking": "Units without a total stand last in their group, with a blank rank.",
  "help.note.grade": "Rounded totals are graded.",
  "help.note.survey":
    "People who answered 不了解 are left out. A row that is all blank stays blank; a row with some blanks shows #N/A.",
  "help.note.panel":
    "Blanks, — and 无 are no ballots; a ballot outside 0 to 100 is void and left out of the mean.",
  "help.note.unit":
    "Only full names and accepted short names of the roster are taken; a near name is never guessed. For an ambiguous name the units that it could be are listed.",
  "help.note.number": "Where no number can be read, #VALUE!: nothing is guessed.",
  "help.note.round":
    "half-up rounds halves away from zero (四舍五入); half-even rounds them to even (GB/T 8170).",
  "help.note.check":
    "By the same rules as Check in the pane; errors and warnings, no hints. Messages follow the display language.",
  "help.note.scheme": "The values of rounding and ties can be given to PERF.ROUND and PERF.RANK as they are.",
} as const;
