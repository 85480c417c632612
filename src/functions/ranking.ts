import { decimalToNumber, type Decimal } from "../core/numbers/decimal";
import { rankTotals } from "../core/ranking/rankTotals";
import { createRoster } from "../core/units/roster";
import { nameKey } from "../core/units/nameKey";
import type { FunctionWords } from "./words";
import { contentOf, rangeOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { isFault, notAvailable, type CellResult, type Fault } from "./fault";
import { groupAt, totalAt } from "./groupedTotals";
import type { PerfFunctions } from "./host";
import { optionContent } from "./option";
import { perScheme } from "./perScheme";
import { reasonOf, textOf } from "./reason";

/** A row of the table to make: what stands in its group and unit cells, and its total. */
interface Entry {
  readonly group: string;
  readonly groupCell: CellResult;
  readonly unit: CellResult;
  readonly total: Decimal | Fault | null;
}

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
    const wantedKey =
      wanted === null ? null : (roster?.group(textOf(wanted))?.name ?? nameKey(textOf(wanted)));
    const groupRange = rangeOf(groups);
    const entries: Entry[] = [];
    const shape = broadcast(
      [
        { name: translate("function.unit"), range: rangeOf(units) },
        { name: translate("function.group"), range: groupRange },
        { name: translate("function.total"), range: rangeOf(totals) },
      ],
      translate,
      ([unitCell, groupCell, totalCell]) => {
        const entry = entryOf(unitCell, groupCell, totalCell, groupRange !== null);
        if (entry !== null) entries.push(entry);
        return "";
      },
    );
    const misfit = shape[0]?.[0];
    if (misfit !== undefined && isFault(misfit)) return [[misfit]];
    const chosen = wantedKey === null ? entries : entries.filter((entry) => entry.group === wantedKey);
    if (chosen.length === 0) return [[notAvailable(nothingFound(wanted === null ? null : textOf(wanted)))]];
    return tableOf(chosen, wantedKey === null);

    function entryOf(
      unitCell: unknown,
      groupCell: unknown,
      totalCell: unknown,
      grouped: boolean,
    ): Entry | null {
      const unit = unitAt(unitCell, translate);
      const total = totalAt(totalCell, translate);
      if (unit === null && total === null) return null;
      const key = grouped ? groupAt(groupCell, roster, translate) : "";
      return {
        group: isFault(key) ? "" : key,
        groupCell: isFault(key) ? key : textOf(contentOf(groupCell)),
        unit: unit ?? notAvailable(translate("function.missing", { name: translate("function.unit") })),
        // Without a group there is nobody to rank the unit among.
        total: isFault(key) ? null : total,
      };
    }

    function nothingFound(name: string | null): string {
      return name === null ? translate("function.no-units") : translate("function.no-such-group", { name });
    }

    function tableOf(rows: readonly Entry[], withGroup: boolean): CellResult[][] {
      const numbered = rows.flatMap((row) =>
        row.total !== null && !isFault(row.total) ? [{ row, total: row.total }] : [],
      );
      const grouped = numbered.map(({ row, total }) => ({ group: row.group, total }));
      const { ranks, order } = rankTotals(grouped, scheme.rounding, scheme.ties);
      const lines = new Map<string, CellResult[][]>(
        [...new Set(rows.map((row) => row.group))].map((key) => [key, []]),
      );
      const add = (row: Entry, rank: CellResult, total: CellResult) => {
        lines
          .get(row.group)
          ?.push(withGroup ? [row.groupCell, rank, row.unit, total] : [rank, row.unit, total]);
      };
      for (const index of order) {
        const item = numbered[index];
        if (item) add(item.row, ranks[index] ?? 0, decimalToNumber(item.total));
      }
      for (const row of rows) {
        if (row.total === null || isFault(row.total)) add(row, "", row.total ?? "");
      }
      return [...lines.values()].flat();
    }
  };
}

/** The unit's name as the cell has it, `#N/A` for an error, null for a blank. */
function unitAt(cell: unknown, translate: FunctionWords): CellResult | null {
  const content = contentOf(cell);
  if (content.kind === "blank") return null;
  if (content.kind === "error") return notAvailable(reasonOf(translate("function.unit"), content, translate));
  return textOf(content);
}
