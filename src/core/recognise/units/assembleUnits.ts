import type { AssessedUnit } from "../../assessment/assessment";
import { createFinding } from "../../findings/createFinding";
import type { Finding } from "../../findings/finding";
import { equalDecimals, formatDecimal, ZERO } from "../../numbers/decimal";
import type { Component } from "../../scheme/scheme";
import { STEP_SIZE, type Steps } from "../../steps";
import type { NameResolution } from "../../units/roster";
import { nameKey } from "../../units/nameKey";
import type { ReadTable, UnitRules } from "../tables/classifySheet";
import { ledgerKey, type LedgerPoints, type Ledgers } from "./readLedgers";
import { createRowReader, type UnitRow } from "./readUnitRow";
import { placeText, settleDraft, type UnitDraft } from "./settleDraft";
import { unresolvedName } from "./unresolvedName";

/** Units put together from all score tables. */
export interface AssembledUnits {
  readonly units: readonly AssessedUnit[];
  readonly groups: readonly string[];
  readonly missingUnits: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
}

/** Drafts in order of appearance, and those that further rows may join. */
interface Drafts {
  readonly all: UnitDraft[];
  /** By the roster's id, or without a roster by the name's key: the same name in two groups is two units. */
  readonly byGroup: Map<string, Map<string, UnitDraft>>;
}

/** The name of the group for units that nobody placed: shown as such on the screen. */
const NO_GROUP = "";

/**
 * Puts the rows of all score tables together, a unit each: resolves names and groups, joins a unit's figures from
 * several tables, and keeps out of the ranking what is in doubt (rules 22, 27, 28).
 */
export function* assembleUnits(
  tables: readonly ReadTable[],
  rules: UnitRules,
  dynamic: boolean,
  ledgers: Ledgers,
): Steps<AssembledUnits> {
  const findings: Finding[] = [];
  const components = requiredComponents(rules, dynamic);
  const drafts: Drafts = { all: [], byGroup: new Map() };
  for (const table of tables) {
    const readRow = createRowReader(table, rules.scheme);
    for (const [index, tableRow] of table.rows.entries()) {
      if (index % STEP_SIZE === 0) yield;
      if (tableRow.kind === "orphan") findings.push(orphanFinding(table, tableRow.row));
      if (tableRow.kind !== "unit") continue;
      const row = readRow(tableRow.row, tableRow.group ?? table.group);
      for (const finding of row.findings) findings.push(finding);
      addRow(drafts, rules, row);
    }
  }
  findings.push(...aliasFindings(drafts.all));
  const lacking = components.filter(
    ({ id }) => !tables.some(({ columns }) => columns.some(({ role }) => role === `component:${id}`)),
  );
  findings.push(...lacking.map((component) => columnMissingFinding(component, tables)));
  const hasLedgers = ledgers.points.size > 0;
  const pointsOf = (text: string) => ledgers.points.get(ledgerKey(rules, text)) ?? null;
  const units: AssessedUnit[] = [];
  const settling = { components, lacking, findings };
  let settled = 0;
  for (const draft of drafts.all) {
    settled += draft.rows.length;
    if (settled > STEP_SIZE) {
      yield;
      settled = 0;
    }
    for (const unit of yield* settleDraft(draft, settling)) {
      units.push(hasLedgers ? withLedger(unit, pointsOf(unit.as), ledgers.stated, findings) : unit);
    }
  }
  if (hasLedgers) {
    const keys = new Set(units.map(({ as }) => ledgerKey(rules, as)));
    findings.push(...strangersInLedgers(ledgers, keys, rules));
  }
  const missingUnits = findMissing(rules, units, findings);
  return { units, groups: groupNames(rules, units), missingUnits, findings };
}

function requiredComponents({ scheme }: UnitRules, dynamic: boolean): readonly Component[] {
  const without = new Set(dynamic ? scheme.dynamic?.without : []);
  return scheme.components.filter(({ id }) => !without.has(id));
}

function orphanFinding({ block }: ReadTable, row: number): Finding {
  return createFinding("row-without-unit", {
    sheet: block.view.sheet.name,
    cell: block.view.position(row, block.unitColumn),
  });
}

function addRow(drafts: Drafts, rules: UnitRules, row: UnitRow): void {
  const resolution = rules.roster?.resolve(row.text) ?? null;
  const entry = resolution?.kind === "known" ? resolution.entry : null;
  const group = entry?.group.name ?? statedGroup(rules, row);
  const draft = { resolution, group, rows: [row] };
  // Names that a roster does not have stay apart, each by its cell.
  const key = rules.roster === null ? `${nameKey(row.text)}\n${row.apart}` : (entry?.unit.id ?? null);
  const known = key === null ? draft : draftFor(drafts.byGroup, key, draft);
  if (known === draft) drafts.all.push(draft);
  else known.rows.push(row);
}

/** The draft that a key has in the group; the given one where it has none yet. */
function draftFor(byGroup: Drafts["byGroup"], key: string, draft: UnitDraft): UnitDraft {
  const group = byGroup.get(draft.group) ?? new Map<string, UnitDraft>();
  const known = group.get(key);
  if (known) return known;
  if (group.size === 0) byGroup.set(draft.group, group);
  group.set(key, draft);
  return draft;
}

