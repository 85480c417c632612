import { describe, expect, test } from "@jest/globals";
import { rankInText } from "../../../src/core/recognise/units/rankText";

describe("a rank in words", () => {
  test.each([
    ["第3名", 3],
    ["3名", 3],
    ["第 12 位", 12],
    ["第３名", 3],
    ["并列第3名", 3],
    ["第3名（并列）", 3],
    ["第一名", 1],
    ["第十", 10],
    ["第十二名", 12],
    ["第二十名", 20],
    ["第三十五名", 35],
  ])("%s", (text, rank) => {
    expect(rankInText(text)).toBe(rank);
  });

  test.each(["", "名", "第名", "优秀", "第一二名", "3/60", "前3名", "一等"])("is none: %s", (text) => {
    expect(rankInText(text)).toBeNull();
  });
});
