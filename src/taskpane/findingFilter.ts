import type { Finding, Severity } from "../core/findings/finding";

/** What the clerk wants to see of the findings; null: all. */
export interface FindingFilter {
  readonly severity: Severity | null;
  readonly sheet: SheetChoice | null;
}

/** A sheet, or the workbook as a whole. A sheet may have any name, so that the two are told apart by kind. */
export type SheetChoice =
  { readonly kind: "sheet"; readonly name: string } | { readonly kind: "about-workbook" };

/** A choice with the number of its findings. */
export interface Choice<Value> {
  readonly value: Value;
  readonly count: number;
}

/** The filter as the pane opens: everything. */
export const NO_FILTER: FindingFilter = { severity: null, sheet: null };

/** The findings that a filter lets through, in their order. */
export function filterFindings(
  findings: readonly Finding[],
  { severity, sheet }: FindingFilter,
): readonly Finding[] {
  return findings.filter(
    (finding) =>
      (severity === null || finding.severity === severity) && (sheet === null || isOn(finding, sheet)),
  );
}

/** The sheets that have findings, in the order of the report; the workbook as a whole comes last. */
export function sheetChoices(findings: readonly Finding[]): readonly Choice<SheetChoice>[] {
  const names = [...new Set(findings.flatMap(({ sheet }) => (sheet === null ? [] : [sheet])))];
  const choices: SheetChoice[] = names.map((name) => ({ kind: "sheet", name }));
  if (findings.some(({ sheet }) => sheet === null)) choices.push({ kind: "about-workbook" });
  return choices.map((value) => ({
    value,
    count: findings.filter((finding) => isOn(finding, value)).length,
  }));
}

/** The severities that have findings, the gravest first. */
export function severityChoices(findings: readonly Finding[]): readonly Choice<Severity>[] {
  const severities: readonly Severity[] = ["error", "warning", "hint"];
  return severities
    .map((value) => ({ value, count: findings.filter(({ severity }) => severity === value).length }))
    .filter(({ count }) => count > 0);
}

/** A filter without choices that have no findings any more, as after a repair. */
export function keepPossible(filter: FindingFilter, findings: readonly Finding[]): FindingFilter {
  const { severity, sheet } = filter;
  return {
    severity: findings.some((finding) => finding.severity === severity) ? severity : null,
    sheet: sheet !== null && findings.some((finding) => isOn(finding, sheet)) ? sheet : null,
  };
}

function isOn({ sheet }: Finding, choice: SheetChoice): boolean {
  return choice.kind === "sheet" ? sheet === choice.name : sheet === null;
}
