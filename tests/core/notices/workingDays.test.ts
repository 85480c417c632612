import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatIsoDate, parseDate, type CalendarDate } from "../../../src/core/calendar/calendarDate";
import { OFFICIAL_HOLIDAYS } from "../../../src/core/notices/officialHolidays";
import { deadlineAfter, type WorkCalendar } from "../../../src/core/notices/workingDays";

function day(text: string): CalendarDate {
  const date = parseDate(text);
  if (!date) throw new Error(`${text} is no date.`);
  return date;
}

/** Counts day by day with the host's own calendar, to compare with. */
function naiveDeadline(start: CalendarDate, workingDays: number, calendar: WorkCalendar): string {
  const listed = (days: readonly CalendarDate[], iso: string) =>
    days.some((one) => formatIsoDate(one) === iso);
  const date = new Date(Date.UTC(start.year, start.month - 1, start.day));
  for (let worked = 0; worked < workingDays;) {
    date.setUTCDate(date.getUTCDate() + 1);
    const iso = date.toISOString().slice(0, 10);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (listed(calendar.makeUpDays, iso) || (!weekend && !listed(calendar.holidays, iso))) worked += 1;
  }
  return date.toISOString().slice(0, 10);
}

describe("a deadline in working days", () => {
  test("leaves out weekends and holidays and counts days worked for them", () => {
    // 2015-02-16 and 17 are worked, the Spring Festival is 18 to 24, 25 to 27 are worked, so is Saturday 28.
    expect(formatIsoDate(deadlineAfter(day("2015-02-15"), 6, OFFICIAL_HOLIDAYS).date)).toBe("2015-02-28");
    expect(formatIsoDate(deadlineAfter(day("2015-02-15"), 7, OFFICIAL_HOLIDAYS).date)).toBe("2015-03-02");
  });

  test("does not count the day of the notice, and a term of 0 ends on it", () => {
    expect(formatIsoDate(deadlineAfter(day("2015-05-18"), 1, OFFICIAL_HOLIDAYS).date)).toBe("2015-05-19");
    expect(formatIsoDate(deadlineAfter(day("2015-05-18"), 0, OFFICIAL_HOLIDAYS).date)).toBe("2015-05-18");
  });

  test("names the years whose holidays nobody has listed", () => {
    expect(deadlineAfter(day("2016-12-28"), 5, OFFICIAL_HOLIDAYS).unknownYears).toEqual([2017]);
    expect(deadlineAfter(day("2015-05-18"), 5, OFFICIAL_HOLIDAYS).unknownYears).toEqual([]);
  });

  test("is what counting day by day gives", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 60 }), (offset, days) => {
        const start = new Date(Date.UTC(2015, 0, 1 + offset)).toISOString().slice(0, 10);
        const found = formatIsoDate(deadlineAfter(day(start), days, OFFICIAL_HOLIDAYS).date);
        expect(found).toBe(naiveDeadline(day(start), days, OFFICIAL_HOLIDAYS));
      }),
    );
  });
});
