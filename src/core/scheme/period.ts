/** The kinds of period that the plan assesses: 二(三)3 and 六(一), rule 14. */
export type PeriodKind = "annual" | "half-year" | "quarter" | "month";

/**
 * One assessment period. Its id is what files and sheets carry: `2015-annual`, `2015-h1`, `2015-q3`, `2015-m05`.
 */
export interface Period {
  readonly id: string;
  readonly year: number;
  readonly kind: PeriodKind;
  /** 1 or 2 for half-years, 1 to 4 for quarters, 1 to 12 for months; 1 for a year. */
  readonly number: number;
}

/** Reads a period id such as `2015-annual`; null when it is none. */
export function parsePeriod(id: string): Period | null {
  const match = /^(\d{4})-(?:(annual)|h([12])|q([1-4])|m(0[1-9]|1[0-2]))$/.exec(id);
  if (!match) return null;
  const [, year = "", annual, half, quarter, month] = match;
  if (annual) return { id, year: Number(year), kind: "annual", number: 1 };
  if (half) return { id, year: Number(year), kind: "half-year", number: Number(half) };
  if (quarter) return { id, year: Number(year), kind: "quarter", number: Number(quarter) };
  return { id, year: Number(year), kind: "month", number: Number(month) };
}

/** The id of a period, the inverse of `parsePeriod`. */
export function periodOf(year: number, kind: PeriodKind, number = 1): Period {
  const suffix = {
    annual: "annual",
    "half-year": `h${String(number)}`,
    quarter: `q${String(number)}`,
    month: `m${String(number).padStart(2, "0")}`,
  }[kind];
  return { id: `${String(year).padStart(4, "0")}-${suffix}`, year, kind, number };
}

/**
 * Whether leader and public scores belong to the period. They are given once a year; in shorter periods
 * without them the dynamic score out of 85 stands in (rule 6).
 */
export function isDynamic(period: Period): boolean {
  return period.kind !== "annual";
}
