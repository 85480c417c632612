import { createRoster } from "../core/units/roster";
import { contentOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { isFault, notAvailable, type CellResult, type Fault } from "./fault";
import { groupKeyOf, groupReader, totalAt } from "./groupedTotals";
import type { PerfFunctions } from "./host";
import { optionContent } from "./option";
import { perScheme } from "./perScheme";
import { rankingTable, type RankingEntry } from "./rankingTable";
import { reasonOf, textOf } from "./reason";
import type { FunctionWords } from "./words";

/**
 * `PERF.RANKING`: a table of group, rank, unit and total; groups in order of appearance, in each the first rank first,
 * then the units without a total, with a blank rank. With `group`, that group alone: rank, unit, total.
 */
export function createRanking(environment: FunctionEnvironment): PerfFunctions["ranking"] {
  const rosterOf = perScheme(createRoster);
  return (units, groups, totals, group) => {
    const { scheme, translate } = environment;
    const roster = rosterOf(scheme);
    const wanted = optionContent(group, translate("function.group"), translate);
    if (isFault(wanted)) return [[wanted]];
    const entries = entriesOf(units, groups, totals, groupReader(roster, translate), translate);
    if (isFault(entries)) return [[entries]];
    if (wanted === null)
      return entries.length > 0 ? rankingTable(entries, scheme, true) : [[noUnits(translate)]];
    const name = textOf(wanted);
    const members = entries.filter((entry) => entry.group === groupKeyOf(name, roster));
    if (members.length > 0) return rankingTable(members, scheme, false);
    return [[notAvailable(translate("function.no-such-group", { name }))]];
  };
}

function noUnits(translate: FunctionWords): Fault {
  return notAvailable(translate("function.no-units"));
}

const ARGUMENT_NAMES = ["function.unit", "function.group", "function.total"] as const;

/** The units of the ranges; rows that are blank but for their group are passed over. */
function entriesOf(
  units: unknown,
  groups: unknown,
  totals: unknown,
  groupAt: (cell: unknown) => string | Fault,
  translate: FunctionWords,
): RankingEntry[] | Fault {
  const ungrouped = groups === undefined || groups === null;
  const entries: RankingEntry[] = [];
  const [[misfit = ""] = []] = broadcast(
    [units, groups, totals],
    (place) => translate(ARGUMENT_NAMES[place] ?? "function.total"),
    translate,
    ([unitCell, groupCell, totalCell]) => {
      const unit = unitAt(unitCell, translate);
      const total = totalAt(totalCell, translate);
      if (unit === null && total === null) return "";
      const group = ungrouped ? "" : groupAt(groupCell);
      entries.push({
        group: isFault(group) ? "" : group,
        groupCell: isFault(group) ? group : textOf(contentOf(groupCell)),
        unitCell: unit ?? notAvailable(translate("function.missing", { name: translate("function.unit") })),
        total,
        takesRank: unit !== null && !isFault(unit) && !isFault(group),
      });
      return "";
    },
  );
  return isFault(misfit) ? misfit : entries;
}

/** The unit's name as the cell has it, `#N/A` for an error, null for a blank. */
function unitAt(cell: unknown, translate: FunctionWords): CellResult | null {
  const content = contentOf(cell);
  if (content.kind === "blank") return null;
  if (content.kind === "error") return notAvailable(reasonOf(translate("function.unit"), content, translate));
  return textOf(content);
}
