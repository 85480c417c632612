import { expect, test } from "@jest/globals";
import {
  filterFindings,
  keepPossible,
  NO_FILTER,
  severityChoices,
  sheetChoices,
} from "../../src/taskpane/findingFilter";
import { finding } from "./reports";

const onWorkbook = { ...finding("unit-missing", "error"), sheet: null };
const findings = [
  finding("range", "error", 3, "汇总"),
  finding("alias", "hint", 4, "汇总"),
  finding("range", "error", 5, "第一组"),
  onWorkbook,
];

test("without a filter all findings are shown", () => {
  expect(filterFindings(findings, NO_FILTER)).toEqual(findings);
});

test("severity and sheet go together", () => {
  const sheet = { kind: "sheet", name: "汇总" } as const;
  expect(filterFindings(findings, { severity: "error", sheet })).toEqual([findings[0]]);
  expect(filterFindings(findings, { severity: null, sheet: { kind: "about-workbook" } })).toEqual([
    onWorkbook,
  ]);
});

test("only what is there is offered, counted", () => {
  expect(severityChoices(findings)).toEqual([
    { value: "error", count: 3 },
    { value: "hint", count: 1 },
  ]);
  expect(sheetChoices(findings)).toEqual([
    { value: { kind: "sheet", name: "汇总" }, count: 2 },
    { value: { kind: "sheet", name: "第一组" }, count: 1 },
    { value: { kind: "about-workbook" }, count: 1 },
  ]);
});

test("a choice whose findings are gone shows everything again", () => {
  const filter = { severity: "hint", sheet: { kind: "sheet", name: "第一组" } } as const;
  expect(keepPossible(filter, findings)).toEqual(filter);
  expect(keepPossible(filter, findings.slice(0, 1))).toEqual(NO_FILTER);
});
