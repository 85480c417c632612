import type { FactTable } from "../../../../src/core/facts/fact";
import { decimalOfNumber } from "../../../../src/core/numbers/decimal";
import { formulaAt, valueAt, type CellValue } from "../../../../src/core/workbook/snapshot";
import { sheetOf } from "../../sheets";

/** A table that is a whole sheet without a header. Formulas by address; weights by column, one list a source. */
export function tableOf(
  rows: readonly (readonly CellValue[])[],
  extras: {
    readonly formulas?: Readonly<Record<string, string>>;
    readonly stated?: readonly (readonly (number | null)[])[];
  } = {},
): FactTable {
  const sheet = sheetOf("Scores", rows, { formulas: extras.formulas ?? {} });
  return {
    rowCount: sheet.area.rowCount,
    columnCount: sheet.area.columnCount,
    value: (row, column) => valueAt(sheet, { row, column }),
    formula: (row, column) => formulaAt(sheet, { row, column }),
    place: (row, column) => ({ sheet: sheet.name, row, column }),
    shownPlaces: () => null,
    stated: (extras.stated ?? []).map((list) =>
      list.map((weight) => (weight === null ? null : decimalOfNumber(weight))),
    ),
    workbook: [sheet],
    full: true,
  };
}

/** Numbers that look random and are the same in every run: 0 up to, not including, 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Marks of units: a name, then so many figures from 40 to 100 with so many decimals. */
export function marks(seed: number, rows: number, columns: number, places = 1): (string | number)[][] {
  const next = randomNumbers(seed);
  const unit = 10 ** places;
  return Array.from({ length: rows }, (_, row) => [
    `Unit ${String(row + 1)}`,
    ...Array.from({ length: columns }, () => Math.round((40 + next() * 60) * unit) / unit),
  ]);
}

/** What the exact sum of figures with two decimals at most is, by whole numbers: no fraction is ever added. */
export function sumOf(figures: readonly (number | string)[]): number {
  return figures.reduce<number>((sum, figure) => sum + Math.round(Number(figure) * 100), 0) / 100;
}

/** The places of totals, best first, equal ones alike (1, 2, 2, 4). */
export function placesOf(totals: readonly number[]): number[] {
  return totals.map((total) => 1 + totals.filter((other) => other > total).length);
}
