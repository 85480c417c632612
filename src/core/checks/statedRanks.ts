import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { formatDecimal } from "../numbers/decimal";
import type { Ranking } from "../ranking/ranking";

/**
 * Compares the workbook's own ranks with those of the exact totals inside each group (rules 11 to 13). Where units of
 * the group are kept out of the ranking, the author may have ranked them: a rank that is later by no more than their
 * number is not called wrong.
 */
export function checkStatedRanks(ranking: Ranking): Finding[] {
  return ranking.groups.flatMap(({ ranked, unranked }) =>
    ranked.flatMap(({ unit, rank }) => {
      const stated = unit.statedRank;
      if (stated === null) return [];
      const { units, places } = stated.value;
      if (places === 0 && units >= rank && units <= rank + unranked.length) return [];
      return [
        createFinding(
          "rank-differs",
          { sheet: stated.source.sheet, cell: stated.source },
          { unit: unit.name, stated: formatDecimal(stated.value), computed: rank },
        ),
      ];
    }),
  );
}
