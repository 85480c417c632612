import Big from "big.js";
import type { RecognisedTable } from "../../src/core/assessment/assessment";
import { runChecks } from "../../src/core/checks/runChecks";
import type { Finding } from "../../src/core/findings/finding";
import { formatDecimal, type Decimal } from "../../src/core/numbers/decimal";
import { rankAssessment } from "../../src/core/ranking/rankAssessment";
import type { RankedUnit, UnrankedUnit } from "../../src/core/ranking/ranking";
import { proposeScheme } from "../../src/core/recognise/proposeScheme";
import type { RoleCorrections } from "../../src/core/recognise/columns/tableColumns";
import { recognise } from "../../src/core/recognise/recognise";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { parseScheme } from "../../src/core/scheme/parseScheme";
import { parsePeriod } from "../../src/core/scheme/period";
import type { Scheme } from "../../src/core/scheme/scheme";
import { areaAddress, cellAddress, contains, parseArea, type Area } from "../../src/core/workbook/address";
import type { Snapshot } from "../../src/core/workbook/snapshot";
import type { CorpusWorkbook, ExpectedTable, ExpectedUnit, PlantedFault } from "./corpusWorkbook";
import { snapshotOf } from "./draft";
import { FAMILY_CODES } from "./families";

/** How many of those that should be there are there, and what is wrong with the others. */
export interface Recall {
  readonly right: number;
  readonly of: number;
  readonly misses: readonly string[];
}

/** What was measured of one workbook. */
export interface WorkbookMeasure {
  readonly workbook: CorpusWorkbook;
  readonly tables: Recall;
  readonly ranges: Recall;
  readonly roles: Recall;
  readonly figures: Recall;
  readonly ranks: Recall;
  readonly faults: Recall;
  /** Totals and ranks under a scheme that is proposed from the workbook's own headers. */
  readonly proposed: Recall;
  /** Planted faults by family: found and planted. */
  readonly families: ReadonlyMap<string, { readonly found: number; readonly planted: number }>;
  /**
   * Findings that no planted fault accounts for. In a clean workbook each is a false alarm, but for one note that
   * everyday names are used.
   */
  readonly surplus: readonly string[];
  /** All findings, so that a fault that is told once a row is seen. */
  readonly findings: number;
  /** Rows of units in the workbook's tables. */
  readonly rows: number;
}

/** What the code under test says of a workbook. */
interface Reading {
  readonly tables: readonly RecognisedTable[];
  readonly units: readonly (RankedUnit | UnrankedUnit)[];
  readonly findings: readonly Finding[];
}

/** Recognises, ranks and checks one workbook of the corpus and compares with its known answer. */
export function measureWorkbook(
  workbook: CorpusWorkbook,
  snapshot = snapshotOf(workbook.sheets),
): WorkbookMeasure {
  const reading = readWorkbook(workbook, snapshot, schemeOf(workbook));
  const matches = workbook.tables.map((expected) => ({ expected, found: matchOf(expected, reading.tables) }));
  const faults = workbook.faults.map((fault) => ({ fault, found: reportsOf(fault, reading.findings) }));
  const families = new Map<string, { found: number; planted: number }>();
  for (const { fault, found } of faults) {
    const count = families.get(fault.family) ?? { found: 0, planted: 0 };
    families.set(fault.family, {
      found: count.found + (found.length > 0 ? 1 : 0),
      planted: count.planted + 1,
    });
  }
  const accounted = new Set(faults.flatMap(({ found }) => found));
  const aliasNote = reading.findings.find(({ code }) => /^(unit-alias|aliases-used)$/.test(code));
  const surplus = reading.findings.filter(
    (finding) =>
      finding !== aliasNote &&
      !accounted.has(finding) &&
      (workbook.clean || !isConsequence(finding, workbook)),
  );
  return {
    workbook,
    tables: recall(
      matches.map(({ expected, found }) =>
        found ? null : `${expected.sheet}!${expected.range} (${expected.kind})`,
      ),
    ),
    ranges: recall(
      matches
        .filter(({ expected }) => expected.kind !== "not-data")
        .map(({ expected, found }) =>
          found && areaAddress(found.area) === expected.range
            ? null
            : `${expected.sheet}!${expected.range} is ${found ? areaAddress(found.area) : "not found"}`,
        ),
    ),
    roles: recall(matches.flatMap(({ expected, found }) => rolesOf(expected, found))),
    figures: recall(workbook.units.flatMap((unit) => figuresOf(unit, workbook, reading))),
    ranks: recall(workbook.units.map((unit) => rankOf(unit, workbook, reading))),
    faults: recall(
      faults.map(({ fault, found }) => (found.length > 0 ? null : describeFault(fault, reading))),
    ),
    proposed: proposedRanks(workbook, snapshot),
    families,
    surplus: surplus.map(describeFinding),
    findings: reading.findings.length,
    rows: workbook.units.length,
  };
}

