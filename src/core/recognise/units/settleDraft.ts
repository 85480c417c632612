import type { AssessedUnit, Figure } from "../../assessment/assessment";
import type { FindingCode } from "../../checks/catalogue";
import { createFinding } from "../../findings/createFinding";
import type { Finding } from "../../findings/finding";
import { equalDecimals, formatDecimal } from "../../numbers/decimal";
import type { Component } from "../../scheme/scheme";
import { flatMapInSteps, STEP_SIZE, type Steps } from "../../steps";
import { sameGroup, type NameResolution } from "../../units/roster";
import { cellAddress, type SheetCell } from "../../workbook/address";
import { contains } from "../../vocabulary/concepts";
import type { UnitRow } from "./readUnitRow";
import { unresolvedName } from "./unresolvedName";

/** Rows of one unit from one or more tables, with what they mean together. */
export interface UnitDraft {
  readonly resolution: NameResolution | null;
  readonly group: string;
  readonly rows: UnitRow[];
}

/** What all drafts are settled with, and where the findings go. */
export interface Settling {
  /** The components that a unit must have, and those of them that no table has. */
  readonly components: readonly Component[];
  readonly lacking: readonly Component[];
  readonly findings: Finding[];
}

/** Makes the unit of a draft: one, or one a row when the rows contradict each other. */
export function* settleDraft(draft: UnitDraft, settling: Settling): Steps<AssessedUnit[]> {
  const { rows } = draft;
  const report = { findings: settling.findings, blockers: [] };
  reportName(draft, report);
  if (repeatedRows(rows)) {
    for (const [index, row] of rows.entries()) {
      if (index % STEP_SIZE === STEP_SIZE - 1) yield;
      block(report, "unit-duplicate", row.source, { unit: row.text, others: otherPlaces(rows, row) });
    }
    return yield* flatMapInSteps(rows, (row) => [assessedUnit(draft, [row], settling, report.blockers)]);
  }
  reportDisagreement(rows, report);
  return [assessedUnit(draft, rows, settling, report.blockers)];
}

/** So many of a unit's other cells are named; a text that a whole column repeats would name them all in each row. */
const MAXIMUM_PLACES_NAMED = 5;

function otherPlaces(rows: readonly UnitRow[], own: UnitRow): string {
  const near = rows.slice(0, MAXIMUM_PLACES_NAMED + 1).filter((row) => row !== own);
  const places = near.slice(0, MAXIMUM_PLACES_NAMED).map(({ source }) => placeText(source));
  return places.join("、") + (rows.length - 1 > places.length ? "…" : "");
}

/** Where findings about a draft go that keep its units out of the ranking. */
interface DraftReport {
  readonly findings: Finding[];
  readonly blockers: FindingCode[];
}

function block(
  { findings, blockers }: DraftReport,
  code: FindingCode,
  place: SheetCell,
  parameters: Finding["parameters"],
): void {
  if (!blockers.includes(code)) blockers.push(code);
  findings.push(createFinding(code, { sheet: place.sheet, cell: place }, parameters));
}

function reportName({ resolution, rows, group }: UnitDraft, report: DraftReport): void {
  if (resolution === null) return;
  for (const row of rows) {
    const unresolved = unresolvedName(row.text, resolution);
    if (unresolved !== null) {
      block(report, unresolved.code, row.source, unresolved.parameters);
    } else if (resolution.kind === "known" && row.group !== null && !sameGroup(row.group, group)) {
      if (contains(row.group, "numbered-group")) {
        block(report, "unit-wrong-group", row.source, {
          unit: resolution.entry.unit.name,
          stated: row.group,
          group,
        });
      }
    }
  }
}

/** Whether a unit stands twice in one table, or in tables of different groups. */
function repeatedRows(rows: readonly UnitRow[]): boolean {
  if (rows.length < 2) return false;
  const tables = new Set(rows.map(({ table }) => table));
  if (tables.size < rows.length) return true;
  const groups = rows.flatMap(({ group }) => (group === null ? [] : [group]));
  return groups.some((group) => !sameGroup(group, groups[0] ?? group));
}

