import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { coalesceStyles } from "../../../../src/core/reports/notice/coalesceStyles";
import type { CellStyle, StyledArea } from "../../../../src/core/workbook/plan";

/** What each cell looks like once all areas are laid upon each other. */
function laid(areas: readonly StyledArea[]): Map<string, CellStyle> {
  const cells = new Map<string, CellStyle>();
  for (const { area, style } of areas) {
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const key = `${row},${column}`;
        cells.set(key, { ...cells.get(key), ...style });
      }
    }
  }
  return cells;
}

describe("styles in fewer areas", () => {
  test("look the same in every cell", () => {
    const style = fc.record(
      {
        fontName: fc.constantFrom("仿宋", "黑体"),
        fontSize: fc.constantFrom(12, 16),
        borders: fc.constantFrom("thin" as const),
        numberFormat: fc.constantFrom("0", "0.00"),
      },
      { requiredKeys: [] },
    );
    const rows = fc.array(fc.array(style, { minLength: 4, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (made) => {
        const areas = made.flatMap((cells, row) =>
          cells.map((one, column): StyledArea => ({
            area: { row, column, rowCount: 1, columnCount: 1 },
            style: one,
          })),
        );
        const plain = [...laid(areas)].filter(([, one]) => Object.keys(one).length > 0).sort();
        expect([...laid(coalesceStyles(areas))].sort()).toEqual(plain);
      }),
    );
  });

  test("say a table's common look once, and the line under it where it is", () => {
    const table = Array.from({ length: 40 }, (_, row): StyledArea => ({
      area: { row, column: 0, rowCount: 1, columnCount: 3 },
      style: { fontName: "仿宋", borders: "thin" },
    }));
    const rule = { weight: "medium", color: "#000000" } as const;
    const foot = { area: { row: 41, column: 0, rowCount: 1, columnCount: 3 }, style: { bottomLine: rule } };
    expect(coalesceStyles([...table, foot])).toEqual([
      {
        area: { row: 0, column: 0, rowCount: 40, columnCount: 3 },
        style: { fontName: "仿宋", borders: "thin" },
      },
      foot,
    ]);
  });
});
