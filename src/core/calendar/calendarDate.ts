import { plainText } from "../numbers/readNumber";

/** A day of the calendar, without time or time zone. Months count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Where day 1 of a workbook's serial dates is. */
export type DateSystem = "1900" | "1904";

/** What a day's serial number is above the days since 1 January 1970. */
const DAYS_BEFORE_1970: Readonly<Record<DateSystem, number>> = { "1900": 25_569, "1904": 24_107 };

/** Days since 1 January 1970; negative before. */
export function dayNumberOf({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

/** The inverse of `dayNumberOf`. */
export function dateOfDayNumber(days: number): CalendarDate {
  const date = new Date(days * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The date as official documents write it, in Arabic digits without padding zeros: 2015年5月16日. */
export function formatOfficialDate({ year, month, day }: CalendarDate): string {
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

/** The date as `2015-05-16`, which sorts and reads back. */
export function formatIsoDate({ year, month, day }: CalendarDate): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
    "-",
  );
}

/**
 * Reads a date that a clerk wrote: `2015-05-16`, `2015/5/16`, `2015.5.16`, `2015年5月16日`, full-width digits too.
 * Null for anything else and for days that no calendar has.
 */
export function parseDate(text: string): CalendarDate | null {
  const match = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(plainText(text));
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = { year, month, day };
  return formatIsoDate(dateOfDayNumber(dayNumberOf(date))) === formatIsoDate(date) ? date : null;
}

/** The date of a serial number of the 1900 or 1904 date system, times left out; null below 1. */
export function dateOfSerial(serial: number, dateSystem: DateSystem): CalendarDate | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465) return null;
  const days = whole - DAYS_BEFORE_1970[dateSystem];
  // Serial 60 of the 1900 system is a 29 February 1900 that never was.
  return dateOfDayNumber(dateSystem === "1900" && whole < 60 ? days + 1 : days);
}

/** The serial number of a date in the 1900 or 1904 date system: the inverse of `dateOfSerial`. */
export function serialOfDate(date: CalendarDate, dateSystem: DateSystem): number {
  const serial = dayNumberOf(date) + DAYS_BEFORE_1970[dateSystem];
  return dateSystem === "1900" && serial <= 60 ? serial - 1 : serial;
}
