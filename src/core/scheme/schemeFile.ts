import * as v from "valibot";

/** A decimal as text, so that nothing passes through binary floating point. */
const decimalText = v.pipe(v.string(), v.regex(/^-?\d{1,8}(\.\d{1,7})?$/, "decimal"));
const positiveDecimal = v.pipe(v.string(), v.regex(/^\d{1,8}(\.\d{1,7})?$/, "decimal"));
const name = v.pipe(v.string(), v.trim(), v.minLength(1, "empty"));
const count = v.pipe(v.number("number"), v.integer("integer"), v.minValue(1, "positive"));
const names = v.optional(v.array(name), []);

const component = v.strictObject({
  id: name,
  name,
  aliases: names,
  max: positiveDecimal,
  weight: positiveDecimal,
});

const adjustment = v.strictObject({
  id: name,
  name,
  aliases: names,
  kind: v.picklist(["bonus", "deduction", "veto"], "choice"),
  points: v.optional(positiveDecimal, "0"),
  per: v.optional(v.picklist(["time", "once"], "choice"), "time"),
  cap: v.optional(positiveDecimal),
});

const unit = v.strictObject({ id: name, name, aliases: names, likelyAliases: names });
const group = v.strictObject({ id: name, name, units: v.array(unit) });

const line = v.union(
  [
    v.strictObject({ count }),
    v.strictObject({ share: positiveDecimal, atLeastOne: v.optional(v.boolean(), false) }),
    v.strictObject({ score: decimalText }),
  ],
  "line",
);

/**
 * The scheme file as it stands on disk or in the workbook: decimals are strings, unknown keys are refused with
 * their path, and what is optional takes the default of the rules.
 */
export const schemeFile = v.strictObject({
  id: name,
  name,
  fullMark: positiveDecimal,
  components: v.pipe(v.array(component), v.minLength(1, "empty")),
  adjustments: v.optional(v.array(adjustment), []),
  rounding: v.strictObject({
    places: v.pipe(v.number("number"), v.integer("integer"), v.minValue(0, "range"), v.maxValue(6, "range")),
    mode: v.picklist(["half-up", "half-even"], "choice"),
  }),
  ties: v.picklist(["competition", "dense", "ordinal"], "choice"),
  tieBreak: names,
  groups: v.nullable(v.array(group)),
  refusedNames: v.optional(v.array(v.strictObject({ text: name, why: v.string() })), []),
  bonusCap: v.optional(positiveDecimal),
  deductionCap: v.optional(positiveDecimal),
  minimumTotal: v.optional(decimalText),
  sanctions: v.optional(v.picklist(["sum", "highest"], "choice"), "sum"),
  year: v.optional(v.pipe(v.number("number"), v.integer("integer"), v.minValue(1900), v.maxValue(9999))),
  periods: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^(annual|h[12]|q[1-4]|m(0[1-9]|1[0-2]))$/, "period"))),
    ["q1", "h1", "q3", "annual"],
  ),
  dynamic: v.optional(v.strictObject({ without: v.array(name), convert: v.optional(v.boolean(), false) })),
  lines: v.optional(v.strictObject({ praise: v.optional(line), criticism: v.optional(line) }), {}),
  grades: v.optional(v.array(v.strictObject({ name, from: decimalText })), []),
  survey: v.optional(
    v.strictObject({
      satisfied: positiveDecimal,
      fairlySatisfied: positiveDecimal,
      dissatisfied: positiveDecimal,
    }),
    { satisfied: "100", fairlySatisfied: "75", dissatisfied: "55" },
  ),
  panel: v.optional(
    v.strictObject({ trimFrom: v.pipe(v.number("number"), v.integer("integer"), v.minValue(3, "range")) }),
    {
      trimFrom: 6,
    },
  ),
});

/** A scheme file after its defaults are filled in. */
export type SchemeFile = v.InferOutput<typeof schemeFile>;
/** A scheme file as an office writes it. */
export type SchemeFileInput = v.InferInput<typeof schemeFile>;
