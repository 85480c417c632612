import { describe, expect, test } from "@jest/globals";
import {
  dateOfSerial,
  formatIsoDate,
  formatOfficialDate,
  parseDate,
  serialOfDate,
} from "../../../src/core/calendar/calendarDate";

describe("dates", () => {
  test("are printed in Arabic digits without padding zeros", () => {
    expect(formatOfficialDate({ year: 2015, month: 5, day: 6 })).toBe("2015年5月6日");
  });

  test.each([
    ["2015-05-16", "2015-05-16"],
    ["2015/5/16", "2015-05-16"],
    ["2015.5.16", "2015-05-16"],
    ["2015年5月16日", "2015-05-16"],
    ["２０１５年５月６日", "2015-05-06"],
    [" 2016-02-29 ", "2016-02-29"],
  ])("%s is read", (text, iso) => {
    const date = parseDate(text);
    expect(date && formatIsoDate(date)).toBe(iso);
  });

  test.each(["2015-02-29", "2015-13-01", "2015516", "5月16日", "", "2015-5"])("%s is no date", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  test("come from serial numbers of both date systems", () => {
    // Excel shows 42140 as 2015-05-16; serial 1 is 1900-01-01, 59 is 1900-02-28, 61 is 1900-03-01.
    const iso = (serial: number, system: "1900" | "1904") => {
      const date = dateOfSerial(serial, system);
      return date && formatIsoDate(date);
    };
    expect(iso(42140, "1900")).toBe("2015-05-16");
    expect(iso(42140.75, "1900")).toBe("2015-05-16");
    expect([iso(1, "1900"), iso(59, "1900"), iso(61, "1900")]).toEqual([
      "1900-01-01",
      "1900-02-28",
      "1900-03-01",
    ]);
    expect(iso(42140 - 1462, "1904")).toBe("2015-05-16");
    expect(iso(0.5, "1900")).toBeNull();
  });

  test.each(["1900", "1904"] as const)("go to serial numbers of the %s date system and back", (system) => {
    // Serial 60 of the 1900 system is a day that never was.
    for (const serial of [1, 2, 59, 61, 62, 1463, 42140, 2_900_000]) {
      const date = dateOfSerial(serial, system);
      expect(date && serialOfDate(date, system)).toBe(serial);
    }
  });
});
