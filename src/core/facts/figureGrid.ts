import { amountInText } from "../numbers/cellFigure";
import { decimalToNumber, MAXIMUM_PLACES, placesOf, powerOfTen } from "../numbers/decimal";
import { cellKey } from "../workbook/address";
import { readNumberFormat, type NumberFormat } from "../workbook/numberFormat";
import type { SheetSnapshot } from "../workbook/snapshot";

/** The figures of a sheet as one matrix, `rowCount × columnCount`, row by row; its corner stands at `row`, `column`. */
export interface FigureGrid {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The figures; NaN where a cell holds none. */
  readonly values: Float64Array;
  /** The decimals that each figure is written with, 0 to 15: the more of its own and its number format's. */
  readonly places: Uint8Array;
}

/**
 * The figures of a sheet. Numbers count, but for dates; texts that mean a number count where most cells next to them hold
 * numbers (`95%` is 0.95). A number without a format has the decimals that are usual in its column.
 */
export function readFigures(sheet: SheetSnapshot): FigureGrid {
  const { row, column, rowCount, columnCount } = sheet.area;
  const values = new Float64Array(rowCount * columnCount).fill(Number.NaN);
  const places = new Uint8Array(rowCount * columnCount);
  const formats = new FormatReader();
  const general: number[][] = Array.from({ length: columnCount }, () => []);
  for (let line = 0; line < rowCount; line += 1) {
    for (let place = 0; place < columnCount; place += 1) {
      const value = sheet.values[line]?.[place] ?? null;
      if (value === null) continue;
      const at = line * columnCount + place;
      if (typeof value === "string") {
        const read = figureOfText(sheet, line, place, value);
        if (read !== null) [values[at], places[at]] = read;
      } else if (typeof value === "number") {
        const format = sheet.numberFormats.get(cellKey(row + line, column + place));
        const shown = format === undefined ? null : formats.read(format);
        if (shown?.isDate) continue;
        values[at] = value;
        places[at] = Math.max(placesOf(value), shown?.places ?? 0);
        if (shown === null || shown.places === null) general[place]?.push(at);
      }
    }
  }
  for (const cells of general) takeUsualPlaces(cells, places);
  return { row, column, rowCount, columnCount, values, places };
}

/** The step between figures with so many decimals: 2 gives 0.01. */
export function unitOfPlaces(places: number): number {
  return 1 / powerOfTen(places);
}

/** Whole numbers in a column of halves and tenths have its decimals too: 92 beside 91.5 and 88.4 stands for 92.0. */
function takeUsualPlaces(cells: readonly number[], places: Uint8Array): void {
  const counts = new Map<number, number>();
  for (const at of cells) counts.set(places[at] ?? 0, (counts.get(places[at] ?? 0) ?? 0) + 1);
  let usual = 0;
  for (const [count, times] of counts) {
    if (count <= LONGEST_USUAL && times > (counts.get(usual) ?? 0)) usual = count;
  }
  for (const at of cells) places[at] = Math.max(places[at] ?? 0, usual);
}
const LONGEST_USUAL = 6;

/** The figure that a text among numbers means, with its decimals. */
function figureOfText(
  sheet: SheetSnapshot,
  line: number,
  place: number,
  text: string,
): [value: number, places: number] | null {
  if (!standsAmongNumbers(sheet, line, place)) return null;
  const amount = amountInText(text);
  return amount && [decimalToNumber(amount), Math.min(amount.places, MAXIMUM_PLACES)];
}

/** Whether more of the four cells next to one hold numbers than other texts. */
function standsAmongNumbers(sheet: SheetSnapshot, line: number, place: number): boolean {
  const next = [
    sheet.values[line - 1]?.[place],
    sheet.values[line + 1]?.[place],
    sheet.values[line]?.[place - 1],
    sheet.values[line]?.[place + 1],
  ];
  const numbers = next.filter((value) => typeof value === "number" || isNumberText(value)).length;
  const texts = next.filter((value) => typeof value === "string" && value !== "").length;
  return numbers > 0 && numbers * 2 >= texts;
}

function isNumberText(value: unknown): boolean {
  return typeof value === "string" && amountInText(value) !== null;
}

/** Reads number formats, each text once. */
class FormatReader {
  private readonly known = new Map<string, NumberFormat>();

  read(format: string): NumberFormat {
    let shown = this.known.get(format);
    if (!shown) this.known.set(format, (shown = readNumberFormat(format)));
    return shown;
  }
}
