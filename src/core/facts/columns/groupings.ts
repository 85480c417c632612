import { isCellError } from "../../workbook/snapshot";
import type { Steps } from "../../steps";
import type { FactTable } from "../fact";
import type { Figures } from "./figures";

/** Rows put into groups: by a column's categories, by blocks of rows that stand apart, or all in one. */
export interface Grouping {
  /** The category column; null for blocks and for all rows together. */
  readonly within: number | null;
  readonly byBlocks: boolean;
  /** A group's number by row; −1 for rows of none. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  /** Some pairs of rows of one group: they show quickly whether a column can be a ranking. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** All ways in which rows may be ranked in groups; all rows together comes first. What follows from others is no category. */
export function* findGroupings(
  figures: Figures,
  isExplained: (column: number) => boolean,
): Steps<Grouping[]> {
  const { table, rowCount } = figures;
  const whole = grouping(null, false, new Int32Array(rowCount), 1);
  const blocks = blocksOf(table);
  const groupings: Grouping[] = blocks ? [whole, blocks] : [whole];
  for (let column = 0; column < table.columnCount && groupings.length < MOST_GROUPINGS; column += 1) {
    yield;
    const categories = isExplained(column) ? null : categoriesOf(figures, column);
    if (categories) groupings.push(categories);
  }
  return groupings;
}

const MOST_GROUPINGS = 8;

/** Rows with others between them (a subtotal, a group line) are different blocks. */
function blocksOf(table: FactTable): Grouping | null {
  const groups = blockNumbers(
    Array.from({ length: table.rowCount }, (_, row) => {
      const place = table.place(row, 0);
      return place.row + place.column;
    }),
  );
  const groupCount = (groups.at(-1) ?? 0) + 1;
  return groupCount < 2 || groupCount > table.rowCount / 2 ? null : grouping(null, true, groups, groupCount);
}

/** The blocks that ascending places make, as numbers from 0: where a place is left out, another block begins. */
export function blockNumbers(places: readonly number[]): Int32Array {
  let block = 0;
  return Int32Array.from(places, (place, index) => {
    if (place - (places[index - 1] ?? place) > 1) block += 1;
    return block;
  });
}

/** The rows by the categories of a column; null where it has none. Blanks below a category belong to it (merged cells). */
function categoriesOf(figures: Figures, column: number): Grouping | null {
  const { table, rowCount } = figures;
  const own = figures.columns[column];
  if (!own || (own.isFigure && (own.places > 0 || own.hasNegative || own.isConstant))) return null;
  const known = new Map<string, number>();
  const groups = new Int32Array(rowCount).fill(-1);
  const most = Math.max(2, rowCount / 3);
  let last = -1;
  let blanks = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const value = table.value(row, column);
    if (value === null || value === "" || isCellError(value)) {
      blanks += 1;
      groups[row] = last;
      continue;
    }
    const text = String(value).trim();
    last = known.get(text) ?? known.size;
    known.set(text, last);
    if (known.size > most) return null;
    groups[row] = last;
  }
  if (known.size < 2 || (blanks > rowCount * 0.2 && own.isFigure) || blanks > rowCount * 0.95) return null;
  return grouping(column, false, groups, known.size);
}

const MOST_PAIRS = 120;

function grouping(
  within: number | null,
  byBlocks: boolean,
  groups: Int32Array,
  groupCount: number,
): Grouping {
  const last = new Map<number, number>();
  const pairs: [number, number][] = [];
  for (const [row, group] of groups.entries()) {
    const other = last.get(group);
    if (other !== undefined && group >= 0) pairs.push([other, row]);
    last.set(group, row);
  }
  const step = Math.max(1, Math.floor(pairs.length / MOST_PAIRS));
  return { within, byBlocks, groups, groupCount, pairs: pairs.filter((_, at) => at % step === 0) };
}