function readWorkbook(
  workbook: CorpusWorkbook,
  snapshot: Snapshot,
  scheme: Scheme,
  corrections: RoleCorrections = new Map(),
): Reading {
  const period = workbook.period === null ? null : parsePeriod(workbook.period);
  const recognition = recognise(snapshot, scheme, {
    ...(period ? { period } : {}),
    defaultYear: 2015,
    corrections,
  });
  if (recognition === null) return { tables: [], units: [], findings: [] };
  const ranking = rankAssessment(scheme, recognition.assessment);
  return {
    tables: recognition.assessment.tables,
    units: ranking.groups.flatMap(({ ranked, unranked }) => [...ranked, ...unranked]),
    findings: runChecks({ snapshot, recognition, ranking }),
  };
}

function proposedRanks(workbook: CorpusWorkbook, snapshot: Snapshot): Recall {
  if (workbook.proposable !== true) return recall([]);
  const proposal = proposeScheme(snapshot);
  if (proposal === null) return recall(workbook.units.map(({ name }) => `${name}: no scheme is proposed`));
  const reading = readWorkbook(workbook, snapshot, proposal.scheme, proposal.roles);
  return recall(workbook.units.map((unit) => rankOf(unit, workbook, reading)));
}

function schemeOf({ scheme, name }: CorpusWorkbook): Scheme {
  if (scheme === null) return anshan2015;
  const outcome = parseScheme(scheme);
  if (!outcome.ok) throw new Error(`${name}: the scheme is wrong at ${outcome.problem.path}`);
  return outcome.scheme;
}

function recall(results: readonly (string | null)[]): Recall {
  const misses = results.filter((result) => result !== null);
  return { right: results.length - misses.length, of: results.length, misses };
}

/** The recognised table that covers most of the expected one: at least seven tenths of both together. */
function matchOf(expected: ExpectedTable, tables: readonly RecognisedTable[]): RecognisedTable | null {
  const area = parseArea(expected.range);
  if (!area) throw new Error(`${expected.range} is no area`);
  const matching = tables.filter(
    ({ sheet, kind, area: found }) =>
      sheet === expected.sheet &&
      kind === expected.kind &&
      (kind === "not-data" || sharedPart(area, found) >= 0.7),
  );
  return (
    matching.toSorted((left, right) => sharedPart(area, right.area) - sharedPart(area, left.area))[0] ?? null
  );
}

/** Cells of both areas over cells of either, 0 to 1. */
function sharedPart(left: Area, right: Area): number {
  const rows = Math.min(left.row + left.rowCount, right.row + right.rowCount) - Math.max(left.row, right.row);
  const columns =
    Math.min(left.column + left.columnCount, right.column + right.columnCount) -
    Math.max(left.column, right.column);
  const both = Math.max(0, rows) * Math.max(0, columns);
  return both / (left.rowCount * left.columnCount + right.rowCount * right.columnCount - both);
}

function rolesOf(expected: ExpectedTable, found: RecognisedTable | null): (string | null)[] {
  return expected.roles.map(({ at, header, role }) => {
    const column = found?.columns.find((candidate) => candidate.column === at);
    if (column?.role === role) return null;
    const was = column ? `${column.role} (${column.reason})` : "no column";
    return `${expected.sheet} "${header}" at ${at}: ${role} expected, ${was}`;
  });
}

