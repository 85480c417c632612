import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { equalDecimals, formatDecimal, formatFixed } from "../numbers/decimal";
import { roundDecimal, type Rounding } from "../numbers/rounding";
import type { RankedUnit, Ranking } from "../ranking/ranking";
import { scoreSetOf } from "../ranking/rankAssessment";
import { explainTotal } from "../scoring/explainTotal";
import { totalFormula, type TotalFormula } from "../scoring/total";
import { byColumn, firstOfLargestColumn } from "./statedColumns";
import { findTotalModel, type FoundModel } from "./findTotalModel";
import type { StatedTotal } from "./totalModel";
import { describeTotalModel } from "./describeTotalModel";

/**
 * Compares the workbook's own totals with the exact ones (part 四, rule 10). A stated total with more decimals than
 * the scheme's is rounded first: it is the same total, only not yet rounded. Where many rows differ for one reason
 * (other weights, an adjustment left out, another rounding), that reason is one finding with the number of rows that
 * it reproduces; rows that it does not explain are findings of their own.
 */
export function checkStatedTotals(ranking: Ranking): Finding[] {
  const formula = totalFormula(ranking.scheme, ranking.dynamic);
  if (
    ranking.groups.every(({ ranked }) => ranked.every((unit) => isStatedRight(unit, ranking.scheme.rounding)))
  )
    return [];
  const rows = statedRows(ranking, formula);
  const whole = findTotalModel(formula, rows);
  if (whole) return explained(formula, rows, whole);
  const columns = byColumn(rows, ({ stated }) => stated);
  if (columns.length === 1) return rows.filter(isWrong).map((row) => differing(formula, row));
  return columns.flatMap((own) => {
    const model = findTotalModel(formula, own);
    return model ? explained(formula, own, model) : own.filter(isWrong).map((row) => differing(formula, row));
  });
}

function statedRows(ranking: Ranking, formula: TotalFormula): StatedTotal[] {
  const { rounding } = ranking.scheme;
  return ranking.groups.flatMap(({ ranked }) =>
    ranked.flatMap(({ unit, total }) => {
      const stated = unit.statedTotal;
      if (stated === null) return [];
      const right = isStatedRight({ unit, total }, rounding);
      return [{ unit, stated, total, set: scoreSetOf(formula, unit), right }];
    }),
  );
}

/** Whether a unit's stated total is the exact one, rounded or not yet rounded, or the workbook states none. */
function isStatedRight({ unit, total }: Pick<RankedUnit, "unit" | "total">, rounding: Rounding): boolean {
  return unit.statedTotal === null || equalDecimals(roundDecimal(unit.statedTotal.value, rounding), total);
}

function isWrong({ right }: StatedTotal): boolean {
  return !right;
}

function explained(formula: TotalFormula, rows: readonly StatedTotal[], model: FoundModel): Finding[] {
  const wrong = rows.filter(isWrong);
  const given = wrong.filter((row) => model.reproduces(row));
  const first = firstOfLargestColumn(given, ({ stated }) => stated);
  if (first === null) return wrong.map((row) => differing(formula, row));
  const place = { sheet: first.stated.sheet, cell: first.stated };
  const counts = { count: model.count, of: rows.length, differing: wrong.length };
  return [
    ...describeTotalModel(formula, model.model).map(({ code, parameters }) =>
      createFinding(code, place, { ...counts, ...parameters }),
    ),
    ...wrong.filter((row) => !model.reproduces(row)).map((row) => differing(formula, row)),
  ];
}

function differing(formula: TotalFormula, { unit, stated, total, set }: StatedTotal): Finding {
  return createFinding(
    "total-differs",
    { sheet: stated.sheet, cell: stated },
    {
      unit: unit.name,
      stated: formatDecimal(stated.value),
      computed: formatFixed(total, formula.scheme.rounding.places),
      explanation: explainTotal(formula, set) ?? "",
    },
  );
}
