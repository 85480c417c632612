import { dateOfDayNumber, dayNumberOf, formatIsoDate, type CalendarDate } from "../calendar/calendarDate";

/** Which days are worked besides the week: public holidays, and days of a weekend that are worked for them. */
export interface WorkCalendar {
  readonly holidays: readonly CalendarDate[];
  readonly makeUpDays: readonly CalendarDate[];
}

/** A deadline, and the years on the way to it whose holidays the calendar does not know. */
export interface Deadline {
  readonly date: CalendarDate;
  readonly unknownYears: readonly number[];
}

/**
 * The last day of a term of that many working days; the day of the notice itself does not count (rule 20). A term
 * of 0 ends on the day itself. Years without a single holiday in the calendar are named: there only weekends count.
 */
export function deadlineAfter(start: CalendarDate, workingDays: number, calendar: WorkCalendar): Deadline {
  const holidays = new Set(calendar.holidays.map(formatIsoDate));
  const makeUpDays = new Set(calendar.makeUpDays.map(formatIsoDate));
  const knownYears = new Set(calendar.holidays.map(({ year }) => year));
  const unknownYears = new Set<number>();
  let day = dayNumberOf(start);
  let left = workingDays;
  while (left > 0) {
    day += 1;
    const date = dateOfDayNumber(day);
    if (!knownYears.has(date.year)) unknownYears.add(date.year);
    const key = formatIsoDate(date);
    if (makeUpDays.has(key) || (!isWeekend(day) && !holidays.has(key))) left -= 1;
  }
  return { date: dateOfDayNumber(day), unknownYears: [...unknownYears] };
}

/** Day 0 was a Thursday. */
function isWeekend(dayNumber: number): boolean {
  const weekday = (((dayNumber + 3) % 7) + 7) % 7;
  return weekday >= 5;
}
