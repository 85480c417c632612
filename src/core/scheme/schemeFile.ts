import * as v from "valibot";
import { ROUNDING_MODES } from "../numbers/rounding";
import { RANKING_ORDERS, TIE_RULES } from "./scheme";
import { SCHEME_DEFAULTS } from "./schemeDefaults";

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
  base: v.optional(decimalText),
  components: v.array(component),
  adjustments: v.optional(v.array(adjustment), SCHEME_DEFAULTS.adjustments),
  rounding: v.strictObject({
    places: v.pipe(v.number("number"), v.integer("integer"), v.minValue(0, "range"), v.maxValue(6, "range")),
    mode: v.picklist(ROUNDING_MODES, "choice"),
  }),
  ties: v.picklist(TIE_RULES, "choice"),
  order: v.optional(v.picklist(RANKING_ORDERS, "choice"), SCHEME_DEFAULTS.order),
  tieBreak: v.optional(v.array(name), SCHEME_DEFAULTS.tieBreak),
  groups: v.nullable(v.array(group)),
  refusedNames: v.optional(
    v.array(v.strictObject({ text: name, why: v.string(), units: v.optional(v.array(name)) })),
    SCHEME_DEFAULTS.refusedNames,
  ),
  bonusCap: v.optional(positiveDecimal),
  deductionCap: v.optional(positiveDecimal),
  minimumTotal: v.optional(decimalText),
  sanctions: v.optional(v.picklist(["sum", "highest"], "choice"), SCHEME_DEFAULTS.sanctions),
  year: v.optional(v.pipe(v.number("number"), v.integer("integer"), v.minValue(1900), v.maxValue(9999))),
  periods: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^(annual|h[12]|q[1-4]|m(0[1-9]|1[0-2]))$/, "period"))),
    SCHEME_DEFAULTS.periods,
  ),
  dynamic: v.optional(v.strictObject({ without: v.array(name), convert: v.optional(v.boolean(), false) })),
  lines: v.optional(
    v.strictObject({ praise: v.optional(line), criticism: v.optional(line) }),
    SCHEME_DEFAULTS.lines,
  ),
  grades: v.optional(v.array(v.strictObject({ name, from: decimalText })), SCHEME_DEFAULTS.grades),
  survey: v.optional(
    v.strictObject({
      satisfied: positiveDecimal,
      fairlySatisfied: positiveDecimal,
      dissatisfied: positiveDecimal,
    }),
    SCHEME_DEFAULTS.survey,
  ),
  panel: v.optional(
    v.strictObject({ trimFrom: v.pipe(v.number("number"), v.integer("integer"), v.minValue(3, "range")) }),
    SCHEME_DEFAULTS.panel,
  ),
});

/** A scheme file after its defaults are filled in. */
export type SchemeFile = v.InferOutput<typeof schemeFile>;
/** A scheme file as an office writes it. */
export type SchemeFileInput = v.InferInput<typeof schemeFile>;
