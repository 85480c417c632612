import { plainText } from "../../numbers/readNumber";
import { periodOf, type Period, type PeriodKind } from "../../scheme/period";

/** A period that a title, a sheet name or a header names, perhaps without its year. */
export interface PeriodHint {
  readonly kind: PeriodKind;
  readonly number: number;
  readonly year: number | null;
  /** Equal for equal hints. */
  readonly key: string;
}

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const NUMBER = "(十[一二]|[一二三四五六七八九十]|1[0-2]|0?[1-9])";

/** Sheets named `2015.05`, `2015-5` or `201505`. */
const YEAR_AND_MONTH = /^(20\d{2})(?:[.\-/](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))$/;

/** Finds the period that a text names: `2015年度…` → the year 2015, `第三季度`, `上半年`, `5月`. Null when none. */
export function findPeriod(text: string): PeriodHint | null {
  const plain = plainText(text);
  const dated = YEAR_AND_MONTH.exec(plain);
  if (dated) return hint("month", Number(dated[2] ?? dated[3]), Number(dated[1]));
  const year = yearIn(plain);
  const quarter = new RegExp(`第?${NUMBER}季度|q([1-4])(?!\\d)`, "i").exec(plain);
  if (quarter) return hint("quarter", numeral(quarter[1] ?? quarter[2]), year);
  if (/前三季度|三季度末/.test(plain)) return hint("quarter", 3, year);
  if (/上半年|半年度?考|^半年|半年考核/.test(plain)) return hint("half-year", 1, year);
  if (/下半年/.test(plain)) return hint("half-year", 2, year);
  const month = new RegExp(
    `(?:^|[^\\d一二三四五六七八九十])${NUMBER}月(?:份|度)?(?!\\d|[一二三]?十?[一二三四五六七八九]?日)`,
  ).exec(plain);
  if (month) return hint("month", numeral(month[1]), year);
  if (/年度|全年|年终|年考/.test(plain) || (year !== null && /^\d{4}年?$/.test(plain)))
    return hint("annual", 1, year);
  return null;
}

/** The period that a column's header names; a bare year, as in 2014年总成绩 beside this year's, is that year's. */
export function findColumnPeriod(text: string): PeriodHint | null {
  const found = findPeriod(text);
  const year = yearIn(text);
  return found ?? (year === null ? null : hint("annual", 1, year));
}

/** The year that a text names, `2015年` or `〔2015〕`, or null. */
export function yearIn(text: string): number | null {
  const match = /(?:^|\D)(20\d{2}|19\d{2})(?:年|〕|\]|-|$)/.exec(plainText(text));
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** The full period of a hint; the year comes from the hint, else from elsewhere. */
export function periodOfHint(found: PeriodHint, year: number): Period {
  return periodOf(found.year ?? year, found.kind, found.number);
}

function hint(kind: PeriodKind, number: number, year: number | null): PeriodHint | null {
  const largest = { annual: 1, "half-year": 2, quarter: 4, month: 12 }[kind];
  return number >= 1 && number <= largest ? { kind, number, year, key: `${kind}-${String(number)}` } : null;
}

function numeral(text: string | undefined): number {
  if (text === undefined) return 0;
  const index = NUMERALS.indexOf(text);
  return index >= 0 ? index + 1 : Number(text);
}
