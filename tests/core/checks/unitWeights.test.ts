import { describe, expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/runChecks";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { cellAddress } from "../../../src/core/workbook/address";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** Findings about weights in columns of their own beside 结果得分 and 过程得分; figures are made up. */
function weightFindings(weights: readonly (readonly [CellValue, CellValue])[]): string[] {
  const names = ["铁东区政府", "铁西区政府", "立山区政府"];
  const rows = weights.map(([result, process], index): CellValue[] => [
    names[index] ?? "",
    90.5 - index,
    result,
    88.25 - index,
    process,
    91,
    87,
  ]);
  const header = ["单位", "结果得分", "权重", "过程得分", "权重", "领导评价得分", "公众评议得分"];
  const snapshot = workbookOf(sheetOf("汇总", [header, ...rows]));
  const recognition = recognise(snapshot, anshan2015, { defaultYear: 2015 });
  if (!recognition) throw new Error("nothing was recognised");
  const ranking = rankAssessment(anshan2015, recognition.assessment);
  return runChecks({ snapshot, recognition, ranking })
    .filter(({ code }) => code.includes("weight"))
    .map(({ code, cell, parameters }) => {
      const { stated, weight } = parameters;
      return `${code} ${cell ? cellAddress(cell) : ""} ${String(stated)} ${String(weight)}`;
    });
}

describe("weights in columns of their own", () => {
  test("the scheme's weights, however they are written, are no finding", () => {
    expect(
      weightFindings([
        [0.55, 0.3],
        ["55%", 30],
        [55, "３０％"],
      ]),
    ).toEqual([]);
  });

  test("a row with another weight is found at its cell", () => {
    expect(
      weightFindings([
        [0.55, 0.3],
        [0.85, 0],
        [0.55, 0.3],
      ]),
    ).toEqual(["unit-weight-differs C3 85% 55%", "unit-weight-differs E3 0% 30%"]);
  });

  test("a whole column with another weight is one finding at its header", () => {
    expect(
      weightFindings([
        [0.5, 0.3],
        [0.5, 0.3],
        [0.5, 0.3],
      ]),
    ).toEqual(["weight-differs C1 50% 55%"]);
  });
});
