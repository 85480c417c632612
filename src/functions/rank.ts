import { rankTotals, type GroupedTotal } from "../core/ranking/rankTotals";
import { TIE_RULES } from "../core/scheme/scheme";
import { createRoster } from "../core/units/roster";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { isFault, type CellResult } from "./fault";
import { groupReader, totalAt } from "./groupedTotals";
import type { PerfFunctions } from "./host";
import { optionWord } from "./option";
import { perScheme } from "./perScheme";

/**
 * `PERF.RANK`: the rank of every total inside its group (rules 11 to 13), first the highest. Blank totals stay blank;
 * a total that is no number is `#N/A` in its own cell and takes no rank. Each group is sorted once.
 */
export function createRank(environment: FunctionEnvironment): PerfFunctions["rank"] {
  const rosterOf = perScheme(createRoster);
  return (totals, groups, method) => {
    const { scheme, translate } = environment;
    const ties = optionWord(method, translate("function.method"), TIE_RULES, translate);
    if (isFault(ties)) return [[ties]];
    const ungrouped = groups === undefined || groups === null;
    const groupAt = groupReader(rosterOf(scheme), translate);
    const ranked: GroupedTotal[] = [];
    const results = broadcast(
      [totals, groups],
      (place) => translate(place === 0 ? "function.total" : "function.group"),
      translate,
      ([totalCell, groupCell]) => {
        const total = totalAt(totalCell, translate);
        if (total === null) return "";
        if (isFault(total)) return total;
        const group = ungrouped ? "" : groupAt(groupCell);
        if (isFault(group)) return group;
        ranked.push({ group, total });
        // The place of this total among those to rank, until the ranks are known.
        return ranked.length - 1;
      },
    );
    const { ranks } = rankTotals(ranked, scheme.rounding, ties ?? scheme.ties, scheme.order);
    return results.map((row) =>
      row.map((cell): CellResult => (typeof cell === "number" ? (ranks[cell] ?? 0) : cell)),
    );
  };
}
