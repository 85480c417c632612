import type { ColumnRole } from "../../assessment/assessment";
import { groupedBy } from "../../groupedBy";
import { compareDecimals, type Decimal } from "../../numbers/decimal";
import { readHeaderText } from "../../vocabulary/headerText";
import type { TableColumn } from "../columns/tableColumns";
import type { ScoredItem, ScoredTable } from "./scoredTable";

/** Judges under one heading with its share of the total: 领导评分（40%） over 甲 and 乙. */
export interface Panel {
  readonly name: string;
  readonly weight: Decimal;
  readonly items: readonly ScoredItem[];
}

/**
 * The panels of a table whose scores all stand under headings that state a weight, where at least one heading has several
 * columns; null for any other table. The score of a panel is the mean of its ballots.
 */
export function panelsOf({ items, columns }: ScoredTable): Panel[] | null {
  const columnOf = new Map((columns ?? []).map((column) => [column.column, column]));
  const heading = ({ column }: ScoredItem) => headingOf(column === null ? undefined : columnOf.get(column));
  const panels = [...groupedBy(items, heading)].map(([text, judges]): Panel | null => {
    const { words, weight } = readHeaderText(text);
    return weight === null || words === "" ? null : { name: words, weight, items: judges };
  });
  const known = panels.filter((panel) => panel !== null);
  const isPanelled = known.length === panels.length && known.some(({ items: judges }) => judges.length > 1);
  return isPanelled && known.length > 1 ? known : null;
}

function headingOf(column: TableColumn | undefined): string {
  const [first = "", ...below] = column?.path ?? [];
  return below.length > 0 ? first : "";
}

/** The columns of a panel with the role that makes them its ballots, by the key of their headers. */
export function ballotRoles(
  { items }: Panel,
  role: ColumnRole,
  columns: readonly TableColumn[],
): (readonly [string, ColumnRole])[] {
  const own = new Set(items.map(({ column }) => column));
  return columns.filter(({ column }) => own.has(column)).map(({ key }) => [key, role] as const);
}

/** The highest ballot of a panel; null where there is none. */
export function highestBallot({ items }: Panel): Decimal | null {
  return items
    .flatMap(({ values }) => values)
    .reduce<Decimal | null>(
      (most, value) => (value !== null && (most === null || compareDecimals(value, most) > 0) ? value : most),
      null,
    );
}
