import { expect, test } from "@jest/globals";
import { groupFindings } from "../../src/taskpane/findingGroups";
import { finding } from "./reports";

test("findings stand by severity, the gravest first, in the order of the report", () => {
  const findings = [finding("a", "hint"), finding("b", "error"), finding("c", "hint"), finding("d", "error")];
  expect(
    groupFindings(findings).map(({ severity, findings: own }) => [severity, own.map(({ code }) => code)]),
  ).toEqual([
    ["error", ["b", "d"]],
    ["hint", ["a", "c"]],
  ]);
});

test("no findings, no groups", () => {
  expect(groupFindings([])).toEqual([]);
});
