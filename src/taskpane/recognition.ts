import type { CheckOutput } from "../actions/checkAction";
import type { AssessedUnit, RecognisedTable, TableKind } from "../core/assessment/assessment";
import { MARKS_MARK } from "../core/marks/markSheet";
import { SETTLED_MARK } from "../core/recognise/settled/settledPlace";
import { ROLES_MARK } from "../core/recognise/roleSheet";
import { RECORD_KIND } from "../core/reports/ranking/recordSheet";
import type { Period } from "../core/scheme/period";
import { SCHEME_MARK } from "../core/scheme/schemeSheet";
import { totalFormula } from "../core/scoring/total";
import type { Area, SheetCell } from "../core/workbook/address";

/** A sheet's table as the pane lists it. */
export interface RecognisedSheet {
  readonly sheet: string;
  readonly area: Area;
  readonly unitCount: number;
}

/** How many there are of how many. `expected` is null without a roster. */
export interface Count {
  readonly name: string;
  readonly found: number;
  readonly expected: number | null;
  /** Where the count leads: the first unit that it lacks, else the first that it has; null where there is neither. */
  readonly place: SheetCell | null;
}

/** Sheets of one kind that hold no scores, each once. */
export interface OtherSheets {
  readonly kind: Exclude<TableKind, "scores">;
  readonly sheets: readonly string[];
}

/** What was recognised, counted for the first screen. */
export interface RecognitionSummary {
  readonly period: Period;
  readonly scoreTables: readonly RecognisedSheet[];
  /** Sheets that hold no scores, by what they are; those that PERF keeps for itself are left out. */
  readonly otherSheets: readonly OtherSheets[];
  /** Different units, beside the roster's number. */
  readonly units: Count;
  /** Units of each group, beside the roster's number; the name is empty where the group is not known. */
  readonly groups: readonly Count[];
  /** Units that have a score in each component that the period needs, beside the units found. */
  readonly components: readonly Count[];
}

const OTHER_KINDS: readonly OtherSheets["kind"][] = [
  "ledger",
  "other",
  "other-period",
  "not-data",
  "own-report",
];

/** Sheets that PERF keeps hidden, and the scheme: it is no data, but used. */
const HIDDEN_REPORTS: ReadonlySet<string> = new Set([
  MARKS_MARK.kind,
  ROLES_MARK.kind,
  SCHEME_MARK.kind,
  RECORD_KIND,
  SETTLED_MARK.kind,
]);

function sheetsOf(tables: readonly RecognisedTable[], kind: TableKind): readonly string[] {
  const own = tables.filter(
    (table) =>
      table.kind === kind && !(table.reportKind !== undefined && HIDDEN_REPORTS.has(table.reportKind)),
  );
  return [...new Set(own.map(({ sheet }) => sheet))];
}

/** Whether the workbook has a sheet of PERF's with this mark. */
export function hasReport({ assessment }: CheckOutput, mark: { readonly kind: string }): boolean {
  return assessment.tables.some(({ reportKind }) => reportKind === mark.kind);
}

/**
 * Counts what a check recognised. Units are counted once however many rows they stand in; where there is a roster,
 * a name that is not on it is no unit (it is among the findings).
 */
export function summariseRecognition({ scheme, assessment }: CheckOutput): RecognitionSummary {
  const units = assessment.units.filter(({ id }) => scheme.groups === null || id !== null);
  const count = (includes: (unit: AssessedUnit) => boolean) =>
    new Set(units.filter(includes).map(({ name }) => name)).size;
  const found = count(() => true);
  return {
    period: assessment.period,
    scoreTables: assessment.tables
      .filter((table) => table.kind === "scores")
      .map(({ sheet, area, unitCount }) => ({ sheet, area, unitCount })),
    otherSheets: OTHER_KINDS.map((kind) => ({ kind, sheets: sheetsOf(assessment.tables, kind) })).filter(
      ({ sheets }) => sheets.length > 0,
    ),
    units: {
      name: scheme.name,
      found,
      expected: scheme.groups?.reduce((sum, group) => sum + group.units.length, 0) ?? null,
      place: units[0]?.source ?? null,
    },
    groups: assessment.groups.map((name) => ({
      name,
      found: count(({ group }) => group === name),
      expected: scheme.groups?.find((group) => group.name === name)?.units.length ?? null,
      place: units.find(({ group }) => group === name)?.source ?? null,
    })),
    components: totalFormula(scheme, assessment.dynamic).components.map(({ id, name }) => ({
      name,
      found: count(({ components }) => components.has(id)),
      expected: found,
      place:
        units.find(({ components }) => !components.has(id))?.source ?? units[0]?.components.get(id) ?? null,
    })),
  };
}
