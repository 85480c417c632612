import { describe, expect, test } from "@jest/globals";
import { proposeScheme } from "../../../../src/core/recognise/proposeScheme";
import { readWorkbook } from "../../../../src/core/recognise/reading/readTables";
import type { CellValue } from "../../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../../sheets";

const SCORES = [
  ["东山镇", 8, 7, 6, 21],
  ["西山镇", 6, 9, 7, 22],
  ["南山镇", 7, 7, 9, 23],
  ["北山镇", 9, 5, 6, 20],
];
const DATES = { B1: "yyyy/m/d", C1: "yyyy/m/d", D1: "yyyy/m/d" };

function workbook(header: readonly CellValue[], dateSystem: "1900" | "1904", formats = {}) {
  const sheet = sheetOf("检查", [["单位", ...header, "总分"], ...SCORES], { numberFormats: formats });
  return { ...workbookOf(sheet), dateSystem };
}

function pathsIn(header: readonly CellValue[], dateSystem: "1900" | "1904" = "1900", formats = {}): string[] {
  const tables = readWorkbook(workbook(header, dateSystem, formats)).sheets[0]?.tables ?? [];
  return tables.flatMap(({ columns }) => columns.slice(1, 4).map(({ path }) => path.join("/")));
}

describe("the name of a column", () => {
  test("is the day of a date, by the workbook's own date system", () => {
    const days = ["2025-07-04", "2025-07-11", "2025-07-18"];
    expect(pathsIn([45842, 45849, 45856], "1900", DATES)).toEqual(days);
    expect(pathsIn([45842 - 1462, 45849 - 1462, 45856 - 1462], "1904", DATES)).toEqual(days);
  });

  test("is the number, exactly, of a header that is one", () => {
    expect(pathsIn([1.1, 0.1 + 0.2, 3])).toEqual(["1.1", "0.3", "3"]);
  });

  test("stays as it is written, on one line", () => {
    expect(pathsIn(["2019 Score", "7.3-1", "2020\nScore"])).toEqual(["2019 Score", "7.3-1", "2020 Score"]);
  });

  test("stands in the scheme that the workbook's own columns make", () => {
    const proposal = proposeScheme(workbook([45842, 45849, 45856], "1900", DATES));
    expect(proposal?.scheme.components.map(({ name }) => name)).toEqual([
      "2025-07-04",
      "2025-07-11",
      "2025-07-18",
    ]);
  });
});
