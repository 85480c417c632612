import { expect, test } from "@jest/globals";
import { findingKeys, groupFindings } from "../../src/taskpane/findingGroups";
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

test("a finding keeps its key when others come and go; two at one cell have two keys", () => {
  const [first, second, twin] = [3, 4, 4].map((row) => finding("range", "error", row));
  if (!first || !second || !twin) throw new Error("three findings were made");
  expect(findingKeys([first, second])[1]).toBe(findingKeys([second])[0]);
  expect(new Set(findingKeys([first, second, twin])).size).toBe(3);
});
