import { isCellError } from "../../workbook/snapshot";
import type { FigureColumn, Figures } from "./figures";

/** A column of categories found to follow another column's cut-offs. */
export interface FoundGrade {
  readonly of: number;
  readonly bits: number;
  readonly kept: number;
  readonly telling: number;
  readonly marks: Uint8Array;
  /** The category that the cut-offs give, by row. */
  readonly right: readonly (string | null)[];
}

const MOST_GRADES = 12;
const KEPT_SHARE = 0.85;

/** The figure column whose cut-offs give the categories of a column; null where none does. */
export function searchGrade(
  figures: Figures,
  target: number,
  pool: readonly FigureColumn[],
  preference: (column: number) => number,
): FoundGrade | null {
  const texts = textsOf(figures, target);
  const filled = texts.filter((text) => text !== null);
  const kinds = new Set(filled);
  if (kinds.size < 2 || kinds.size > Math.min(MOST_GRADES, filled.length / 3) || filled.length < 6)
    return null;
  const few = texts.length > MANY_ROWS ? fewOf(texts) : null;
  let best: FoundGrade | null = null;
  for (const own of pool) {
    if (own.column === target || own.isSequence || own.isConstant || own.distinct <= kinds.size) continue;
    const found = few && !compare(few, own) ? null : compare(texts, own);
    if (!found || isByPlace(texts, own)) continue;
    const bits = found.bits - Math.log2(pool.length) - 2 + preference(own.column);
    if (best === null || bits > best.bits) best = { ...found, bits };
  }
  return best;
}

/** In tables with more rows a look at some of them tells first whether a column is worth sorting. */
const MANY_ROWS = 400;
const SOME_ROWS = 120;

/** The texts of some rows spread over the table, the others taken out. */
function fewOf(texts: readonly (string | null)[]): (string | null)[] {
  const step = Math.ceil(texts.length / SOME_ROWS);
  return texts.map((text, row) => (row % step === 0 ? text : null));
}

function textsOf({ table, rowCount }: Figures, column: number): (string | null)[] {
  return Array.from({ length: rowCount }, (_, row) => {
    const value = table.value(row, column);
    if (value === null || value === "" || isCellError(value)) return null;
    return String(value).trim();
  });
}

/** Rows in the figure's order; each grade is to be one stretch of them, but for a few slips. */
function compare(texts: readonly (string | null)[], own: FigureColumn): FoundGrade | null {
  const rows = [...texts.keys()].filter((row) => texts[row] !== null && !Number.isNaN(own.numbers[row]));
  if (rows.length < 6) return null;
  rows.sort((left, right) => (own.numbers[left] ?? 0) - (own.numbers[right] ?? 0));
  const order = gradesInOrder(rows, texts);
  if (order === null) return null;
  const cuts = bestCuts(rows, texts, order, own);
  const marks = new Uint8Array(texts.length).fill(2);
  const right = texts.map<string | null>(() => null);
  let kept = 0;
  for (const [index, row] of rows.entries()) {
    const grade = order[cuts.filter((cut) => cut <= index).length] ?? null;
    right[row] = grade;
    const isKept = grade === texts[row];
    marks[row] = isKept ? 1 : 0;
    if (isKept) kept += 1;
  }
  if (kept < rows.length * KEPT_SHARE) return null;
  const slips = rows.length - kept;
  const bits =
    entropy(rows, texts) -
    cuts.length * Math.log2(rows.length) -
    factorialBits(order.length) -
    slips * (Math.log2(rows.length) + 2);
  return { of: own.column, bits, kept, telling: rows.length, marks, right };
}

/** The grades by the middle of their rows. */
function gradesInOrder(rows: readonly number[], texts: readonly (string | null)[]): string[] | null {
  const places = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const text = texts[row] ?? "";
    const known = places.get(text);
    if (known) known.push(index);
    else places.set(text, [index]);
  }
  const order = [...places].sort(
    ([, left], [, right]) => (left[left.length >> 1] ?? 0) - (right[right.length >> 1] ?? 0),
  );
  return order.length < 2 ? null : order.map(([text]) => text);
}

/** Where one grade ends and the next begins, at the fewest slips; equal figures are never parted. */
function bestCuts(
  rows: readonly number[],
  texts: readonly (string | null)[],
  order: readonly string[],
  own: FigureColumn,
): number[] {
  const cuts: number[] = [];
  let from = 0;
  for (let at = 1; at < order.length; at += 1) {
    const [below, above] = [order[at - 1], order[at]];
    let slips = 0;
    let fewest = Infinity;
    let cut = from;
    for (let index = from; index <= rows.length; index += 1) {
      const isParted =
        index === 0 ||
        index === rows.length ||
        own.numbers[rows[index - 1] ?? 0] !== own.numbers[rows[index] ?? 0];
      if (isParted && slips < fewest) {
        fewest = slips;
        cut = index;
      }
      const text = texts[rows[index] ?? -1];
      if (text === below) slips -= 1;
      else if (text === above) slips += 1;
    }
    cuts.push(cut);
    from = cut;
  }
  return cuts;
}

/** Numbers that rise from row to row beside categories that follow each other only say how the list is sorted. */
function isByPlace(texts: readonly (string | null)[], own: FigureColumn): boolean {
  let changes = 0;
  let last: string | null = null;
  for (const text of texts) {
    if (text !== null && last !== null && text !== last) changes += 1;
    last = text ?? last;
  }
  const kinds = new Set(texts.filter((text) => text !== null)).size;
  if (changes >= kinds || own.places > 0) return false;
  let rising = 0;
  for (let row = 1; row < own.numbers.length; row += 1)
    if ((own.numbers[row] ?? 0) > (own.numbers[row - 1] ?? 0)) rising += 1;
  return rising >= 0.9 * (own.count - 1);
}

function entropy(rows: readonly number[], texts: readonly (string | null)[]): number {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(texts[row] ?? "", (counts.get(texts[row] ?? "") ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / rows.length);
  return bits;
}

function factorialBits(count: number): number {
  let bits = 0;
  for (let factor = 2; factor <= count; factor += 1) bits += Math.log2(factor);
  return bits;
}
