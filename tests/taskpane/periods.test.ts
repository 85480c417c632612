import { describe, expect, test } from "@jest/globals";
import { periodOf } from "../../src/core/scheme/period";
import { createTranslate } from "../../src/i18n";
import { periodName } from "../../src/taskpane/periodName";
import { offeredPeriods, offeredYears } from "../../src/taskpane/periods";

describe("the periods to choose from", () => {
  test("are the plan's own before a scheme is known: year, half-year, first and third quarter", () => {
    expect(offeredPeriods(2015, null, null).map(({ id }) => id)).toEqual([
      "2015-annual",
      "2015-h1",
      "2015-q1",
      "2015-q3",
    ]);
  });

  test("are the scheme's once it is known, and the one in use even if the scheme lacks it", () => {
    const inUse = periodOf(2016, "month", 5);
    expect(offeredPeriods(2016, ["annual", "q2"], inUse).map(({ id }) => id)).toEqual([
      "2016-annual",
      "2016-q2",
      "2016-m05",
    ]);
  });

  test("come with the years around the one in use", () => {
    expect(offeredYears(2015)).toEqual([2017, 2016, 2015, 2014, 2013]);
  });

  test.each([
    [periodOf(2015, "annual"), "2015年度"],
    [periodOf(2015, "half-year", 1), "2015年上半年"],
    [periodOf(2015, "half-year", 2), "2015年下半年"],
    [periodOf(2015, "quarter", 3), "2015年第3季度"],
    [periodOf(2015, "month", 5), "2015年5月"],
  ])("%o is called %s", (period, name) => {
    expect(periodName(createTranslate("zh-CN"), period)).toBe(name);
  });
});
