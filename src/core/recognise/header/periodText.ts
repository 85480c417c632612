import { plainText } from "../../numbers/readNumber";
import { contains, occurrencesOf, type Concept } from "../../vocabulary/concepts";
import { endOfNumber, firstNumberIn, isDigit } from "../../vocabulary/numerals";
import { periodOf, type Period, type PeriodKind } from "../../scheme/period";

/** A period that a title, a sheet name or a header names, perhaps without its year. */
export interface PeriodHint {
  readonly kind: PeriodKind;
  readonly number: number;
  readonly year: number | null;
  /** Equal for equal hints. */
  readonly key: string;
}

/** Sheets named `2015.05`, `2015-5` or `201505`. */
const YEAR_AND_MONTH = /^(20\d{2})(?:[.\-/](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))$/;
/** What may stand behind a year. */
const AFTER_YEAR = "年〕]-";

/** Finds the period that a text names: `2015年度…` → the year 2015, `第三季度`, `上半年`, `5月`. Null when none. */
export function findPeriod(text: string): PeriodHint | null {
  const plain = plainText(text);
  const dated = YEAR_AND_MONTH.exec(plain);
  if (dated) return hint("month", Number(dated[2] ?? dated[3]), Number(dated[1]));
  const year = yearIn(plain);
  const [quarter] = numbersNamed(plain, "numbered-quarter");
  if (quarter !== undefined) return hint("quarter", quarter, year);
  if (contains(plain, "first-half-year")) return hint("half-year", 1, year);
  if (contains(plain, "second-half-year")) return hint("half-year", 2, year);
  const [month] = numbersNamed(plain, "numbered-month", "calendar-day");
  if (month !== undefined) return hint("month", month, year);
  const isYear = year !== null && (plain === String(year) || plain === `${String(year)}年`);
  return isYear || contains(plain, "whole-year") ? hint("annual", 1, year) : null;
}

/** The period that a column's header names; a bare year, as in 2014年总成绩 beside this year's, is that year's. */
export function findColumnPeriod(text: string): PeriodHint | null {
  const found = findPeriod(text);
  const year = yearIn(text);
  return found ?? (year === null ? null : hint("annual", 1, year));
}

/** The year that a text names, `2015年` or `〔2015〕`, or null. */
export function yearIn(text: string): number | null {
  const plain = plainText(text);
  for (let from = 0; from < plain.length;) {
    if (!isDigit(plain.charAt(from))) {
      from += 1;
      continue;
    }
    const end = endOfNumber(plain, from);
    const year = Number(plain.slice(from, end));
    const isYear = end - from === YEAR_LENGTH && year >= FIRST_YEAR && year <= LAST_YEAR;
    if (isYear && (end === plain.length || AFTER_YEAR.includes(plain.charAt(end)))) return year;
    from = end;
  }
  return null;
}

const YEAR_LENGTH = 4;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2099];

/** The full period of a hint; the year comes from the hint, else from elsewhere. */
export function periodOfHint(found: PeriodHint, year: number): Period {
  return periodOf(found.year ?? year, found.kind, found.number);
}

function hint(kind: PeriodKind, number: number, year: number | null): PeriodHint | null {
  const largest = { annual: 1, "half-year": 2, quarter: 4, month: 12 }[kind];
  return number >= 1 && number <= largest ? { kind, number, year, key: `${kind}-${String(number)}` } : null;
}

/** The numbers in a text's words of a concept, except where words of another one begin there: 5月, not 5月16日. */
function numbersNamed(text: string, concept: Concept, except?: Concept): number[] {
  const others = new Set(except === undefined ? [] : occurrencesOf(text, except).map(({ from }) => from));
  return occurrencesOf(text, concept).flatMap((found) => {
    const number = firstNumberIn(found.text.slice(found.from, found.to));
    const isOther = except !== undefined && (others.has(found.from) || isDigit(found.text.charAt(found.to)));
    return number === null || isOther ? [] : [number];
  });
}
