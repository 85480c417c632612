import type { Assessment, RecognisedTable } from "../assessment/assessment";
import type { Finding } from "../findings/finding";
import { createFinding } from "../findings/createFinding";
import { gatherAlike } from "../findings/gatherAlike";
import { formatDecimal, equalDecimals, type Decimal } from "../numbers/decimal";
import { exactSum, formatWide } from "../numbers/exactSum";
import { formatWeight } from "../scoring/explainTotal";
import { isDynamic, type Period } from "../scheme/period";
import type { Component, Scheme } from "../scheme/scheme";
import { finish, type Steps } from "../steps";
import { createRoster } from "../units/roster";
import type { Snapshot } from "../workbook/snapshot";
import { assembleUnits } from "./units/assembleUnits";
import { choosePeriod } from "./choosePeriod";
import {
  describeTable,
  kindOf,
  readTablesInSteps,
  type ReadTable,
  type RecognitionRules,
} from "./tables/classifySheet";
import { createRoleReader } from "./header/columnRole";
import { names } from "../vocabulary/concepts";
import { isAnnotation, readHeaderText } from "../vocabulary/headerText";
import { readWorkbook, type WorkbookReading } from "./reading/readTables";
import { joinParts } from "./units/joinParts";
import { readLedgers } from "./units/readLedgers";
import { settleRepeats, type RoleCorrections, type TableColumn } from "./columns/tableColumns";
import { markWeightedShares } from "./columns/weightedShares";

/** What the clerk or the caller has settled beforehand. */
export interface RecognitionOptions {
  /** The period to assess; without it the workbook's titles say. */
  readonly period?: Period;
  /** The year of a period that nothing in the workbook and the scheme dates. */
  readonly defaultYear: number;
  /** Roles that the clerk gave to headers. */
  readonly corrections?: RoleCorrections;
}

/** An assessment, and what was found on the way to it. */
export interface Recognition {
  readonly assessment: Assessment;
  readonly findings: readonly Finding[];
  /** The score tables that the assessment was read from, for the checks that look at whole columns. */
  readonly tables: readonly ReadTable[];
  /** Those tables and all others of the period that list units: ledgers, problems found, totals only. */
  readonly unitTables: readonly ReadTable[];
}

/**
 * Reads what the sheets mean: finds the tables, gives every column a role, reads every unit's figures with their
 * cells, resolves names and groups (rules 6, 22, 25 to 28). What cannot be placed is a finding, never a guess and
 * never a zero. Null when no sheet holds a table of scores, or none of the period that was asked for.
 */
export function recognise(
  snapshot: Snapshot,
  scheme: Scheme,
  options: RecognitionOptions,
): Recognition | null {
  return finish(recogniseInSteps(readWorkbook(snapshot), scheme, options));
}

/** `recognise` as work that may be interrupted, on a workbook that was read already. */
export function* recogniseInSteps(
  { snapshot, sheets }: WorkbookReading,
  scheme: Scheme,
  options: RecognitionOptions,
): Steps<Recognition | null> {
  const rules: RecognitionRules = {
    scheme,
    roster: createRoster(scheme),
    reader: createRoleReader(scheme),
    corrections: options.corrections ?? new Map(),
  };
  const tables: ReadTable[] = [];
  for (const sheet of sheets) tables.push(...(yield* readTablesInSteps(sheet, rules)));
  const scores = tables.filter(({ kind }) => kind === "scores");
  if (scores.length === 0) return null;
  const { period, findings: periodFindings } = choosePeriod(scores, scheme, options);
  const settled = dropSpareRates(settleTables(tables, period, scheme), scheme);
  const ofPeriod = scores
    .flatMap((table) => settled.get(table) ?? [])
    .filter(({ kind }) => kind === "scores");
  const used = rules.roster === null ? joinParts(ofPeriod) : ofPeriod;
  if (used.length === 0) return null;
  const dynamic = isDynamicHere(scheme, period, used);
  const ledgerTables = tables.flatMap((table) => (table.kind === "ledger" ? (settled.get(table) ?? []) : []));
  const ledgers = readLedgers(ledgerTables, used, rules, {
    year: period.year,
    dateSystem: snapshot.dateSystem,
  });
  const { units, findings, groups, missingUnits } = yield* assembleUnits(used, rules, dynamic, ledgers);
  return {
    assessment: {
      period,
      dynamic,
      groups,
      units,
      missingUnits,
      tables: describeSheets(snapshot, tables, settled),
    },
    findings: gatherAlike([
      ...periodFindings,
      ...used.flatMap((table) => [...(table.findings ?? []), ...headerFindings(table, scheme)]),
      ...ledgers.findings,
      ...findings,
    ]),
    tables: used,
    unitTables: [
      ...used,
      ...tables.filter(
        (table) => table.kind !== "scores" && table.kind !== "not-data" && isOfPeriod(table, period),
      ),
    ],
  };
}

/** The tables of scores and of events that the period is read from, each with its columns settled. */
function settleTables(
  tables: readonly ReadTable[],
  period: Period,
  scheme: Scheme,
): ReadonlyMap<ReadTable, ReadTable> {
  const read = tables.filter(
    (table) => (table.kind === "scores" || table.kind === "ledger") && isOfPeriod(table, period),
  );
  return new Map(
    read.map((table) => [
      table,
      markWeightedShares({ ...table, columns: settleRepeats(table.columns, period) }, scheme),
    ]),
  );
}

