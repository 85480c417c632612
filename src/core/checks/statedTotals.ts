import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { equalDecimals, formatDecimal, formatFixed } from "../numbers/decimal";
import { roundDecimal } from "../numbers/rounding";
import type { Ranking } from "../ranking/ranking";
import { scoreSetOf } from "../ranking/rankAssessment";
import { explainTotal } from "../scoring/explainTotal";
import { totalFormula } from "../scoring/total";

/**
 * Compares the workbook's own totals with the exact ones (part 四, rule 10). A stated total with more decimals than
 * the scheme's is rounded first: it is the same total, only not yet rounded.
 */
export function checkStatedTotals(ranking: Ranking): Finding[] {
  const formula = totalFormula(ranking.scheme, ranking.dynamic);
  const { rounding } = ranking.scheme;
  return ranking.groups.flatMap(({ ranked }) =>
    ranked.flatMap(({ unit, total }) => {
      const stated = unit.statedTotal;
      if (stated === null || equalDecimals(roundDecimal(stated.value, rounding), total)) return [];
      return [
        createFinding(
          "total-differs",
          { sheet: stated.source.sheet, cell: stated.source },
          {
            unit: unit.name,
            stated: formatDecimal(stated.value),
            computed: formatFixed(total, rounding.places),
            explanation: explainTotal(formula, scoreSetOf(formula, unit)) ?? "",
          },
        ),
      ];
    }),
  );
}
