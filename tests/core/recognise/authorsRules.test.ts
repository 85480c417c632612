import { describe, expect, test } from "@jest/globals";
import { formatFixed } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf, type SheetExtras } from "../sheets";

/** The ranking of a sheet under the scheme that its own headers and figures make; all figures are made up. */
function ranked(rows: readonly (readonly CellValue[])[], extras: SheetExtras = {}): string[] {
  const snapshot = workbookOf(sheetOf("表", rows, extras));
  const proposal = proposeScheme(snapshot);
  const recognition =
    proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2015, corrections: proposal.roles });
  if (!recognition) throw new Error("nothing was recognised");
  return rankAssessment(proposal.scheme, recognition.assessment).groups.flatMap(({ ranked: units }) =>
    units.map(({ unit, rank, total }) => `${String(rank)} ${unit.name} ${formatFixed(total, 2)}`),
  );
}

describe("a workbook of another office is ranked by its author's rule", () => {
  test("judges under headings with shares: the mean of the ballots that were cast, times the share", () => {
    const rows = [
      ["姓名", "领导评分（40%）", null, "中层评分（40%）", null, null, "群众评分（20%）", null],
      [null, "甲", "乙", "丙", "丁", "戊", "己", "庚"],
      ["员工1", 90, 92, 88, 85, 87, 90, 80],
      ["员工2", 85, null, 90, 91, null, 80, 85],
      ["员工3", 70, 75, 80, 82, 81, 88, 90],
    ];
    // 员工1: 91 × 0.4 + 260/3 × 0.4 + 85 × 0.2 = 88.0667; 员工2: 85 × 0.4 + 90.5 × 0.4 + 82.5 × 0.2 = 86.7;
    // 员工3: 72.5 × 0.4 + 81 × 0.4 + 89 × 0.2 = 79.2.
    expect(ranked(rows, { merges: ["A1:A2", "B1:C1", "D1:F1", "G1:H1"] })).toEqual([
      "1 员工1 88.07",
      "2 员工2 86.70",
      "3 员工3 79.20",
    ]);
  });

  test("the least is best where the author ranks so", () => {
    const penalties = [19, 12, 40, 33, 8, 27, 51, 16];
    const sorted = [...penalties].sort((left, right) => left - right);
    const rows = penalties.map((points, index) => [
      `Team ${String.fromCharCode(65 + index)}`,
      points,
      5,
      points + 5,
      sorted.indexOf(points) + 1,
    ]);
    const names = ranked([["Team", "Controls", "Time", "Total", "Rank"], ...rows]);
    expect(names[0]).toBe("1 Team E 13.00");
    expect(names.at(-1)).toBe("8 Team G 56.00");
  });

  test("a table without any header is ranked by the sum that its last column holds", () => {
    const rows = ["Otters", "Beavers", "Foxes", "Wrens", "Stoats", "Herons"].map(
      (name, index): CellValue[] => {
        const [one, two, three] = [31 - 3 * index, 17 + ((index * 7) % 11), 24 + ((index * 5) % 13)];
        return [name, one, two, three, one + two + three];
      },
    );
    const formulas = Object.fromEntries(
      rows.map((_, index) => [`E${String(index + 1)}`, `=SUM(B${String(index + 1)}:D${String(index + 1)})`]),
    );
    // Otters 31+17+24 = 72, Beavers 28+24+29 = 81, Foxes 25+20+34 = 79, Wrens 22+27+26 = 75, Stoats 19+23+31 = 73,
    // Herons 16+19+36 = 71.
    expect(ranked(rows, { formulas })).toEqual([
      "1 Beavers 81.00",
      "2 Foxes 79.00",
      "3 Wrens 75.00",
      "4 Stoats 73.00",
      "5 Otters 72.00",
      "6 Herons 71.00",
    ]);
  });

  test("totals that are rounded up are ranked as they stand, not corrected", () => {
    const rows = [18, 25, 31, 12, 22, 29].map((score, index) => [
      `学员${String(index + 1)}`,
      score,
      score + 0.4,
      Math.ceil(2 * score + 0.4),
    ]);
    const formulas = Object.fromEntries(
      rows.map((_, index) => [
        `D${String(index + 2)}`,
        `=CEILING(B${String(index + 2)}+C${String(index + 2)},1)`,
      ]),
    );
    expect(ranked([["姓名", "平时", "期末", "总分"], ...rows], { formulas })[0]).toBe("1 学员3 63.00");
  });

  test("lines between the units part nothing where the author ranks through them", () => {
    const group = (name: string): CellValue[] => [name, null, null, null, null];
    const scores = [88, 61, 79, 95, 70, 83, 66, 91];
    const places = [...scores].sort((left, right) => right - left);
    const units = scores.map((score, index): CellValue[] => [
      `网点${String(index + 1)}`,
      score - 30,
      30,
      score,
      places.indexOf(score) + 1,
    ]);
    const rows = [
      ["网点", "业务", "服务", "总分", "名次"],
      group("北区"),
      ...units.slice(0, 4),
      group("南区"),
      ...units.slice(4),
    ];
    expect(ranked(rows).slice(0, 3)).toEqual(["1 网点4 95.00", "2 网点8 91.00", "3 网点1 88.00"]);
  });
});