function statedGroup(rules: UnitRules, row: UnitRow): string {
  if (rules.roster !== null)
    return (row.group === null ? undefined : rules.roster.group(row.group)?.name) ?? NO_GROUP;
  return row.group ?? row.source.sheet;
}

/**
 * A unit with the points that the ledgers have for it, where the score tables have none; where they state points, the
 * ledgers are compared with them.
 */
function withLedger(
  unit: AssessedUnit,
  points: LedgerPoints | null,
  stated: boolean,
  findings: Finding[],
): AssessedUnit {
  if (points === null) return unit;
  if (!stated) {
    const { bonus, deduction, blockers } = points;
    return { ...unit, bonus, deduction, blockers: [...new Set([...unit.blockers, ...blockers])] };
  }
  const differing = (["bonus", "deduction"] as const).flatMap((side) => {
    const [own, listed] = [unit[side], points[side]];
    return listed !== null && !equalDecimals(own?.value ?? ZERO, listed.value) ? [{ own, listed }] : [];
  });
  if (differing.length === 0) return unit;
  for (const { own, listed } of differing) {
    findings.push(
      createFinding(
        "tables-disagree",
        { sheet: listed.sheet, cell: listed },
        {
          unit: unit.as,
          value: formatDecimal(listed.value),
          other: formatDecimal(own?.value ?? ZERO),
          place: placeText(own ?? unit.source),
        },
      ),
    );
  }
  return { ...unit, blockers: [...new Set([...unit.blockers, "tables-disagree"])] };
}

/** Names in the ledgers that no assessed unit has: their points would be lost in silence. */
function strangersInLedgers(
  { points }: Ledgers,
  known: ReadonlySet<string>,
  { roster }: UnitRules,
): Finding[] {
  return [...points]
    .filter(([key]) => !known.has(key))
    .flatMap(([, { text, source }]) => {
      const resolution: NameResolution = roster?.resolve(text) ?? { kind: "unknown", suggestions: [] };
      const unresolved = unresolvedName(text, resolution);
      return unresolved === null
        ? []
        : [createFinding(unresolved.code, { sheet: source.sheet, cell: source }, unresolved.parameters)];
    });
}

/** A hint for each of a few stray aliases, or one for the workbook where aliases are its habit. */
function aliasFindings(drafts: readonly UnitDraft[]): Finding[] {
  const rowCount = drafts.reduce((count, { rows }) => count + rows.length, 0);
  const aliased = drafts.flatMap(({ resolution, rows }) =>
    resolution?.kind === "known" && resolution.alias
      ? rows
          .filter((row) => nameKey(row.text) !== nameKey(resolution.entry.unit.name))
          .map((row) => ({ row, name: resolution.entry.unit.name }))
      : [],
  );
  const [first] = aliased;
  const isHabit = aliased.length > MAXIMUM_STRAY_ALIASES || aliased.length > rowCount * STRAY_SHARE;
  if (aliased.length > 1 && isHabit && first) {
    const { source } = first.row;
    return [
      createFinding(
        "aliases-used",
        { sheet: source.sheet, cell: source },
        { count: aliased.length, text: first.row.text, unit: first.name },
      ),
    ];
  }
  return aliased.map(({ row, name }) =>
    createFinding(
      "unit-alias",
      { sheet: row.source.sheet, cell: row.source },
      { text: row.text, unit: name },
      { from: row.text, to: name },
    ),
  );
}

const MAXIMUM_STRAY_ALIASES = 3;
/** Aliases in more than this share of the rows are the workbook's habit. */
const STRAY_SHARE = 0.1;

function columnMissingFinding(component: Component, [table]: readonly ReadTable[]): Finding {
  const place = table
    ? {
        sheet: table.block.view.sheet.name,
        cell: table.block.view.position(table.block.headerRows[0], table.block.firstColumn),
      }
    : null;
  return createFinding("component-column-missing", place, { component: component.name });
}

/** Roster units that no row names; a group that is missing whole is one finding (rule 28). */
function findMissing(
  { roster, scheme }: UnitRules,
  units: readonly AssessedUnit[],
  findings: Finding[],
): Map<string, readonly string[]> {
  const missing = new Map<string, readonly string[]>();
  if (roster === null) return missing;
  const present = new Set(units.map(({ id }) => id));
  for (const group of scheme.groups ?? []) {
    const names = group.units.filter(({ id }) => !present.has(id)).map(({ name }) => name);
    if (names.length === 0) continue;
    missing.set(group.name, names);
    if (names.length === group.units.length) {
      findings.push(createFinding("group-missing", null, { group: group.name, count: names.length }));
    } else {
      findings.push(...names.map((unit) => createFinding("unit-missing", null, { unit, group: group.name })));
    }
  }
  return missing;
}

function groupNames({ scheme }: UnitRules, units: readonly AssessedUnit[]): string[] {
  const used = new Set(units.map(({ group }) => group));
  const known = (scheme.groups ?? []).map(({ name }) => name);
  return [...known.filter((name) => used.has(name)), ...[...used].filter((name) => !known.includes(name))];
}
