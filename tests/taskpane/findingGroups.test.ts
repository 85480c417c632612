import { expect, test } from "@jest/globals";
import { blockingFindings } from "../../src/taskpane/blockingFindings";
import { groupFindings } from "../../src/taskpane/findingGroups";
import { finding, unit } from "./reports";

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

test("a unit's reasons are the findings of its own row and code", () => {
  const entry = {
    unit: unit("海城市政府", "第一组", 7, []),
    status: "incomplete" as const,
    reasons: ["component-missing"],
  };
  const own = finding("component-missing", "error", 7);
  const others = [
    finding("component-missing", "error", 8),
    finding("unit-alias", "hint", 7),
    finding("component-missing", "error", 7, "二季度"),
    finding("component-missing", "error"),
  ];
  expect(blockingFindings(entry, [...others, own])).toEqual([own]);
});
