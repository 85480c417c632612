export const functions = {
  "function.bonus": "Bonus",
  "function.deduction": "Deduction",
  "function.missing": "{name} is missing",
  "function.text": "{name} is not a number: “{text}”",
  "function.error": "The cell of {name} has the error {error}",
  "function.bounds": "{name} must be from 0 to {maximum}; it is {value}",
  "function.heights": "{name} has {size} rows, {other} has {otherSize}: the numbers of rows differ",
  "function.widths": "{name} has {size} columns, {other} has {otherSize}: the numbers of columns differ",
  "function.components": "The scheme “{scheme}” has {count} components: use PERF.WEIGHTED",
  "function.too-long": "{name} is too large to be exact",
  "function.negative-bonus": "Bonus points cannot be negative",
  "function.separator": "; ",
} as const;
