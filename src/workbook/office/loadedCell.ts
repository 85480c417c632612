import type { CellPosition } from "../../core/workbook/address";
import { isCellError, type CellValue } from "../../core/workbook/snapshot";
import { textForExcel } from "./cellText";
import { cellValueOf, formulaOf } from "./cellValue";

/** A cell as it was at the last look before it was edited. */
export interface FoundCell extends CellPosition {
  readonly sheetId: string;
  /** What gives the cell its old contents in `Range.formulas`. */
  readonly input: unknown;
  readonly value: CellValue;
  readonly numberFormat: unknown;
}

/** Queues what `foundCell` asks of a cell. */
export function loadCell(sheet: Excel.Worksheet, { row, column }: CellPosition): Excel.Range {
  const range = sheet.getCell(row, column).untrack();
  range.load("values,formulas,valueTypes,numberFormat");
  return range;
}

/** What a cell that was loaded holds, to be put back later. */
export function foundCell(sheetId: string, { row, column }: CellPosition, range: Excel.Range): FoundCell {
  const raw = firstCell(range.values);
  const value = cellValueOf(raw, firstCell(range.valueTypes));
  const plain = isCellError(value) ? value.error : typeof value === "string" ? textForExcel(value) : value;
  return {
    ...{ sheetId, row, column, value },
    input: formulaOf(firstCell(range.formulas), raw) ?? plain ?? "",
    numberFormat: firstCell(range.numberFormat),
  };
}

/** The one value of a range of one cell. */
export function firstCell(matrix: unknown): unknown {
  const [row] = matrix as readonly (readonly unknown[])[];
  return row?.[0];
}
