import { describe, expect, test } from "@jest/globals";
import { followPlace, headerTextsOf } from "../../../src/core/recognise/settled/followPlace";
import type { SettledPlace } from "../../../src/core/recognise/settled/settledPlace";
import { createSheetGrid } from "../../../src/core/shape/sheetGrid";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

const HEADER = ["咕噜", "哇卡", "呜噗"];
const ROWS: readonly (readonly CellValue[])[] = [
  ["登记"],
  HEADER,
  ["权", 0.4, 0.6],
  ["东湖", 80, 90],
  ["西山", 90, 60],
];

const PLACE: SettledPlace = {
  sheet: "表一",
  flipped: false,
  headerRow: 1,
  unitColumn: 0,
  weightRow: 2,
  header: headerTextsOf(createSheetGrid(sheetOf("表一", ROWS)), 1),
};

/** Where the table is looked for now: sheet, header row, column of the units, row of the weights. */
function followed(...sheets: readonly { name: string; rows: readonly (readonly CellValue[])[] }[]) {
  const workbook = workbookOf(...sheets.map(({ name, rows }) => sheetOf(name, rows)));
  const { sheet, headerRow, unitColumn, weightRow } = followPlace(workbook, PLACE);
  return [sheet, headerRow, unitColumn, weightRow];
}

describe("a settled table is found again", () => {
  test("where it was", () => {
    expect(followed({ name: "表一", rows: ROWS })).toEqual(["表一", 1, 0, 2]);
  });

  test("under rows that were inserted above it", () => {
    expect(followed({ name: "表一", rows: [["副题"], [null], ...ROWS] })).toEqual(["表一", 3, 0, 4]);
  });

  test("beside a column that was inserted", () => {
    const rows = ROWS.map((row, index) => [index === 1 ? "号" : index > 2 ? index : null, ...row]);
    expect(followed({ name: "表一", rows })).toEqual(["表一", 1, 1, 2]);
  });

  test("on its sheet, whatever that is called now", () => {
    const other = { name: "说明", rows: [["只有文字"]] };
    expect(followed(other, { name: "定稿", rows: ROWS })).toEqual(["定稿", 1, 0, 2]);
  });

  test("nowhere else than before where two sheets have its header, or none", () => {
    expect(followed({ name: "甲", rows: ROWS }, { name: "乙", rows: ROWS })).toEqual(["表一", 1, 0, 2]);
    expect(followed({ name: "表一", rows: [["别的", "表头", "了"]] })).toEqual(["表一", 1, 0, 2]);
  });
});
