import type { RankingOutput } from "../actions/rankingAction";
import type { CheckOutput } from "../actions/checkAction";
import type { AssessedUnit, RecognisedTable } from "../core/assessment/assessment";
import type { Finding } from "../core/findings/finding";
import { formatDecimal, formatFixed, ZERO } from "../core/numbers/decimal";
import type { RankedGroup } from "../core/ranking/ranking";
import type { Scheme } from "../core/scheme/scheme";
import type { ProposalBasis } from "../core/recognise/proposal/componentsOf";
import type { SchemeProposal } from "../core/recognise/proposeScheme";
import type { SchemeFileInput } from "../core/scheme/schemeFile";
import { isAnnotation } from "../core/vocabulary/headerText";
import { areaAddress, cellAddress, columnLetters } from "../core/workbook/address";
import { isCellError } from "../core/workbook/snapshot";
import type { Translate } from "../i18n";
import { describeFinding } from "../i18n/describeFinding";

/** A unit as `rank --json` prints it. Decimals are texts; rows count from 1, as Excel shows them. */
export interface UnitResult {
  readonly unit: string;
  readonly as: string;
  readonly sheet: string;
  readonly row: number;
  /** By component id, without trailing zeros; null where the workbook has no score. */
  readonly components: Readonly<Record<string, string | null>>;
  readonly bonus: string;
  readonly deduction: string;
  /** As it is published: with the scheme's decimal places. */
  readonly total: string | null;
  readonly rank: number | null;
  readonly status: "ranked" | "incomplete" | "not-ranked";
}

/** A finding as both commands print it. */
export interface FindingResult {
  readonly code: string;
  readonly severity: Finding["severity"];
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
  readonly fix: { readonly from: string | number | boolean | null; readonly to: string | number } | null;
}

/** A scheme that was made from the workbook's headers, as a scheme file, and what it rests on. */
export interface ProposedScheme {
  readonly basis: ProposalBasis;
  readonly file: SchemeFileInput;
}

/** What `rank --json` prints. */
export interface RankResult {
  readonly scheme: string;
  /** Only where the scheme was made from the headers. */
  readonly proposedScheme?: ProposedScheme;
  readonly period: string;
  readonly groups: readonly { readonly name: string; readonly units: readonly UnitResult[] }[];
  readonly findings: readonly FindingResult[];
}

/** A table as `check --json` prints it. */
export interface TableResult {
  readonly sheet: string;
  readonly range: string;
  readonly kind: RecognisedTable["kind"];
  /**
   * Role by header text: the lowest header cell that is more than a weight or a full mark, with the cells above it
   * where that alone is not unique
   * (`一季度 / 得分`), and with the column where even that is not (`得分 (D)`).
   */
  readonly columns: Readonly<Record<string, string>>;
}

/** What `check --json` prints. */
export interface CheckResult {
  readonly scheme: string;
  /** Only where the scheme was made from the headers. */
  readonly proposedScheme?: ProposedScheme;
  readonly period: string;
  readonly tables: readonly TableResult[];
  readonly findings: readonly FindingResult[];
  /** Only where the workbook's clerk has marked some as ignored: they are not among `findings`. */
  readonly ignored?: readonly IgnoredResult[];
}

/** A finding that the workbook's clerk ignores, and why. */
export interface IgnoredResult extends FindingResult {
  readonly reason: string;
}

/** The result of a ranking: units in rank order, then the unranked in the order of the workbook. */
export function rankResult({ ranking, proposal, findings }: RankingOutput, translate: Translate): RankResult {
  const { scheme, period, groups } = ranking;
  return {
    scheme: scheme.id,
    ...proposed(proposal),
    period: period.id,
    groups: groups.map((group) => ({ name: group.name, units: groupUnits(scheme, group) })),
    findings: findings.map((finding) => findingResult(finding, translate)),
  };
}

/** The result of a check. */
export function checkResult(output: CheckOutput, translate: Translate): CheckResult {
  const { scheme, proposal, assessment, findings, settled } = output;
  return {
    scheme: scheme.id,
    ...proposed(proposal),
    period: assessment.period.id,
    tables: assessment.tables.map(tableResult),
    findings: findings.map((finding) => findingResult(finding, translate)),
    ...(settled.ignored.length === 0
      ? {}
      : {
          ignored: settled.ignored.map(({ finding, reason }) => ({
            ...findingResult(finding, translate),
            reason,
          })),
        }),
  };
}

function proposed(proposal: SchemeProposal | null): { readonly proposedScheme?: ProposedScheme } {
  return proposal === null ? {} : { proposedScheme: { basis: proposal.basis, file: proposal.file } };
}

function groupUnits(scheme: Scheme, { ranked, unranked }: RankedGroup): UnitResult[] {
  return [
    ...ranked.map(({ unit, total, rank }) => ({
      ...unitFigures(scheme, unit),
      total: formatFixed(total, scheme.rounding.places),
      rank,
      status: "ranked" as const,
    })),
    ...unranked.map(({ unit, status }) => ({
      ...unitFigures(scheme, unit),
      total: null,
      rank: null,
      status,
    })),
  ];
}

function unitFigures(scheme: Scheme, unit: AssessedUnit) {
  return {
    unit: unit.name,
    as: unit.as,
    sheet: unit.source.sheet,
    row: unit.source.row + 1,
    components: Object.fromEntries(
      scheme.components.map(({ id }) => {
        const figure = unit.components.get(id);
        return [id, figure ? formatDecimal(figure.value) : null];
      }),
    ),
    bonus: formatDecimal(unit.bonus?.value ?? ZERO),
    deduction: formatDecimal(unit.deduction?.value ?? ZERO),
  };
}

/** A finding as every command prints it. */
export function findingResult(finding: Finding, translate: Translate): FindingResult {
  const { code, severity, sheet, cell, fix } = finding;
  return {
    code,
    severity,
    sheet,
    cell: cell ? cellAddress(cell) : null,
    message: describeFinding(translate, finding),
    fix: fix ? { from: isCellError(fix.from) ? fix.from.error : fix.from, to: fix.to } : null,
  };
}

function tableResult({ sheet, area, kind, columns }: RecognisedTable): TableResult {
  const roles = new Map<string, string>();
  const lowest = (header: string) => header.split(" / ").findLast((text) => !isAnnotation(text)) ?? header;
  for (const { header, column, role } of columns) {
    const alike = columns.filter((other) => lowest(other.header) === lowest(header));
    const text = alike.length === 1 ? lowest(header) : header;
    const letters = columnLetters(column);
    roles.set(roles.has(text) ? `${text} (${letters})` : text, role);
  }
  return { sheet, range: areaAddress(area), kind, columns: Object.fromEntries(roles) };
}
