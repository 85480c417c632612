const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The serial number of an ISO 8601 date or time as cells of type `d` carry it (`2015-03-31`,
 * `2015-03-31T08:30:00`, `08:30:00`), in the workbook's date system; null when it is none. Dates of the 1900
 * system before March 1900 are one day lower, because that system has a 29 February 1900 (serial 60).
 */
export function serialOfIsoDate(text: string, dateSystem: "1900" | "1904"): number | null {
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
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MILLISECONDS_A_DAY;
  return dayNumber(days, dateSystem) + time / MILLISECONDS_A_DAY;
}

/** Serial day of a count of days since 1 January 1970. */
function dayNumber(days: number, dateSystem: "1900" | "1904"): number {
  if (dateSystem === "1904") return days + 24_107;
  const serial = days + 25_569;
  return serial <= 60 ? serial - 1 : serial;
}
