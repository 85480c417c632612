import type { Finding, Severity } from "../core/findings/finding";

/** Findings of one severity, in the order of the report. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "hint"];

/** Findings by severity, the gravest first; severities without findings are left out. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  return SEVERITIES.map((severity) => ({
    severity,
    findings: findings.filter((finding) => finding.severity === severity),
  })).filter((group) => group.findings.length > 0);
}
