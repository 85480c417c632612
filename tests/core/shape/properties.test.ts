import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { shapeSheet } from "../../../src/core/shape/shapeSheet";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { columnLetters } from "../../../src/core/workbook/address";
import { sheetOf } from "../sheets";

/** A table of made-up units with scores; headers are any words. */
const table = fc
  .record({
    units: fc.integer({ min: 5, max: 12 }),
    headers: fc.uniqueArray(fc.stringMatching(/^[a-z]{4,8}$/), { minLength: 4, maxLength: 6 }),
    seed: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ units, headers, seed }): CellValue[][] => [
    headers,
    ...Array.from({ length: units }, (_, row) => [
      `Unit ${columnLetters(row)}`,
      ...headers
        .slice(1)
        .map((_header, column) => 50 + (((row * 37 + column * 71 + seed) * 7919) % 997) / 20),
    ]),
  ]);

/** Tables as offsets from a corner. */
function tablesFrom(
  rows: readonly (readonly CellValue[])[],
  at: string,
  [row, column]: readonly [number, number],
): unknown {
  return shapeSheet(sheetOf("S", rows, { at })).tables.map((one) => ({
    header: one.headerRows?.map((header) => header - row),
    rows: one.rows.map((line) => ({ ...line, row: line.row - row })),
    units: one.unitColumns.map((unit) => unit - column),
    columns: [one.firstColumn - column, one.endColumn - column],
  }));
}

test("where a table stands changes nothing in it", () => {
  fc.assert(
    fc.property(
      table,
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 20 }),
      (rows, down, right) => {
        const at = `${columnLetters(right)}${down + 1}`;
        expect(tablesFrom(rows, at, [down, right])).toEqual(tablesFrom(rows, "A1", [0, 0]));
      },
    ),
    { numRuns: 40 },
  );
});

test("what the headers say changes nothing", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const nonsense = (rows[0] ?? []).map((_, column) => `q${columnLetters(column).toLowerCase()}xzw`);
      expect(tablesFrom([nonsense, ...rows.slice(1)], "A1", [0, 0])).toEqual(tablesFrom(rows, "A1", [0, 0]));
    }),
    { numRuns: 40 },
  );
});
