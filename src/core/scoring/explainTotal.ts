import { formatDecimal, formatFixed, type Decimal } from "../numbers/decimal";
import { addendsOf, computeTotal, type ScoreSet, type TotalFormula } from "./total";

/**
 * A total as a clerk would write it out: `92.5×55%+88×30%+90×10%+85.25×5%+2−1 = 91.54`. Null when there is no total.
 * A weight of 1 is left out.
 */
export function explainTotal(formula: TotalFormula, set: ScoreSet): string | null {
  const result = computeTotal(formula, set);
  if (result.kind !== "total") return null;
  const terms = addendsOf(formula, set).map(({ factor, by }) => ({
    negative: factor.units < 0,
    text:
      formatDecimal({ units: Math.abs(factor.units), places: factor.places }) +
      (by === undefined ? "" : weightFactor(by)),
  }));
  const sum = terms
    .map(({ negative, text }, index) => (negative ? "−" : index > 0 ? "+" : "") + text)
    .join("");
  const total = formatFixed(result.total, formula.scheme.rounding.places);
  return `${sum || "0"} = ${total.replace("-", "−")}`;
}

/** A weight as a percentage: 0.55 → `55%`, 0.125 → `12.5%`. */
export function formatWeight(weight: Decimal): string {
  const places = Math.max(weight.places, 2);
  const scaled = { units: weight.units * 10 ** (places - weight.places), places: places - 2 };
  return `${formatDecimal(scaled)}%`;
}

function weightFactor(weight: Decimal): string {
  return formatDecimal(weight) === "1" ? "" : `×${formatWeight(weight)}`;
}
