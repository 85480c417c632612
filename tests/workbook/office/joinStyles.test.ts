import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellStyle, StyledArea } from "../../../src/core/workbook/plan";
import { joinStyles, splitStyle } from "../../../src/workbook/office/joinStyles";

/** What each cell looks like once all areas are laid upon each other, field by field. */
function laid(areas: readonly StyledArea[]): Map<string, CellStyle> {
  const cells = new Map<string, CellStyle>();
  for (const { area, style } of areas) {
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const key = `${String(row)},${String(column)}`;
        cells.set(key, { ...cells.get(key), ...style });
      }
    }
  }
  return cells;
}

const style = fc.record(
  {
    bold: fc.boolean(),
    fontSize: fc.constantFrom(9, 11),
    borders: fc.constantFrom("thin" as const, "none" as const),
    numberFormat: fc.constantFrom("0.00", "@"),
  },
  { requiredKeys: [] },
);
const styledArea = fc.record({
  area: fc.record({
    row: fc.integer({ min: 0, max: 8 }),
    column: fc.integer({ min: 0, max: 3 }),
    rowCount: fc.constantFrom(1, 1, 1, 2),
    columnCount: fc.integer({ min: 1, max: 3 }),
  }),
  style,
});
const line = { weight: "medium", color: "#C00000" } as const;

describe("styles of rows that are alike", () => {
  test("look the same in every cell once they are joined, whatever overlaps", () => {
    fc.assert(
      fc.property(fc.array(styledArea, { maxLength: 30 }), (areas) => {
        expect([...laid(joinStyles(areas))].sort()).toEqual([...laid(areas)].sort());
      }),
    );
  });

  test("become one area for rows one below the other", () => {
    const rows = Array.from({ length: 1_000 }, (_, row): StyledArea[] => [
      { area: { row, column: 0, rowCount: 1, columnCount: 4 }, style: { borders: "thin" } },
      { area: { row, column: 1, rowCount: 1, columnCount: 2 }, style: { numberFormat: "0.00" } },
    ]);
    expect(joinStyles(rows.flat())).toEqual([
      { area: { row: 0, column: 0, rowCount: 1_000, columnCount: 4 }, style: { borders: "thin" } },
      { area: { row: 0, column: 1, rowCount: 1_000, columnCount: 2 }, style: { numberFormat: "0.00" } },
    ]);
  });

  test("stay row by row where each has a line of its own", () => {
    const rows = [0, 1].map((row): StyledArea => ({
      area: { row, column: 0, rowCount: 1, columnCount: 4 },
      style: { bottomLine: line },
    }));
    expect(joinStyles(rows)).toEqual(rows);
  });
});

describe("a large styled area", () => {
  test("looks the same in pieces, none of which is too large", () => {
    fc.assert(
      fc.property(styledArea, fc.integer({ min: 3, max: 6 }), (styled, most) => {
        const pieces = splitStyle(styled, most);
        expect([...laid(pieces)].sort()).toEqual([...laid([styled])].sort());
        for (const { area } of pieces) expect(area.rowCount * area.columnCount).toBeLessThanOrEqual(most);
      }),
    );
  });

  test("stays whole where it has a line below: that is one line, not one for each piece", () => {
    const styled: StyledArea = {
      area: { row: 0, column: 0, rowCount: 100, columnCount: 4 },
      style: { bottomLine: line },
    };
    expect(splitStyle(styled, 40)).toEqual([styled]);
  });
});
