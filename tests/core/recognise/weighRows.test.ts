import { describe, expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/runChecks";
import { formatFixed } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import { cellAddress } from "../../../src/core/workbook/address";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

const HEADER = ["部门", "指标", "权重", "得分", "加权得分"];

/** Made-up workshops whose items have weights of their own: 90×60%+80×40% = 86, 90×50%+81.5×50% = 85.75. */
const ROWS: readonly (readonly CellValue[])[] = [
  ["一车间", "产量", 0.6, 90, 54],
  [null, "成本", 0.4, 80, 32],
  [null, "小计", 1, null, 86],
  ["二车间", "产量", "50%", 90, 45],
  [null, "安全", 50, 81.5, 40.75],
  [null, "小计", 1, null, 85.75],
];

function read(rows: readonly (readonly CellValue[])[]) {
  const snapshot = workbookOf(sheetOf("明细", [HEADER, ...rows]));
  const proposal = proposeScheme(snapshot);
  const recognition = proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2015 });
  if (!recognition) throw new Error("nothing was recognised");
  const ranking = rankAssessment(proposal.scheme, recognition.assessment);
  return {
    units: recognition.assessment.units,
    ranks: ranking.groups.flatMap(({ ranked }) =>
      ranked.map(({ rank, unit, total }) => `${String(rank)} ${unit.name} ${formatFixed(total, 2)}`),
    ),
    findings: runChecks({ snapshot, recognition, ranking }).map(
      ({ code, cell }) => `${code} ${cell === null ? "" : cellAddress(cell)}`,
    ),
  };
}

describe("items with weights of their own for every unit", () => {
  test("units are ranked by their scores times their own weights, and point at their cells", () => {
    const { units, ranks, findings } = read(ROWS);
    expect(ranks).toEqual(["1 一车间 86.00", "2 二车间 85.75"]);
    expect(findings).toEqual([]);
    expect(units.map(({ source }) => cellAddress(source))).toEqual(["A2", "A5"]);
  });

  test("an author's sum that is wrong is found at its cell", () => {
    const wrong = ROWS.map((row) => (row[4] === 85.75 ? [...row.slice(0, 4), 86.75] : row));
    expect(read(wrong).findings).toEqual(["total-differs E7"]);
  });

  test("weights that do not sum to 100% leave their unit out, and the finding says what they sum to", () => {
    const wrong = [...ROWS, ["三车间", "产量", 0.6, 90, 54], [null, "成本", 0.3, 80, 24]];
    const { ranks, findings } = read(wrong);
    expect(ranks).toEqual(["1 一车间 86.00", "2 二车间 85.75"]);
    expect(findings).toEqual(["unit-weights-sum C8", "component-missing D8"]);
  });

  test("a score that is lacking leaves its unit out", () => {
    const { ranks, findings } = read([...ROWS, ["三车间", "产量", 0.6, 90], [null, "成本", 0.4, null]]);
    expect(ranks).toHaveLength(2);
    expect(findings).toEqual(["component-missing D8"]);
  });
});
