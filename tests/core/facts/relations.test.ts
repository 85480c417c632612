import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findRelations } from "../../../src/core/facts/relations/findRelations";
import type { Relation } from "../../../src/core/facts/relations/relation";
import { cellAddress } from "../../../src/core/workbook/address";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { seededRandom } from "../../corpus/random";
import { sheetOf } from "../sheets";

/** `F3 = B3 C3 D3` for each relation of a kind and direction. */
function told(relations: readonly Relation[], op: string, direction: "row" | "column"): string[] {
  return relations
    .filter((relation) => relation.op === op && relation.direction === direction)
    .map(({ at, of }) => `${cellAddress(at)} = ${of.map(cellAddress).join(" ")}`)
    .sort();
}

/** Rows of whole numbers below 1,000 with no rule among them. */
function plainRows(seed: number, rowCount: number, columnCount: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: rowCount }, () =>
    Array.from({ length: columnCount }, () => 1 + random.below(999)),
  );
}

const total = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0);
const withTotals = (rows: readonly (readonly number[])[]) => rows.map((row) => [...row, total(row)]);

const TOTALS_OF_SIX = ["1", "2", "3", "4", "5", "6"].map(
  (row) => `E${row} = A${row} B${row} C${row} D${row}`,
);

describe("relations in the figures", () => {
  test("a total at the end of each row", () => {
    const { relations, broken } = findRelations(sheetOf("一", withTotals(plainRows(1, 6, 4))));
    expect(told(relations, "Sum", "row")).toEqual(TOTALS_OF_SIX);
    expect(broken).toEqual([]);
  });

  test("a total under each column, beside texts and blanks", () => {
    const rows = plainRows(2, 5, 3);
    const totals = [0, 1, 2].map((column) => total(rows.map((row) => row[column] ?? 0)));
    const texts: CellValue[][] = [
      ["项目", "甲", "乙", "丙"],
      ...rows.map((row, index) => [`第${index}项`, ...row]),
    ];
    const { relations } = findRelations(sheetOf("一", [...texts, ["合计", ...totals]]));
    expect(told(relations, "Sum", "column")).toEqual(
      ["B", "C", "D"].map(
        (column) => `${column}7 = ${[2, 3, 4, 5, 6].map((row) => `${column}${row}`).join(" ")}`,
      ),
    );
  });

  test("averages rounded to two places", () => {
    const rows = plainRows(3, 12, 4).map((row) => [...row, Math.round((total(row) / 4) * 100) / 100]);
    const { relations } = findRelations(sheetOf("一", rows));
    expect(told(relations, "Average", "row")).toHaveLength(12);
    expect(told(relations, "Average", "row")).toContain("E1 = A1 B1 C1 D1");
  });

  test("shares in per cent", () => {
    const rows = plainRows(4, 12, 2).map(([one = 0, other = 0]) => {
      const whole = one + other + 1_000;
      return [one, whole, Math.round((one / whole) * 10_000) / 100];
    });
    const { relations } = findRelations(sheetOf("一", rows));
    expect(told(relations, "Division", "row")).toHaveLength(12);
    expect(told(relations, "Division", "row")).toContain("C1 = A1 B1");
  });

  test("formulas say it by themselves; a figure that is not what its formula gives is broken", () => {
    const sheet = sheetOf(
      "一",
      [
        [3, 4, 7, 0.75],
        [5, 6, 12, 0.83],
      ],
      {
        formulas: { C1: "=SUM(A1:B1)", C2: "=A2+B2", D1: "=A1/B1" },
      },
    );
    const { relations, broken } = findRelations(sheet);
    expect(relations.every(({ from }) => from === "formulas")).toBe(true);
    expect(told(relations, "Sum", "row")).toEqual(["C1 = A1 B1", "C2 = A2 B2"]);
    expect(told(relations, "Division", "row")).toEqual(["D1 = A1 B1"]);
    expect(broken.map(({ cell, stated, right }) => [cellAddress(cell), stated, right])).toEqual([
      ["C2", 12, 11],
    ]);
  });

  test("totals of subtotals name the subtotals", () => {
    const rows = plainRows(5, 12, 6).map(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => {
      const [first, second] = [a + b + c, d + e + f];
      return [a, b, c, first, d, e, f, second, first + second];
    });
    const { relations } = findRelations(sheetOf("一", rows));
    const sums = told(relations, "Sum", "row");
    expect(sums).toContain("D1 = A1 B1 C1");
    expect(sums).toContain("H1 = E1 F1 G1");
    expect(sums).toContain("I1 = D1 H1");
  });

  test("the same at every scale", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(0.01, 0.1, 10, 100), (seed, scale) => {
        const rows = withTotals(plainRows(seed, 6, 4));
        const scaled = rows.map((row) => row.map((figure) => Number((figure * scale).toPrecision(12))));
        expect(told(findRelations(sheetOf("一", scaled)).relations, "Sum", "row")).toEqual(
          expect.arrayContaining(TOTALS_OF_SIX),
        );
      }),
      { numRuns: 25 },
    );
  });

  test("one wrong total among right ones is broken, with the right figure", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 8 }), (seed, wrong) => {
        const rows = withTotals(plainRows(seed, 10, 4));
        const right = rows[wrong]?.[4] ?? 0;
        const sheet = rows.map((row, index) => (index === wrong ? [...row.slice(0, 4), right + 37] : row));
        const { broken } = findRelations(sheetOf("一", sheet));
        expect(broken).toEqual(
          expect.arrayContaining([
            expect.objectContaining({ cell: { row: wrong, column: 4 }, stated: right + 37, right }),
          ]),
        );
      }),
      { numRuns: 25 },
    );
  });

  test("percent changes with one decimal", () => {
    const rows = plainRows(6, 12, 2).map(([one = 0, other = 0]) => {
      const [before, after] = [one + 1_000, other + 1_000];
      return [before, after, Math.round((after / before - 1) * 1_000) / 10];
    });
    const { relations } = findRelations(sheetOf("一", rows));
    expect(told(relations, "RelativeChange", "row")).toContain("C1 = A1 B1");
  });

  test("a typed figure near its sum among formulas is broken", () => {
    const rows = withTotals(plainRows(7, 8, 3));
    const right = rows[4]?.[3] ?? 0;
    const values = rows.map((row, index) => (index === 4 ? [...row.slice(0, 3), right + 2] : row));
    const formulas = Object.fromEntries(
      [1, 2, 3, 4, 6, 7, 8].map((row) => [`D${row}`, `=SUM(A${row}:C${row})`]),
    );
    const { broken } = findRelations(sheetOf("一", values, { formulas }));
    expect(broken.map(({ cell, right: told }) => [cellAddress(cell), told])).toEqual([["D5", right]]);
  });

  test("nothing in an empty sheet, one cell, texts", () => {
    for (const rows of [[], [[1]], [["甲", "乙"]]]) {
      expect(findRelations(sheetOf("一", rows))).toEqual({ relations: [], broken: [] });
    }
  });
});
