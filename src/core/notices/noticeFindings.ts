import type { Finding, FindingParameters, Severity } from "../findings/finding";
import type { FindingPlace } from "../findings/createFinding";

/** Findings about notices, by code, with their severity. The sentences are in `src/i18n`, as of all findings. */
const SEVERITIES = {
  "notice-number-gap": "warning",
  "notice-number-repeated": "error",
  "notice-value-open": "warning",
  "notice-tie-at-line": "warning",
  "notice-setting-unclear": "warning",
  "notice-holidays-unknown": "warning",
  "notice-figures-changed": "warning",
  "notice-feeds-itself": "warning",
} as const satisfies Readonly<Record<string, Severity>>;

/** The code of a finding about notices. */
export type NoticeFindingCode = keyof typeof SEVERITIES;

/** Makes a finding about notices. */
export function noticeFinding(
  code: NoticeFindingCode,
  place: FindingPlace,
  parameters: FindingParameters,
): Finding {
  return {
    code,
    severity: SEVERITIES[code],
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    parameters,
    fix: null,
  };
}
