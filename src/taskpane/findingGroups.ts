import type { Finding, Severity } from "../core/findings/finding";

/** Findings of one rule, in the order of the report. */
export interface RuleFindings {
  readonly code: string;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** Findings of one severity by rule, rules in the order in which they first appear. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly count: number;
  readonly rules: readonly RuleFindings[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "hint"];

/** Findings by severity, the gravest first, and by rule; severities without findings are left out. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  return SEVERITIES.map((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    return { severity, count: own.length, rules: groupByRule(own) };
  }).filter((group) => group.count > 0);
}

function groupByRule(findings: readonly Finding[]): readonly RuleFindings[] {
  const rules = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const own = rules.get(finding.code);
    if (own) own.push(finding);
    else rules.set(finding.code, [finding]);
  }
  return [...rules].map(([code, own]) => ({ code, findings: own }));
}

/** A key for each finding of one rule by its place; findings at one place are counted. */
export function findingKeys(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ sheet, cell }) => {
    const place = JSON.stringify([sheet, cell?.row, cell?.column]);
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return `${place} ${count}`;
  });
}