function unitIn(
  expected: ExpectedUnit,
  { namedGroups }: CorpusWorkbook,
  { units }: Reading,
): RankedUnit | UnrankedUnit | null {
  const named = units.filter(
    ({ unit }) =>
      unit.name === expected.name &&
      unit.as === expected.as &&
      (!namedGroups || unit.group === expected.group),
  );
  // A name that stands twice is told apart by its figures.
  const alike = ({ unit }: RankedUnit | UnrankedUnit) =>
    Object.entries(expected.scores).filter(([id, score]) => {
      const figure = unit.components.get(id);
      return figure !== undefined && isSame(figure.value, score);
    }).length;
  return named.toSorted((left, right) => alike(right) - alike(left))[0] ?? null;
}

function figuresOf(expected: ExpectedUnit, workbook: CorpusWorkbook, reading: Reading): (string | null)[] {
  const found = unitIn(expected, workbook, reading);
  const points = found ? [found.unit.bonus, found.unit.deduction] : [];
  const wanted = [
    ...Object.entries(expected.scores)
      .filter(([id]) => !expected.unread.includes(id))
      .map(([id, score]) => ({ id, score, value: found?.unit.components.get(id)?.value ?? null })),
    ...[expected.bonus, expected.deduction].map((score, index) => ({
      id: index === 0 ? "bonus" : "deduction",
      score,
      value: found ? (points[index]?.value ?? { units: 0, places: 0 }) : null,
    })),
  ];
  return wanted.map(({ id, score, value }) =>
    value !== null && isSame(value, score)
      ? null
      : `${expected.name} ${id}: ${score} expected, ${found ? shown(value) : "unit not found"}`,
  );
}

function isSame(value: Decimal, text: string): boolean {
  return new Big(formatDecimal(value)).eq(text);
}

function shown(value: Decimal | null): string {
  return value === null ? "none" : formatDecimal(value);
}

function rankOf(expected: ExpectedUnit, workbook: CorpusWorkbook, reading: Reading): string | null {
  const found = unitIn(expected, workbook, reading);
  const total = found && "total" in found ? found.total : null;
  const rank = found && "rank" in found ? found.rank : null;
  const rightTotal =
    expected.total === null ? total === null : total !== null && isSame(total, expected.total);
  if (found && rightTotal && rank === expected.rank) return null;
  const reasons = found && "reasons" in found ? ` (${found.reasons.join(", ")})` : "";
  return (
    `${expected.group} ${expected.name}: ${expected.total ?? "no total"}, rank ${expected.rank ?? "none"} expected, ` +
    (found ? `${shown(total)}, rank ${rank ?? "none"}${reasons}` : "unit not found")
  );
}

function reportsOf({ family, sheet, area }: PlantedFault, findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => FAMILY_CODES[family].test(finding.code) && isAt(finding, sheet, area));
}

function isAt(finding: Finding, sheet: string | null, area: string | null): boolean {
  if (sheet === null) return true;
  if (finding.sheet !== sheet) return false;
  const place = area === null ? null : parseArea(area);
  if (place === null) return true;
  return finding.cell !== null && contains(place, finding.cell);
}

/** What follows from a workbook that holds a part of the roster only, or from a fault in the same row. */
function isConsequence(finding: Finding, { faults }: CorpusWorkbook): boolean {
  if (/^(unit|group)-missing$/.test(finding.code)) return true;
  return faults.some(({ sheet, area }) => {
    if (sheet === null || area === null || sheet !== finding.sheet || finding.cell === null) return false;
    const place = parseArea(area);
    if (place === null) return false;
    const { row } = finding.cell;
    return row >= place.row && row < place.row + place.rowCount;
  });
}

function describeFault({ family, sheet, area }: PlantedFault, { findings }: Reading): string {
  const there = findings
    .filter((finding) => area !== null && isAt(finding, sheet, area))
    .map(({ code }) => code);
  const instead = there.length > 0 ? `; found there: ${[...new Set(there)].join(", ")}` : "";
  return `${family} at ${sheet ?? "the workbook"}${area === null ? "" : `!${area}`}${instead}`;
}

function describeFinding({ code, severity, sheet, cell, parameters }: Finding): string {
  const place = sheet === null ? "" : ` ${sheet}${cell ? `!${cellAddress(cell)}` : ""}`;
  return `${code} (${severity})${place} ${JSON.stringify(parameters)}`;
}
