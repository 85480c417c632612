import { expect, test } from "@jest/globals";
import { cellKey } from "../../../src/core/workbook/address";
import { valueAt, type SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { corpus } from "../../corpus/corpus";
import { bytesOf, snapshotOf } from "../../corpus/draft";
import { snapshotOf as readBytes } from "./opened";

/** Everything that a sheet holds, without the edge of its area: cells that hold nothing do not count. */
function contentOf(sheet: SheetSnapshot): unknown {
  const cells: unknown[] = [];
  for (let row = sheet.area.row; row < sheet.area.row + sheet.area.rowCount; row += 1) {
    for (let column = sheet.area.column; column < sheet.area.column + sheet.area.columnCount; column += 1) {
      const value = valueAt(sheet, { row, column });
      const formula = sheet.formulas.get(cellKey(row, column)) ?? null;
      const format = sheet.numberFormats.get(cellKey(row, column)) ?? null;
      if (value !== null && value !== "") cells.push({ row, column, value, formula, format });
    }
  }
  return {
    name: sheet.name,
    cells,
    merges: sheet.merges.length,
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
    filtered: sheet.filtered,
  };
}

test.each(corpus().map((workbook) => [workbook.name, workbook] as const))(
  "reads the workbook %s from its file as it was made",
  async (_, { sheets }) => {
    const read = await readBytes(await bytesOf(sheets));
    expect(read.sheets.map(contentOf)).toEqual(snapshotOf(sheets).sheets.map(contentOf));
  },
);
