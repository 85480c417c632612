import { plainText, readNumber } from "../numbers/readNumber";
import { cellKey, type CellKey } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";

/** A figure with one comma in it, such as 8,5 or 95,125, and at most a mark behind it. */
const ONE_COMMA = /^[+-]?\d+,\d+[^\d.,/]?$/u;

/** A comma that may as well stand before thousands: 1,234, but not 0,125. */
const MAY_BE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}[^\d.,/]?$/u;

/** A figure with a decimal point, or with more than one comma: written in another way. */
const OTHER_WAY = /^[+-]?\d[\d,]*(?:\.\d+|,\d*,\d*)[^\d.,/]?$/u;

/** So many texts that can only have a decimal comma make a habit of it. */
const FEWEST = 3;

const read = new WeakMap<SheetSnapshot, ReadonlyMap<CellKey, string>>();

/**
 * The texts of a sheet that are figures with a decimal comma, each as it reads with a decimal point: 8,5 is `8.5`. One
 * text alone is never taken for that; a column of the sheet is, where several of its texts can be nothing else, they
 * outnumber those that may have a comma for thousands (1,234), and no text is a figure written in another way (8.5).
 */
export function decimalCommaTexts(sheet: SheetSnapshot): ReadonlyMap<CellKey, string> {
  const known = read.get(sheet);
  if (known !== undefined) return known;
  const found = new Map<CellKey, string>();
  for (const [column, texts] of textsWithCommas(sheet)) {
    if (!isHabit(sheet, column, texts)) continue;
    for (const [row, text] of texts) found.set(cellKey(row, column), text.replace(",", "."));
  }
  read.set(sheet, found);
  return found;
}

/** The plain texts of figures with one comma by column of the sheet, each with its row. */
function textsWithCommas({ area, values }: SheetSnapshot): Map<number, [row: number, text: string][]> {
  const columns = new Map<number, [number, string][]>();
  for (const [line, cells] of values.entries()) {
    for (const [place, value] of cells.entries()) {
      if (typeof value !== "string" || !/[,，]/.test(value)) continue;
      const text = plainText(value);
      if (!ONE_COMMA.test(text) || readNumber(value).kind === "text") continue;
      const column = area.column + place;
      const texts = columns.get(column);
      if (texts) texts.push([area.row + line, text]);
      else columns.set(column, [[area.row + line, text]]);
    }
  }
  return columns;
}

function isHabit({ area, values }: SheetSnapshot, column: number, texts: readonly [number, string][]) {
  const unclear = texts.filter(([, text]) => MAY_BE_THOUSANDS.test(text)).length;
  const clear = texts.length - unclear;
  if (clear < FEWEST || clear <= unclear) return false;
  return !values.some((cells) => {
    const value = cells[column - area.column];
    return typeof value === "string" && OTHER_WAY.test(plainText(value));
  });
}
