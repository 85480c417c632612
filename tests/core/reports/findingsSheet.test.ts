import { describe, expect, test } from "@jest/globals";
import { createFinding } from "../../../src/core/findings/createFinding";
import type { Finding } from "../../../src/core/findings/finding";
import { planFindingsSheet } from "../../../src/core/reports/findingsSheet";
import { createTranslate } from "../../../src/i18n";

const translate = createTranslate("zh-CN");

function planned(findings: readonly Finding[]) {
  return planFindingsSheet(findings, translate, {
    madeAt: "2015-12-31 10:20",
    meaning: ({ code }) => `含义 ${code}`,
    message: ({ code, cell }) => `${code} ${String(cell?.row)}`,
    remedy: () => "核对",
  });
}

const at = (row: number) => ({ sheet: "第1组", cell: { row, column: 2 } });

describe("the findings sheet", () => {
  test("has errors before hints, and findings of one rule under their heading", () => {
    const sheet = planned([
      createFinding("component-zero", at(9)),
      createFinding("total-differs", at(3)),
      createFinding("component-missing", at(5)),
      createFinding("total-differs", at(4)),
    ]);
    const rows = sheet.cells.slice(3).map((cells) => (typeof cells[0] === "number" ? cells[3] : cells[0]));
    expect(rows).toEqual([
      "含义 total-differs（2 处）",
      "total-differs 3",
      "total-differs 4",
      "含义 component-missing（1 处）",
      "component-missing 5",
      "含义 component-zero（1 处）",
      "component-zero 9",
    ]);
  });

  test("links each finding to its cell, and one about the workbook to nothing", () => {
    const sheet = planned([createFinding("total-differs", at(3)), createFinding("unit-missing", null)]);
    expect(sheet.links.map(({ target }) => target)).toEqual([{ sheet: "第1组", row: 3, column: 2 }]);
  });

  test("says so when nothing was found", () => {
    const texts = planned([]).cells.flat();
    expect(texts).toContain("未发现问题");
  });
});
