import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  areaAddress,
  cellAddress,
  cellKey,
  cellOfKey,
  columnIndex,
  columnLetters,
  parseArea,
  sheetReference,
} from "../../../src/core/workbook/address";

describe("addresses", () => {
  test("columns are lettered as in Excel", () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  });

  test("every column's letters lead back to it, and every cell's key to its cell", () => {
    fc.assert(
      fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
        expect(columnIndex(columnLetters(column))).toBe(column);
        expect(cellOfKey(cellKey(row, column))).toEqual({ row, column });
        expect(parseArea(cellAddress({ row, column }))).toEqual({ row, column, rowCount: 1, columnCount: 1 });
      }),
    );
  });

  test("an area reads from either corner, with or without dollars", () => {
    const area = { row: 1, column: 1, rowCount: 8, columnCount: 3 };
    expect(parseArea("D9:B2")).toEqual(area);
    expect(parseArea("$B$2:$D$9")).toEqual(area);
    expect(areaAddress(area)).toBe("B2:D9");
  });

  test("what lies outside a sheet is no area", () => {
    expect(["A0", "XFE1", "A1048577", "A1:A1:A1", "", "12"].map(parseArea)).toEqual(Array(6).fill(null));
  });

  test("a quote in a sheet's name is doubled in references", () => {
    expect(sheetReference("a'b", "A1")).toBe("'a''b'!A1");
  });
});
