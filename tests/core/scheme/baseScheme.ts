import { parseScheme } from "../../../src/core/scheme/parseScheme";
import type { Scheme } from "../../../src/core/scheme/scheme";
import type { SchemeFileInput } from "../../../src/core/scheme/schemeFile";

/** A scheme of a base score alone: everybody starts with 100, bonus and deduction make the difference. */
export const baseFile: SchemeFileInput = {
  id: "base",
  name: "扣分制",
  fullMark: "100",
  base: "100",
  components: [],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  groups: null,
};

/** The scheme of a base score, changed in some keys. */
export function baseScheme(change: Partial<SchemeFileInput> = {}): Scheme {
  const outcome = parseScheme({ ...baseFile, ...change });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.scheme;
}
