import type { FindingParameters } from "../findings/finding";
import { equalDecimals } from "../numbers/decimal";
import { formatWeight } from "../scoring/explainTotal";
import type { TotalFormula } from "../scoring/total";
import type { FindingCode } from "./catalogue";
import { schemeModel, type TotalModel } from "./totalModel";

/** One way in which the author's totals depart from the scheme's. */
export interface Departure {
  readonly code: FindingCode;
  readonly parameters: FindingParameters;
}

/** What a model of the author's totals does otherwise than the scheme, a code each. */
export function describeTotalModel(formula: TotalFormula, model: TotalModel): Departure[] {
  const own = schemeModel(formula);
  const departures: Departure[] = [];
  const { components } = formula;
  if (
    model.weights.some(
      (weight, index) => !equalDecimals(weight, own.weights[index] ?? { units: 0, places: 0 }),
    )
  ) {
    const list = (weights: TotalModel["weights"]) =>
      weights.map((weight, index) => `${components[index]?.name ?? ""}${formatWeight(weight)}`).join("、");
    departures.push({
      code: "totals-other-weights",
      parameters: { weights: list(model.weights), expected: list(own.weights) },
    });
  }
  if (!model.adjustments.bonus) departures.push({ code: "totals-without-bonus", parameters: {} });
  if (model.adjustments.deduction === "left-out")
    departures.push({ code: "totals-without-deduction", parameters: {} });
  if (model.adjustments.deduction === "added")
    departures.push({ code: "totals-deduction-added", parameters: {} });
  const { rounding } = model;
  const places = { places: rounding.places };
  if (rounding.byStep) departures.push({ code: "totals-rounded-by-step", parameters: places });
  else if (rounding.mode === "down") departures.push({ code: "totals-truncated", parameters: places });
  else if (rounding.places !== own.rounding.places)
    departures.push({ code: "totals-fewer-places", parameters: places });
  else if (rounding.mode !== own.rounding.mode)
    departures.push({ code: `totals-${rounding.mode}`, parameters: places });
  return departures;
}
