import { describe, expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/runChecks";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { recognise } from "../../../src/core/recognise/recognise";
import { proposeRepairs, type Repair } from "../../../src/core/repairs/proposeRepairs";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { cellAddress } from "../../../src/core/workbook/address";
import type { CellValue, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf, type SheetExtras } from "../sheets";

const HEADER = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"];

function proposed(
  rows: readonly (readonly CellValue[])[],
  extras: SheetExtras = {},
  others: readonly SheetSnapshot[] = [],
): Repair[] {
  const snapshot = workbookOf(sheetOf("汇总", [HEADER, ...rows], extras), ...others);
  const recognition = recognise(snapshot, anshan2015, { defaultYear: 2015 });
  if (recognition === null) throw new Error("nothing was recognised");
  const { assessment } = recognition;
  const findings = runChecks({
    snapshot,
    recognition,
    ranking: rankAssessment(anshan2015, assessment),
  });
  return proposeRepairs(snapshot, recognition, findings);
}

/** Repairs as `B2: 95分 → 95`. */
function shown(repairs: readonly Repair[]): string[] {
  return repairs
    .map(({ cell, before, after }) => `${cellAddress(cell)}: ${before} → ${String(after)}`)
    .sort();
}

describe("safe repairs", () => {
  test("numbers that are written as text become numbers", () => {
    const repairs = proposed([
      ["铁东区政府", "95", "９３．５", " 88 ", "90分"],
      ["立山区政府", 91, "92%", 88, 90],
    ]);
    expect(shown(repairs)).toEqual([
      "B2: 95 → 95",
      "C2: ９３．５ → 93.5",
      "C3: 92% → 92",
      "D2:  88  → 88",
      "E2: 90分 → 90",
    ]);
    expect(repairs.every(({ after }) => typeof after === "number")).toBe(true);
  });

  test("a cell formatted as text becomes a general one, another keeps its format", () => {
    const repairs = proposed([["铁东区政府", "95", "93", 88, 90]], {
      numberFormats: { B2: "@", C2: "0.00" },
    });
    expect(repairs.map(({ formatBefore, formatAfter }) => [formatBefore, formatAfter])).toEqual([
      ["@", "General"],
      ["0.00", "0.00"],
    ]);
  });

  test("an alias becomes the roster's name in every table that lists the unit, so that lookups go on finding it", () => {
    const ledger = sheetOf("台账", [
      ["序号", "单位", "加分", "扣分"],
      [1, "铁东区", 1, null],
      [2, "立山区政府", null, 1],
      [3, "铁东区", null, 5],
    ]);
    const rows = [
      ["铁东区", 90, 91, 92, 93],
      ["立山区政府", 90, 91, 92, 93],
    ];
    expect(
      proposed(rows, {}, [ledger]).map(({ cell, after }) => `${cell.sheet}!${cellAddress(cell)} ${after}`),
    ).toEqual(["汇总!A2 铁东区政府", "台账!B2 铁东区政府", "台账!B4 铁东区政府"]);
  });

  test("a cell that says more than the name keeps its text", () => {
    const form = sheetOf("台安", [
      ["单位：台安", null],
      ["项目", "得分"],
      ["结果得分", 90],
      ["过程得分", 91],
      ["领导评价得分", 92],
      ["公众评议得分", 93],
    ]);
    const snapshot = workbookOf(form);
    const recognition = recognise(snapshot, anshan2015, { defaultYear: 2015 });
    expect(recognition?.assessment.units.map(({ name }) => name)).toEqual(["台安县政府"]);
    expect(recognition && proposeRepairs(snapshot, recognition, recognition.findings)).toEqual([]);
  });

  test("accepted aliases become the roster's names, however many there are", () => {
    const rows = ["铁东区", "铁西区", "立山区", "海城市", "台安县"].map((name) => [name, 90, 91, 92, 93]);
    const repairs = proposed(rows);
    expect(repairs.map(({ after }) => after)).toContain("铁东区政府");
    expect(repairs).toHaveLength(5);
  });

  test("nothing is offered for a near name, a text, a percent format or a negative deduction", () => {
    const rows = [
      ["铁冬区政府", "良好", 93, 88, 90],
      ["立山区政府", 0.95, 93, 88, 90],
    ];
    expect(proposed(rows, { numberFormats: { B3: "0%" } })).toEqual([]);
  });

  test("formulas are never touched", () => {
    const repairs = proposed([["铁东区政府", "95", 93, 88, 90]], { formulas: { B2: '=TEXT(95,"0")' } });
    expect(repairs).toEqual([]);
  });
});