/** A summary sheet and its parts may both hold a unit; what they both say must be the same. */
function reportDisagreement([first, ...others]: readonly UnitRow[], report: DraftReport): void {
  if (!first) return;
  for (const row of others) {
    for (const [left, right] of figurePairs(first, row)) {
      if (equalDecimals(left.value, right.value)) continue;
      block(report, "tables-disagree", right, {
        unit: row.text,
        value: formatDecimal(right.value),
        other: formatDecimal(left.value),
        place: placeText(left),
      });
    }
  }
}

function figurePairs(left: UnitRow, right: UnitRow): [Figure, Figure][] {
  const pairs: [Figure, Figure][] = [];
  for (const [id, figure] of right.components) {
    const other = left.components.get(id);
    if (other) pairs.push([other, figure]);
  }
  if (left.bonus && right.bonus) pairs.push([left.bonus, right.bonus]);
  if (left.deduction && right.deduction) pairs.push([left.deduction, right.deduction]);
  return pairs;
}

function assessedUnit(
  draft: UnitDraft,
  rows: readonly UnitRow[],
  { components, lacking, findings }: Settling,
  blockers: readonly FindingCode[],
): AssessedUnit {
  const [first] = rows;
  if (!first) throw new Error("A unit without a row");
  const figures =
    rows.length === 1 ? first.components : new Map(rows.toReversed().flatMap((row) => [...row.components]));
  const missing: FindingCode[] = [];
  for (const component of components) {
    if (figures.has(component.id)) continue;
    if (lacking.includes(component)) missing.push("component-column-missing");
    const blank =
      rows.map((row) => row.blanks.get(component.id)).find((cell) => cell !== undefined) ??
      (isOutsideTables(draft, component) && !lacking.includes(component) ? first.source : undefined);
    if (blank) {
      missing.push("component-missing");
      findings.push(
        createFinding(
          "component-missing",
          { sheet: blank.sheet, cell: blank },
          { unit: first.text, component: component.name },
        ),
      );
    }
  }
  const entry = draft.resolution?.kind === "known" ? draft.resolution.entry : null;
  return {
    name: entry?.unit.name ?? (first.apart === "" ? first.text : `${first.text}（${first.apart}）`),
    id: entry?.unit.id ?? null,
    as: first.text,
    group: draft.group,
    source: first.source,
    components: figures,
    bonus: firstOf(rows, (row) => row.bonus),
    deduction: firstOf(rows, (row) => row.deduction),
    statedTotal: firstOf(rows, (row) => row.statedTotal),
    statedRank: firstOf(rows, (row) => row.statedRank),
    note: firstOf(rows, (row) => row.note),
    blockers: allBlockers(blockers, rows, missing),
  };
}

/** Whether other units' tables have a component, but none that this unit stands in; a name in doubt is told as such. */
function isOutsideTables({ resolution, rows }: UnitDraft, { id }: Component): boolean {
  if (resolution !== null && resolution.kind !== "known") return false;
  return rows.every(({ table }) => !table.columns.some(({ role }) => role === `component:${id}`));
}

/** Every blocker once; most units have none and share one empty list. */
function allBlockers(
  draft: readonly FindingCode[],
  rows: readonly UnitRow[],
  missing: readonly FindingCode[],
): readonly FindingCode[] {
  if (draft.length + missing.length === 0 && rows.every((row) => row.blockers.length === 0)) {
    return NO_BLOCKERS;
  }
  return [...new Set([...draft, ...rows.flatMap((row) => row.blockers), ...missing])];
}

const NO_BLOCKERS: readonly FindingCode[] = [];

function firstOf<Value>(rows: readonly UnitRow[], pick: (row: UnitRow) => Value | null): Value | null {
  for (const row of rows) {
    const value = pick(row);
    if (value !== null) return value;
  }
  return null;
}

/** A cell as findings name it in a sentence: `汇总!B4`. */
export function placeText({ sheet, row, column }: SheetCell): string {
  return `${sheet}!${cellAddress({ row, column })}`;
}
