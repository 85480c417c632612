import { describe, expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/runChecks";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import { sheetOf, workbookOf } from "../sheets";

/** Findings about the sum of three weights in a row of their own over formulas that use them; figures are made up. */
function sumFindings(weights: readonly [number, number, number]): (string | number | undefined)[] {
  const total = (row: number) => `=SUMPRODUCT(B$2:D$2,B${String(row)}:D${String(row)})`;
  const sheet = sheetOf(
    "考核",
    [
      ["单位", "质量", "进度", "安全", "总分"],
      ["权重", ...weights, null],
      ["甲公司", 77, 75, 72, 75],
      ["乙公司", 89, 78, 78, 83],
    ],
    { formulas: { E3: total(3), E4: total(4) } },
  );
  const snapshot = workbookOf(sheet);
  const proposal = proposeScheme(snapshot);
  const recognition = proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2015 });
  if (!recognition) throw new Error("nothing was recognised");
  const ranking = rankAssessment(proposal.scheme, recognition.assessment);
  return runChecks({ snapshot, recognition, ranking })
    .filter(({ code }) => code === "weights-sum")
    .map(({ parameters }) => parameters["sum"]);
}

describe("weights that a table states", () => {
  test("that do not sum to 100% are told with their sum", () => {
    expect(sumFindings([0.5, 0.3, 0.3])).toEqual(["110%"]);
  });

  test("that sum to 100% are no finding", () => {
    expect(sumFindings([0.5, 0.3, 0.2])).toEqual([]);
  });
});
