import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { compareDecimals, formatDecimal, formatFixed } from "../numbers/decimal";
import type { Ranking } from "../ranking/ranking";
import { totalFormula } from "../scoring/total";

/** Totals above the full mark or below zero stand as they are, with a warning (rule 5). */
export function checkTotalRange(ranking: Ranking): Finding[] {
  const { fullMark } = totalFormula(ranking.scheme, ranking.dynamic);
  return ranking.groups.flatMap(({ ranked }) =>
    ranked
      .filter(({ total }) => total.units < 0 || compareDecimals(total, fullMark) > 0)
      .map(({ unit, total }) =>
        createFinding(
          "total-outside",
          { sheet: unit.source.sheet, cell: unit.source },
          {
            unit: unit.name,
            total: formatFixed(total, ranking.scheme.rounding.places),
            fullMark: formatDecimal(fullMark),
          },
        ),
      ),
  );
}
