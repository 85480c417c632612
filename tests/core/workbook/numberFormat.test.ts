import { describe, expect, test } from "@jest/globals";
import { isDateFormat, isPercentFormat, readNumberFormat } from "../../../src/core/workbook/numberFormat";

describe("number formats", () => {
  test.each(["yyyy/m/d", 'yyyy"年"m"月"d"日"', "[$-804]yyyy\\-mm\\-dd;@", "h:mm", "[h]:mm:ss", "[mm]"])(
    "%s shows a date or a time",
    (format) => {
      expect(isDateFormat(format)).toBe(true);
    },
  );

  test.each([
    "General",
    "@",
    "0.00",
    '0.0"月"',
    '0" days"',
    "[Magenta]0.00",
    "[Red]0;-0",
    "[$HMD] 0.00",
    "0.00_);\\(0.00\\)",
    "* #,##0\\d",
    "0.0E+00",
    "G/通用格式",
  ])("%s shows no date", (format) => {
    expect(isDateFormat(format)).toBe(false);
  });

  test.each([
    ["0.00", 2],
    ["#,##0", 0],
    ["0.0%", 3],
    ['0.0"%"', 1],
    ["0.00_ ;[Red]-0.0000", 2],
    ["yyyy/m/d", 0],
    ["General", null],
    ['General"分"', null],
    ["@", null],
  ])("%s shows %s decimals", (format, places) => {
    expect(readNumberFormat(format).places).toBe(places);
  });

  test("a per cent sign in quotes is a text behind the number", () => {
    expect(isPercentFormat("0.0%")).toBe(true);
    expect(isPercentFormat('0.0"%"')).toBe(false);
  });
});
