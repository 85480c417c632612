import type { CellScan } from "./cellScan";
import { describeNaming, keyAt, type NamingColumn } from "./columnNames";

/** What names the rows of a table, in the scan's columns. */
export interface Naming {
  /** The column that names the units, then those needed with it to tell them apart; empty when nothing names them. */
  readonly unitColumns: readonly number[];
  /** The key columns of a table in long form, or null. */
  readonly long: readonly number[] | null;
}

/** A naming column is filled in at least this share of the units' rows. */
const LEAST_FILLED = 0.5;

/** So many rows of a large table are looked at. */
const MOST_ROWS = 3_000;

/** Below this share of different names, a column alone does not tell units apart: the table may be in long form. */
const LONG_FORM = 0.5;

/** Finds the columns that name the units of a table by what they hold. `rows` are the units' rows in the scan. */
export function findNaming(
  scan: CellScan,
  allRows: readonly number[],
  firstColumn: number,
  endColumn: number,
): Naming {
  const rows = allRows.slice(0, MOST_ROWS);
  const columns: NamingColumn[] = [];
  for (let column = firstColumn; column < endColumn; column += 1)
    columns.push(describeNaming(scan, rows, column));
  const ranked = columns
    .filter(({ filled }) => filled >= LEAST_FILLED)
    .map((naming) => ({ naming, score: namingScore(naming, naming.column - firstColumn) }))
    .filter(({ score }) => score > LEAST_SCORE)
    .sort((one, other) => other.score - one.score);
  const best = ranked[0]?.naming;
  if (best === undefined) return { unitColumns: [], long: null };
  if (best.distinct < LONG_FORM) {
    const long = findLongForm(scan, rows, columns);
    if (long !== null) return { unitColumns: [long[0] ?? best.column], long };
  }
  const unitColumns = [best.column, ...tellApart(scan, rows, columns, best)];
  const apart = countApart(scan, rows, unitColumns);
  return { unitColumns: apart >= LEAST_APART * rows.length ? unitColumns : [], long: null };
}

/** Columns that leave more rows alike than this share of different ones name categories, not units. */
const LEAST_APART = 0.3;

/** How many different combinations some columns have in some rows. */
function countApart(scan: CellScan, rows: readonly number[], columns: readonly number[]): number {
  return new Set(rows.map((row) => columns.map((column) => keyAt(scan, row, column)).join("|"))).size;
}

/** A column below this names nothing. */
const LEAST_SCORE = 0.9;

function namingScore(naming: NamingColumn, place: number): number {
  const { filled, texts, distinct, formulas, codes, width, whole } = naming;
  if (texts >= 0.5) {
    return 3 * distinct + filled - 0.08 * place - (width > 40 ? 1.5 : 0) - formulas - 1.2 * codes;
  }
  if (whole && distinct > 0.5) return 1.2 * distinct - 0.05 * place + (place === 0 ? 0.6 : 0) - formulas;
  return 0;
}

/** The columns that are needed beside the names where names come twice: the fewest, the nearest first. */
function tellApart(
  scan: CellScan,
  rows: readonly number[],
  columns: readonly NamingColumn[],
  best: NamingColumn,
): number[] {
  const named = rows.filter((row) => keyAt(scan, row, best.column) !== "");
  const distinctWith = (chosen: readonly number[]) => countApart(scan, named, [best.column, ...chosen]);
  const alone = distinctWith([]);
  if (alone === named.length) return [];
  const candidates = columns
    .filter((naming) => naming.filled >= 0.9 && canTellApart(naming, best.column))
    .sort(
      (one, other) =>
        sequenceLast(one) - sequenceLast(other) || distanceTo(best, one) - distanceTo(best, other),
    );
  const full = candidates.find(({ column }) => distinctWith([column]) === named.length);
  if (full !== undefined) return [full.column];
  const better = candidates
    .map(({ column }) => ({ column, distinct: distinctWith([column]) }))
    .sort((one, other) => other.distinct - one.distinct)[0];
  return better !== undefined && better.distinct > alone ? [better.column] : [];
}

/** Categories and codes tell units apart, and numbers that stand before the names; figures that happen to differ do not. */
function canTellApart({ column, texts, whole, formulas, codes }: NamingColumn, names: number): boolean {
  if (column === names || formulas > 0.5) return false;
  return texts >= 0.9 || codes >= 0.9 || (whole && column < names);
}

/** A running number tells everything apart and says nothing: it comes after categories. */
function sequenceLast({ distinct }: NamingColumn): number {
  return distinct === 1 ? 1 : 0;
}

function distanceTo(best: NamingColumn, { column }: NamingColumn): number {
  return Math.abs(column - best.column);
}

/** Two columns of texts that only together tell the rows apart: the one that comes in runs first. */
function findLongForm(
  scan: CellScan,
  rows: readonly number[],
  columns: readonly NamingColumn[],
): readonly number[] | null {
  const texts = columns
    .filter((naming) => naming.filled >= 0.9 && naming.texts >= 0.7 && naming.distinct < 0.8)
    .slice(0, 8);
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      const pairs = new Set(
        rows.map((row) => `${keyAt(scan, row, one.column)}|${keyAt(scan, row, other.column)}`),
      );
      if (pairs.size < 0.95 * rows.length) continue;
      return changes(scan, rows, one.column) <= changes(scan, rows, other.column)
        ? [one.column, other.column]
        : [other.column, one.column];
    }
  }
  return null;
}

function changes(scan: CellScan, rows: readonly number[], column: number): number {
  return rows.filter((row, index) => {
    const before = rows[index - 1];
    return before !== undefined && keyAt(scan, row, column) !== keyAt(scan, before, column);
  }).length;
}
