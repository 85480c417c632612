import type { Scheme } from "../scheme";

/**
 * Last year's scheme for this year: a year that it names, in its name too, goes one on. Everything else stays, for the
 * office to change on the sheet.
 */
export function schemeForNextYear(scheme: Scheme): Scheme {
  const { year, name } = scheme;
  if (year === null) return scheme;
  return { ...scheme, year: year + 1, name: name.replaceAll(String(year), String(year + 1)) };
}
