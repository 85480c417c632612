import { describe, expect, test } from "@jest/globals";
import { shownFormula, storedFormula } from "../../../src/workbook/file/formulaText";
import { SharedFormula } from "../../../src/workbook/file/sharedFormula";

describe("how a file stores a formula", () => {
  const pairs: readonly [string, string][] = [
    ["PERF.TOTAL(A1,B1,C1,D1)", "_xldudf_PERF_TOTAL(A1,B1,C1,D1)"],
    ["ROUND(PERF.TOTAL(A1:D1),1)", "ROUND(_xldudf_PERF_TOTAL(A1:D1),1)"],
    ['IFS(A1>90,"优",TRUE,"良")', '_xlfn.IFS(A1>90,"优",TRUE,"良")'],
    ["RANK.EQ(A1,A:A)", "_xlfn.RANK.EQ(A1,A:A)"],
    ["SORT(FILTER(A1:A9,B1:B9))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9))"],
    ["\"PERF.TOTAL(1)\"&'IFS(1)'!A1", "\"PERF.TOTAL(1)\"&'IFS(1)'!A1"],
    ["SUM(A1:A3)", "SUM(A1:A3)"],
  ];

  test.each(pairs)("%s", (shown, stored) => {
    expect(storedFormula(shown)).toBe(stored);
    expect(shownFormula(stored)).toBe(shown);
  });

  test("functions of other add-ins are shown with their dot, and small letters of other programs are no matter", () => {
    expect(shownFormula("_xldudf_CONTOSO_ADD(1)")).toBe("CONTOSO.ADD(1)");
    expect(shownFormula("_xldudf_perf_total(1)")).toBe("PERF.TOTAL(1)");
  });
});

describe("a shared formula in another cell", () => {
  const from = { row: 1, column: 2 };
  const to = { row: 4, column: 3 };
  // Three rows down, one column to the right.
  const cases: readonly [string, string][] = [
    ["A2+B2", "B5+C5"],
    ["$A$2+$A2+A$2", "$A$2+$A5+B$2"],
    ["SUM(A2:B3)", "SUM(B5:C6)"],
    ["SUM(A:A,$B:C,2:3,$2:3)", "SUM(B:B,$B:D,5:6,$2:6)"],
    ["第一组!A2+'A2 B2'!A2", "第一组!B5+'A2 B2'!B5"],
    ['A2&"A2"&LOG10(A2)', 'B5&"A2"&LOG10(B5)'],
    ["得分A2+表1[A2]+Q1_total", "得分A2+表1[A2]+Q1_total"],
    ["[1]Sheet1!A2", "[1]Sheet1!B5"],
    ["A2+\"A2\"+A2+'A'!A2+A2", "B5+\"A2\"+B5+'A'!B5+B5"],
    ['A2&"x&A2"&A2', 'B5&"x&A2"&B5'],
    ["XFD2+A1048576", "#REF!+#REF!"],
  ];

  test.each(cases)("%s", (formula, shifted) => {
    expect(new SharedFormula(formula, from).at(to)).toBe(shifted);
  });
});
