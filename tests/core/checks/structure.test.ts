import { describe, expect, test } from "@jest/globals";
import { findingsIn, foundWith, madeUnits, places, scoreSheet } from "./scoreWorkbook";
import { sheetOf, workbookOf } from "../sheets";

describe("what is hidden, merged or left out", () => {
  test("hidden rows with units are one finding with their rows", () => {
    const found = findingsIn(scoreSheet({ extras: { hiddenRows: [9, 10, 75] } }));
    expect(places(found)).toEqual(["rows-hidden@A10"]);
    expect(found[0]?.parameters).toEqual({ count: 2, rows: "10、11" });
  });

  test("rows that a filter hides are told apart", () => {
    expect(foundWith({ extras: { hiddenRows: [9], filtered: true } })).toEqual(["rows-filtered@A10"]);
  });

  test("hidden columns with figures are one finding; an empty hidden column is none", () => {
    expect(foundWith({ extras: { hiddenColumns: [4, 5] } })).toEqual(["columns-hidden@E2"]);
    expect(foundWith({ extras: { hiddenColumns: [14] } })).toEqual([]);
  });

  test("a hidden sheet of scores is said to be used", () => {
    expect(foundWith({ extras: { visibility: "hidden" } })).toEqual(["sheet-hidden"]);
  });

  test("a bonus merged over several units is found", () => {
    expect(foundWith({ extras: { merges: ["G4:G6"] } })).toContain("figures-merged@G4");
  });

  test("a sheet with units and numbers that no table was read from is named", () => {
    const rows = madeUnits()
      .slice(0, 5)
      .map(({ name }, index) => [name, index + 1]);
    const left = sheetOf("临时", [["随手记"], ...rows]);
    const [summary] = scoreSheet().sheets;
    if (!summary) throw new Error("the sheet is made above");
    expect(places(findingsIn(workbookOf(summary, left)))).toEqual(["sheet-unused@A2"]);
  });

  test("a summary of several periods that nothing else looks at is named; one that restates the totals is not", () => {
    const [summary] = scoreSheet().sheets;
    if (!summary) throw new Error("the sheet is made above");
    const right = findingsIn(workbookOf(summary));
    const totals = new Map(summary.values.map((row) => [row[1], row]));
    const yearly = (add: number) => {
      const rows = madeUnits().map(({ name }) => {
        const total = totals.get(name)?.find((value, column) => column > 7 && typeof value === "number");
        return [name, 80, 90, Number(total) + add];
      });
      return findingsIn(
        workbookOf(summary, sheetOf("全年", [["单位", "一季度", "二季度", "年度得分"], ...rows])),
      );
    };
    expect(right).toEqual([]);
    expect(places(yearly(0))).toEqual([]);
    expect(places(yearly(500))).toEqual(["sheet-unused@A2"]);
  });

  test("a ledger whose events are of no known kind is named, even for one row", () => {
    const [summary] = scoreSheet().sheets;
    const [unit] = madeUnits();
    if (!summary || !unit) throw new Error("the sheet is made above");
    const ledger = sheetOf("台账", [
      ["日期", "单位", "类别", "分值", "文号"],
      ["3月3日", unit.name, "察访核验", -2, "2号"],
    ]);
    expect(places(findingsIn(workbookOf(summary, ledger)))).toEqual(["sheet-unused@B2"]);
  });

  test("a list of units with telephone numbers is no sheet of scores", () => {
    const rows = madeUnits().map(({ name }, index) => [index + 1, name, "某科室", 8412300 + index]);
    const [summary] = scoreSheet().sheets;
    if (!summary) throw new Error("the sheet is made above");
    const contacts = sheetOf("通讯录", [["序号", "单位名称", "科室", "电话"], ...rows]);
    expect(findingsIn(workbookOf(summary, contacts))).toEqual([]);
  });

  test("a sheet of explanations is no finding", () => {
    const [summary] = scoreSheet().sheets;
    if (!summary) throw new Error("the sheet is made above");
    const notes = sheetOf("说明", [["填表说明"], ["一、得分按百分制"], ["二、共70个单位"]]);
    expect(findingsIn(workbookOf(summary, notes))).toEqual([]);
  });
});
