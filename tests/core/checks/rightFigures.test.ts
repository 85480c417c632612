import { describe, expect, test } from "@jest/globals";
import { cellAddress } from "../../../src/core/workbook/address";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";
import { findingsIn } from "./scoreWorkbook";

/** Errors under the scheme that the sheet itself makes, as code@cell. */
function errorsIn(rows: readonly (readonly CellValue[])[]): string[] {
  const snapshot = workbookOf(sheetOf("表", rows));
  return findingsIn(snapshot, proposeScheme(snapshot)?.scheme ?? anshan2015)
    .filter(({ severity }) => severity === "error")
    .map(({ code, cell }) => `${code}@${cell ? cellAddress(cell).replace(/^.*!/, "") : ""}`);
}

describe("one slip is one error", () => {
  test("a wrong subtotal beside a right total is found where it stands, and nowhere else", () => {
    const rows = Array.from({ length: 14 }, (_, index): CellValue[] => {
      const [one, two] = [40 + ((index * 17) % 31), 35 + ((index * 11) % 29)];
      const [three, four] = [20 + ((index * 7) % 23), 50 + ((index * 13) % 37)];
      const first = one + two;
      const second = three + four;
      return [
        `组员${String(index + 1)}`,
        one,
        two,
        index === 4 ? first + 9 : first,
        three,
        four,
        second,
        first + second,
      ];
    });
    expect(errorsIn([["姓名", "甲", "乙", "上午", "丙", "丁", "下午", "总分"], ...rows])).toEqual([
      "sum-differs@D6",
    ]);
  });

  test("ranks that follow the right totals are no errors beside a wrong total", () => {
    const scores = Array.from({ length: 14 }, (_, index) =>
      Array.from({ length: 5 }, (__, race) => 4 + ((index * 19 + race * 23 + index * race * 5) % 47)),
    );
    // The best four of five: the lowest is left out.
    const totals = scores.map((races) => races.reduce((sum, race) => sum + race, 0) - Math.min(...races));
    const rows = scores.map((races, index): CellValue[] => {
      const total = totals[index] ?? 0;
      const rank = 1 + totals.filter((other) => other > total).length;
      return [`船${String(index + 1)}`, ...races, index === 8 ? total + 60 : total, rank];
    });
    const header = ["船", "一", "二", "三", "四", "五", "积分", "名次"];
    expect(errorsIn([header, ...rows])).toEqual(["best-differs@G10"]);
  });
});
