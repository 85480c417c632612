import { describe, expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/runChecks";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import { sheetOf, workbookOf } from "../sheets";

/** Codes found for made-up classes whose first score is under the given header. */
function codesUnder(header: string): string[] {
  const snapshot = workbookOf(
    sheetOf("量化", [
      ["班级", header, "加分", "扣分", "总分"],
      ["1班", 100, 4.5, 2, 102.5],
      ["2班", 100, 1, 3, 98],
      ["3班", 100, 2, 4, 98],
      ["4班", 100, null, 6, 94],
    ]),
  );
  const proposal = proposeScheme(snapshot);
  const recognition = proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2023 });
  if (!recognition) throw new Error("no table is recognised");
  const ranking = rankAssessment(proposal.scheme, recognition.assessment);
  return runChecks({ snapshot, recognition, ranking }).map(({ code }) => code);
}

describe("a total above the full mark", () => {
  test("is a warning", () => {
    expect(codesUnder("考核分（100分）")).toContain("total-outside");
  });

  test.each(["基础分", "起评分（100分）"])("is none over %s, which everybody starts with", (header) => {
    expect(codesUnder(header)).not.toContain("total-outside");
  });
});
