import { expect, test } from "@jest/globals";
import { groupFindings } from "../../src/taskpane/findingGroups";
import { finding } from "./reports";

test("findings stand by severity, the gravest first, and by rule in the order of the report", () => {
  const findings = [
    finding("alias", "hint", 1),
    finding("missing", "error", 2),
    finding("range", "error", 3),
    finding("missing", "error", 4),
  ];
  const grouped = groupFindings(findings).map(({ severity, count, rules }) => [
    severity,
    count,
    rules.map(({ code, findings: own }) => [code, own.map(({ cell }) => cell?.row)]),
  ]);
  expect(grouped).toEqual([
    [
      "error",
      3,
      [
        ["missing", [2, 4]],
        ["range", [3]],
      ],
    ],
    ["hint", 1, [["alias", [1]]]],
  ]);
});

test("no findings, no groups", () => {
  expect(groupFindings([])).toEqual([]);
});
