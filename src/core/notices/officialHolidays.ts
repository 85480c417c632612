import { parseDate, type CalendarDate } from "../calendar/calendarDate";
import type { WorkCalendar } from "./workingDays";

/*
 * The State Council's holiday plans, as a start for the list on the settings sheet, which the office keeps:
 * 国办发明电〔2014〕28号 with the extra days of September 2015, and 国办发明电〔2015〕18号.
 * Weekend days inside a holiday are left in, since offices list the holiday as announced.
 */
const HOLIDAYS = [
  ...days("2015-01-01", "2015-01-02", "2015-01-03"),
  ...days("2015-02-18", "2015-02-19", "2015-02-20", "2015-02-21", "2015-02-22", "2015-02-23", "2015-02-24"),
  ...days("2015-04-05", "2015-04-06", "2015-05-01", "2015-06-20", "2015-06-22"),
  ...days("2015-09-03", "2015-09-04", "2015-09-05", "2015-09-27"),
  ...days("2015-10-01", "2015-10-02", "2015-10-03", "2015-10-04", "2015-10-05", "2015-10-06", "2015-10-07"),
  ...days("2016-01-01", "2016-01-02", "2016-01-03"),
  ...days("2016-02-07", "2016-02-08", "2016-02-09", "2016-02-10", "2016-02-11", "2016-02-12", "2016-02-13"),
  ...days("2016-04-04", "2016-05-01", "2016-05-02", "2016-06-09", "2016-06-10", "2016-06-11"),
  ...days("2016-09-15", "2016-09-16", "2016-09-17"),
  ...days("2016-10-01", "2016-10-02", "2016-10-03", "2016-10-04", "2016-10-05", "2016-10-06", "2016-10-07"),
];

const MAKE_UP_DAYS = [
  ...days("2015-01-04", "2015-02-15", "2015-02-28", "2015-09-06", "2015-10-10"),
  ...days("2016-02-06", "2016-02-14", "2016-06-12", "2016-09-18", "2016-10-08", "2016-10-09"),
];

/** The holidays of 2015 and 2016, until the office keeps a list of its own. */
export const OFFICIAL_HOLIDAYS: WorkCalendar = { holidays: HOLIDAYS, makeUpDays: MAKE_UP_DAYS };

function days(...texts: readonly string[]): CalendarDate[] {
  return texts.flatMap((text) => parseDate(text) ?? []);
}