/**
 * A rate that may stand for a component (过程节点完成率) does so only where no table has the component's own scores;
 * beside them it is how they came about, perhaps with more decimals.
 */
function dropSpareRates(
  settled: ReadonlyMap<ReadTable, ReadTable>,
  scheme: Scheme,
): ReadonlyMap<ReadTable, ReadTable> {
  const all = [...settled.values()].flatMap(({ columns }) => columns);
  const scored = new Set(all.filter((column) => !standsAsRate(column)).map(({ role }) => role));
  const isSpare = (column: TableColumn) => standsAsRate(column) && scored.has(column.role);
  if (!all.some(isSpare)) return settled;
  return new Map(
    [...settled].map(([own, table]) => {
      const columns = table.columns.map((column) =>
        isSpare(column) ? { ...column, role: "unknown" as const, reason: "weaker" } : column,
      );
      return [own, { ...table, columns, kind: kindOf(table.block, columns, table.rows, scheme) }];
    }),
  );
}

function standsAsRate({ role, reason, path }: TableColumn): boolean {
  const { words } = readHeaderText(path.findLast((text) => !isAnnotation(text)) ?? "");
  return role.startsWith("component:") && reason === "alias" && names(words, "rate");
}

function isOfPeriod(table: ReadTable, period: Period): boolean {
  const { period: hint } = table;
  if (hint === null) return table.year === null || table.year === period.year;
  return (
    hint.kind === period.kind &&
    hint.number === period.number &&
    (hint.year === null || hint.year === period.year)
  );
}

/** Shorter periods without any yearly score are scored without them (rule 6). */
function isDynamicHere(scheme: Scheme, period: Period, tables: readonly ReadTable[]): boolean {
  if (!isDynamic(period) || scheme.dynamic === null) return false;
  const yearly = new Set(scheme.dynamic.without.map((id) => `component:${id}`));
  return !tables.some(({ block, columns, rows }) =>
    columns.some(
      ({ role, column }) =>
        yearly.has(role) &&
        rows.some(({ kind, row }) => kind === "unit" && block.view.value(row, column) !== null),
    ),
  );
}

/** Every sheet's tables as the clerk sees them; those that the period is read from with their settled columns. */
function describeSheets(
  snapshot: Snapshot,
  tables: readonly ReadTable[],
  settled: ReadonlyMap<ReadTable, ReadTable>,
): RecognisedTable[] {
  return snapshot.sheets.flatMap((sheet): RecognisedTable[] => {
    const own = tables.filter(({ block }) => block.view.sheet === sheet);
    // A list by period is read as one table a period; on the sheet it is one.
    const blocks = [...new Set(own.map(({ block }) => block))];
    if (blocks.length > 0) {
      return blocks.flatMap((block) => {
        const parts = own.filter((table) => table.block === block);
        const [inUse] = parts.flatMap((part) => settled.get(part) ?? []);
        const table = inUse ?? parts[0];
        if (!table) return [];
        const kind = table.kind === "scores" && !inUse ? "other-period" : table.kind;
        const rows = parts.flatMap((part) => part.rows);
        return [describeTable(table, kind, rows)];
      });
    }
    return [
      {
        sheet: sheet.name,
        area: sheet.area,
        kind: sheet.mark === null ? "not-data" : "own-report",
        headerRows: [sheet.area.row, sheet.area.row],
        columns: [],
        group: null,
        facts: [],
        unitCount: 0,
        ...(sheet.mark === null ? {} : { reportKind: sheet.mark.kind }),
      },
    ];
  });
}

/** 40 points of 100 are 40% of the total, with a weight of 1. */
function isShareOf({ fullMark }: Scheme, { maximum, weight }: Component, stated: Decimal): boolean {
  const share = exactSum([{ factor: maximum, by: weight }]);
  const of = exactSum([{ factor: fullMark, by: stated }]);
  return formatWide(share) === formatWide(of);
}

/** What a header states against the scheme: another weight is shown, another full mark is not used. */
function headerFindings(table: ReadTable, scheme: Scheme): Finding[] {
  const { view, headerRows } = table.block;
  const shares = table.columns.filter(({ share }) => share);
  return table.columns.flatMap((column) => {
    const place = { sheet: view.sheet.name, cell: view.position(headerRows[1], column.column) };
    const { header, weight, fullMark } = column;
    if (column.reason === "twice") return [createFinding("column-unclear", place, { header })];
    const component = scheme.components.find(({ id }) => column.role === `component:${id}`);
    if (!component) return [];
    if (column.share) {
      // One for the table: its columns are all alike in this.
      if (column !== shares[0]) return [];
      const columns = shares.map((other) => other.header).join("、");
      return [createFinding("scores-weighted", place, { columns, ...column.share })];
    }
    const findings: Finding[] = [];
    if (
      weight !== null &&
      !equalDecimals(weight, component.weight) &&
      !isShareOf(scheme, component, weight)
    ) {
      findings.push(
        createFinding("weight-differs", place, {
          header,
          component: component.name,
          stated: formatWeight(weight),
          weight: formatWeight(component.weight),
        }),
      );
    }
    if (fullMark !== null && !equalDecimals(fullMark, component.maximum)) {
      findings.push(
        createFinding("full-mark-differs", place, {
          header,
          component: component.name,
          stated: formatDecimal(fullMark),
          maximum: formatDecimal(component.maximum),
        }),
      );
    }
    return findings;
  });
}
