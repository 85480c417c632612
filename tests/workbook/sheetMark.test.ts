import { describe, expect, test } from "@jest/globals";
import { decodeMark, encodeMark } from "../../src/workbook/sheetMark";

const mark = { kind: "ranking", key: "2015-annual" };

describe("the mark of our sheets", () => {
  test("is a text constant of kind, key and the sheet's name", () => {
    expect(encodeMark(mark, "排名 2015")).toBe('="ranking|2015-annual|排名 2015"');
  });

  test.each([
    ["plain", mark, "排名 2015"],
    ["quotes in the name", mark, `甲"乙'丙`],
    ["a bar in the name", mark, "甲|乙"],
    ["bars and percent signs in kind and key", { kind: "a|b%7C", key: "100%|%25" }, "排名"],
    ["an empty key", { kind: "scheme", key: "" }, "方案"],
  ])("comes back as it was: %s", (_, original, name) => {
    expect(decodeMark(encodeMark(original, name), name)).toEqual(original);
  });

  test("is read without the leading equals sign too", () => {
    expect(decodeMark('"ranking|2015-annual|排名"', "排名")).toEqual(mark);
  });

  test.each([
    ["the sheet was renamed or copied", '="ranking|2015-annual|排名"', "排名 (2)"],
    ["a reference", "=Sheet1!$A$1", "排名"],
    ["another text", '="hello"', "hello"],
    ["two texts", '="ranking|a|排名"&"x"', "排名"],
    ["no kind", '="|a|排名"', "排名"],
    ["an error", "#REF!", "排名"],
    ["nothing", "", "排名"],
  ])("is nobody's: %s", (_, formula, name) => {
    expect(decodeMark(formula, name)).toBeNull();
  });
});
