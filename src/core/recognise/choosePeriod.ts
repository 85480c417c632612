import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { periodOf, type Period } from "../scheme/period";
import type { Scheme } from "../scheme/scheme";
import type { ReadTable } from "./tables/classifySheet";
import { periodOfHint, type PeriodHint } from "./header/periodText";
import type { RecognitionOptions } from "./recognise";

/** The period that is assessed, and a finding when the workbook has several to choose from. */
export interface ChosenPeriod {
  readonly period: Period;
  readonly findings: readonly Finding[];
}

/** Longer periods first; of equal length the later one. */
const LENGTH = { annual: 12, "half-year": 6, quarter: 3, month: 1 } as const;

/**
 * The period to assess (rule 14): the one asked for, else the one that the tables' titles name, else the year as a
 * whole. Where the tables name several, the longest and latest is taken and a finding says so.
 */
export function choosePeriod(
  tables: readonly ReadTable[],
  scheme: Scheme,
  options: RecognitionOptions,
): ChosenPeriod {
  if (options.period) return { period: options.period, findings: [] };
  const year =
    tables.map((table) => table.year).find((value) => value !== null) ?? scheme.year ?? options.defaultYear;
  const named = new Map(
    tables.flatMap((table) => {
      const hints = table.period === null ? columnPeriods(table) : [table.period];
      return hints.map((hint) => {
        const period = periodOfHint(hint, table.year ?? year);
        return [period.id, period] as const;
      });
    }),
  );
  const periods = [...named.values()].sort(
    (left, right) =>
      right.year - left.year || LENGTH[right.kind] - LENGTH[left.kind] || right.number - left.number,
  );
  const [period] = periods;
  if (!period) return { period: periodOf(year, "annual"), findings: [] };
  if (periods.length === 1) return { period, findings: [] };
  const others = periods.map(({ id }) => id).join("、");
  return {
    period,
    findings: [createFinding("period-several", null, { period: period.id, periods: others })],
  };
}

/** The periods of a table that has a column for each; a scheme whose components are the quarters has one period. */
function columnPeriods(table: ReadTable): PeriodHint[] {
  const components = table.columns.filter(({ role }) => role.startsWith("component:"));
  const isRepeated = new Set(components.map(({ role }) => role)).size < components.length;
  const hints = components.flatMap(({ period }) => (period === null ? [] : [period]));
  return isRepeated && new Set(hints.map(({ key }) => key)).size > 1 ? hints : [];
}
