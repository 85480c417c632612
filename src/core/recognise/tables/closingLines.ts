import { plainText } from "../../numbers/readNumber";
import type { Roster } from "../../units/roster";
import type { TableBlock } from "./findTables";
import { isBlank, isFigure } from "./sheetView";
import type { TableRow } from "./tableRows";

/** A signature and a date are two cells at most. */
const MAXIMUM_CELLS = 2;
const MAXIMUM_NAME_LENGTH = 12;
const NO_NAME = /[=+×÷;。,:…]|^[\P{L}]+$|\d{4}年|\d{4}[.\-/]\d|^\d+月\d+日|签|盖章|核实|仅供/u;

/**
 * Takes the lines under the last row of figures that name no unit for what they are: who signs, the date, a remark.
 * With a roster that is any text it has never heard of; without one, what reads like no name or stands apart. A name
 * near one of the roster stays, and so does a numbered row: a unit whose scores are yet to come.
 */
export function closeTable(block: TableBlock, rows: readonly TableRow[], roster: Roster | null): TableRow[] {
  const last = rows.findLastIndex(({ kind, row }) => kind === "unit" && hasFigure(block, row));
  if (last < 0) return [...rows];
  let apart = false;
  return rows.map((row, index) => {
    if (index <= last) return row;
    if (row.kind === "blank") apart = true;
    if (row.kind !== "unit" || !isClosingLine(block, row.row, roster, apart)) return row;
    apart = true;
    return { kind: "note", row: row.row };
  });
}

function isClosingLine(block: TableBlock, row: number, roster: Roster | null, apart: boolean): boolean {
  const shown = block.view.shown(row, block.unitColumn);
  if (typeof shown !== "string" || filledCells(block, row) > MAXIMUM_CELLS || hasFigure(block, row))
    return false;
  if (roster !== null) {
    const resolution = roster.resolve(shown);
    return resolution.kind === "unknown" && resolution.suggestions.length === 0;
  }
  const text = plainText(shown);
  return apart || text.length > MAXIMUM_NAME_LENGTH || NO_NAME.test(text);
}

function filledCells({ view, firstColumn, endColumn }: TableBlock, row: number): number {
  let filled = 0;
  for (let column = firstColumn; column < endColumn; column += 1) {
    if (!isBlank(view.value(row, column))) filled += 1;
  }
  return filled;
}

function hasFigure({ view, firstColumn, endColumn }: TableBlock, row: number): boolean {
  for (let column = firstColumn; column < endColumn; column += 1) {
    if (isFigure(view.value(row, column))) return true;
  }
  return false;
}
