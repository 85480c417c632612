import { describe, expect, test } from "@jest/globals";
import { periodOf } from "../../src/core/scheme/period";
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
});
