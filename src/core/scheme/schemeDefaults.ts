/** What a scheme file need not say: the defaults of the rules. */
export const SCHEME_DEFAULTS = {
  adjustments: [],
  order: "descending" as const,
  tieBreak: [],
  refusedNames: [],
  sanctions: "sum" as const,
  periods: ["q1", "h1", "q3", "annual"],
  lines: {},
  grades: [],
  survey: { satisfied: "100", fairlySatisfied: "75", dissatisfied: "55" },
  panel: { trimFrom: 6 },
};
