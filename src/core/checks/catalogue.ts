import type { Severity } from "../findings/finding";

/**
 * Every finding there is, by code, with its severity. The sentences are in `src/i18n`: `finding.<code>` says what
 * was found, `meaning.<code>` what it means, `remedy.<code>` what to do. Codes never change once published.
 */
export const CATALOGUE = {
  "unit-unknown": "error",
  "unit-ambiguous": "error",
  "unit-likely": "error",
  "unit-duplicate": "error",
  "unit-merged": "error",
  "unit-missing": "error",
  "group-missing": "error",
  "unit-wrong-group": "error",
  "unit-alias": "hint",
  "aliases-used": "hint",
  "group-unknown": "warning",
  "row-without-unit": "error",
  "tables-disagree": "error",
  "component-missing": "error",
  "component-text": "error",
  "component-error": "error",
  "component-range": "error",
  "component-date": "error",
  "component-percent": "error",
  "component-merged": "error",
  "component-zero": "hint",
  "component-column-missing": "error",
  "column-unclear": "error",
  "number-as-text": "warning",
  "number-full-width": "warning",
  "number-spaces": "warning",
  "number-thousands": "warning",
  "number-unit-mark": "warning",
  "number-percent-sign": "warning",
  "adjustment-text": "error",
  "bonus-negative": "error",
  "deduction-negative": "warning",
  "adjustment-unclear": "error",
  "counted-once": "warning",
  "ledger-used": "hint",
  "weight-differs": "warning",
  "full-mark-differs": "error",
  "period-several": "warning",
  "total-differs": "error",
  "rank-differs": "error",
  "total-outside": "warning",
} as const satisfies Readonly<Record<string, Severity>>;

/** The code of a finding. */
export type FindingCode = keyof typeof CATALOGUE;
