import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { compareDecimals, formatDecimal, formatFixed } from "../numbers/decimal";
import type { Ranking } from "../ranking/ranking";
import { totalFormula } from "../scoring/total";
import { contains } from "../vocabulary/concepts";

/** More totals than this outside the range are one warning. */
const MAXIMUM_SINGLE = 3;

/** Totals above the full mark or below zero stand as they are, with a warning (rule 5). */
export function checkTotalRange(ranking: Ranking): Finding[] {
  const { fullMark } = totalFormula(ranking.scheme, ranking.dynamic);
  // Points that everybody starts with are no full mark: bonus is meant to lead above them.
  const { base, components } = ranking.scheme;
  const hasLimit = base === null && !components.some(({ name }) => contains(name, "base-points"));
  const outside = ranking.groups.flatMap(({ ranked }) =>
    ranked.filter(({ total }) => total.units < 0 || (hasLimit && compareDecimals(total, fullMark) > 0)),
  );
  const many = outside.length > MAXIMUM_SINGLE;
  return (many ? outside.slice(0, 1) : outside).map(({ unit, total }) =>
    createFinding(
      many ? "totals-outside" : "total-outside",
      { sheet: unit.source.sheet, cell: unit.source },
      {
        unit: unit.name,
        total: formatFixed(total, ranking.scheme.rounding.places),
        fullMark: formatDecimal(fullMark),
        count: outside.length,
      },
    ),
  );
}
