import { serialOfDate, type DateSystem } from "../../core/calendar/calendarDate";

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The serial number of an ISO 8601 date or time as cells of type `d` carry it (`2015-03-31`,
 * `2015-03-31T08:30:00`, `08:30:00`), in the workbook's date system; null when it is none. Dates of the 1900
 * system before March 1900 are one day lower, because that system has a 29 February 1900 (serial 60).
 */
export function serialOfIsoDate(text: string, dateSystem: DateSystem): number | null {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?Z?$/.exec(
    text.trim(),
  );
  if (!match || text.trim() === "") return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0"] = match;
  const time =
    Number(hour) * 3_600_000 +
    Number(minute) * 60_000 +
    Number(second) * 1000 +
    Number(fraction.padEnd(3, "0"));
  if (year === undefined) return time / MILLISECONDS_A_DAY;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return serialOfDate(date, dateSystem) + time / MILLISECONDS_A_DAY;
}
