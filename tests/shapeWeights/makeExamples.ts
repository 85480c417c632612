import { scanCells, type CellScan } from "../../src/core/shape/cellScan";
import { derivedFeatures, DERIVED_NAMES } from "../../src/core/shape/chainWeights";
import { CHAIN_CLASSES, GAP_KINDS, type ChainClass } from "../../src/core/shape/lineChain";
import { cutIntoRegions, type Region } from "../../src/core/shape/regions";
import { summariseRows, type RegionRows } from "../../src/core/shape/regionRows";
import { findRowArithmetic } from "../../src/core/shape/rowArithmetic";
import { FEATURE_NAMES, rowFeatures } from "../../src/core/shape/rowFeatures";
import { createSheetGrid } from "../../src/core/shape/sheetGrid";
import { finish } from "../../src/core/steps";
import { columnIndex } from "../../src/core/workbook/address";
import type { SheetSnapshot } from "../../src/core/workbook/snapshot";
import type { Example } from "./fitChain";
import type { Annotated, LineTruth, ScoreTruth, TableTruth } from "./readWorkbooks";

/** So many rows at either end of a large sheet are enough. */
const END_ROWS = 45;

/** A workbook's sheets count no more than so many. */
const MOST_SHEETS = 3;

const ANY = (1 << CHAIN_CLASSES.length) - 1;

/** Examples of sheets where the class of every row is known. */
export function lineExamples({ snapshot, truth }: Annotated<LineTruth>): Example[] {
  const sheet = snapshot.sheets[0];
  if (sheet === undefined) return [];
  return regionsOf(sheet).map((rows) =>
    exampleOf(rows, truth.file, 1, (row) => {
      const kind = CHAIN_CLASSES.indexOf(truth.lines[row] as ChainClass);
      return kind < 0 ? ANY : 1 << kind;
    }),
  );
}

/** Examples of score sheets, where tables are known: what else is there may be one of several classes. */
export function scoreExamples({ snapshot, truth }: Annotated<ScoreTruth>): Example[] {
  const found = truth.sheets.flatMap(({ sheet: name, tables }) => {
    const sheet = snapshot.sheets.find((one) => one.name === name);
    if (sheet === undefined || tables.some(({ transposed }) => transposed === true)) return [];
    return regionsOf(sheet).flatMap((rows) => {
      const inside = tables.filter((table) => isIn(rows, table));
      return inside.length === 0 ? [] : [{ rows, inside }];
    });
  });
  const weight = Math.min(1, MOST_SHEETS / found.length);
  return found.map(({ rows, inside }) =>
    exampleOf(rows, truth.file, weight, (row, isFull) => allowedBy(inside, row + 1, isFull)),
  );
}

function regionsOf(sheet: SheetSnapshot): RegionRows[] {
  if (sheet.area.rowCount === 0) return [];
  const scan: CellScan = finish(scanCells(createSheetGrid(sheet)));
  return cutIntoRegions(scan).map((region: Region) => summariseRows(scan, region));
}

/** Whether most of a table's columns are a region's, and some of its rows. */
function isIn({ region, scan }: RegionRows, { columns, rows }: TableTruth): boolean {
  const [first, last] = [columnIndex(columns[0]), columnIndex(columns[1])];
  const left = Math.max(first, region.firstColumn + scan.grid.firstColumn);
  const right = Math.min(last, region.endColumn + scan.grid.firstColumn - 1);
  const top = region.firstRow + scan.grid.firstRow + 1;
  const bottom = region.endRow + scan.grid.firstRow;
  return right - left + 1 > 0.5 * (last - first + 1) && rows[0] <= bottom && rows[1] >= top;
}

function bits(...classes: readonly ChainClass[]): number {
  return classes.reduce((all, kind) => all | (1 << CHAIN_CLASSES.indexOf(kind)), 0);
}

/**
 * The classes that a row (from 1) may have by the tables of its region. A row that is as full of figures as the units'
 * is a derived one where it stands among them or right below.
 */
function allowedBy(tables: readonly TableTruth[], row: number, isFull: boolean): number {
  const table = tables.find(({ header, rows }) => row >= (header?.[0] ?? rows[0]) && row <= rows[1]);
  if (table === undefined) {
    const next = tables.some(({ header, rows }) => (header?.[0] ?? rows[0]) > row);
    const before = tables.some(({ rows }) => rows[1] < row);
    if (isFull && tables.some(({ rows }) => row === rows[1] + 1)) return bits("derived");
    if (before) return bits("derived", "notes", "metadata", "header", "group");
    return next ? bits("metadata", "notes") : ANY;
  }
  if (table.header !== null && row <= table.header[1]) return bits("header");
  if (table.notUnits?.includes(row) === true)
    return isFull ? bits("derived", "group") : bits("derived", "group", "notes", "header");
  return bits("data");
}

function exampleOf(
  rows: RegionRows,
  workbook: string,
  weight: number,
  allowed: (row: number, isFull: boolean) => number,
): Example {
  const places = Array.from(rows.judged.keys()).filter(
    (place) => place < END_ROWS || place >= rows.judged.length - END_ROWS,
  );
  const kept = places.map((place) => rows.judged[place] ?? 0);
  const arithmetic = findRowArithmetic(rows);
  const features = new Float64Array(kept.length * FEATURE_NAMES.length);
  const derived = new Float64Array(kept.length * DERIVED_NAMES.length);
  kept.forEach((row, index) => {
    const line = features.subarray(index * FEATURE_NAMES.length, (index + 1) * FEATURE_NAMES.length);
    rowFeatures(rows, row, line);
    const more = derived.subarray(index * DERIVED_NAMES.length, (index + 1) * DERIVED_NAMES.length);
    derivedFeatures(arithmetic, places[index] ?? 0, line, more);
  });
  const first = rows.scan.grid.firstRow;
  const isFull = (row: number) => (rows.figures[row] ?? 0) >= Math.max(2, 0.4 * rows.usualFilled);
  return {
    workbook,
    count: kept.length,
    features,
    derived,
    gaps: Uint8Array.from(kept, (row) => Math.min(GAP_KINDS - 1, rows.gaps[row] ?? 0)),
    allowed: Uint8Array.from(kept, (row) => allowed((rows.rows[row] ?? 0) + first, isFull(row))),
    weight,
  };
}
