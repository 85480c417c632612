import { describe, expect, test } from "@jest/globals";
import { parseLine } from "../../../src/core/notices/parseLine";
import { formatLine } from "../../../src/core/notices/proposeUnits";

describe("a line as a clerk writes it", () => {
  test.each([
    ["前3名", { by: "count", count: 3 }],
    ["后２名", { by: "count", count: 2 }],
    ["3名", { by: "count", count: 3 }],
    ["前10%", { by: "share", share: { units: 10, places: 2 }, atLeastOne: false }],
    ["10%，至少1名", { by: "share", share: { units: 10, places: 2 }, atLeastOne: true }],
    ["90分及以上", { by: "score", score: { units: 90, places: 0 } }],
    ["59.5分以下", { by: "score", score: { units: 595, places: 1 } }],
  ])("%s", (text, line) => {
    expect(parseLine(text)).toEqual(line);
  });

  test.each(["", "前0名", "0%", "120%", "优秀", "前名", "-3名"])("%s is none", (text) => {
    expect(parseLine(text)).toBeNull();
  });

  test("is shown as it is written", () => {
    expect(formatLine({ by: "count", count: 3 }, "foot")).toBe("后3名");
    expect(formatLine({ by: "share", share: { units: 125, places: 3 }, atLeastOne: false }, "head")).toBe(
      "前12.5%",
    );
    expect(formatLine({ by: "score", score: { units: 60, places: 0 } }, "foot")).toBe("60分以下");
  });
});
