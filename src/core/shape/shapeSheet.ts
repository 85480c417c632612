import { finish, type Steps } from "../steps";
import type { SheetSnapshot } from "../workbook/snapshot";
import { scanCells, type CellScan } from "./cellScan";
import { scoreRows, type ChainWeights } from "./chainWeights";
import { bestClasses, CHAIN_CLASSES, marginalsOf, sumOverWays, type ChainSums } from "./lineChain";
import { cutIntoRegions, type Region } from "./regions";
import { summariseRows, type RegionRows } from "./regionRows";
import { tablesOfRun } from "./regionTables";
import { findRuns, markRepeatedHeaders, type RowRun } from "./rowRuns";
import type { EdgeDoubt, LineClass, ShapedTable, SheetShape } from "./shape";
import { createSheetGrid, type SheetGrid } from "./sheetGrid";
import { WEIGHTS } from "./weights";

/** An edge row is in doubt when its class is less sure than this. */
const SURE = 0.8;

/** Finds out which rows of a sheet are what and where its tables are, by the look of the cells alone. */
export function shapeSheet(sheet: SheetSnapshot, weights: ChainWeights = WEIGHTS): SheetShape {
  return finish(shapeSheetInSteps(sheet, weights));
}

/** `shapeSheet` in steps. */
export function* shapeSheetInSteps(sheet: SheetSnapshot, weights: ChainWeights = WEIGHTS): Steps<SheetShape> {
  const grid = createSheetGrid(sheet);
  const lines: LineClass[] = Array.from({ length: grid.endRow }, () => "empty");
  const tables: ShapedTable[] = [];
  if (sheet.area.rowCount === 0 || sheet.area.columnCount === 0) return { lines, tables };
  const scan = yield* scanCells(grid);
  let flipped: SheetGrid | null = null;
  const flip = () => (flipped ??= createSheetGrid(sheet, true));
  for (const region of cutIntoRegions(scan)) {
    yield;
    const shaped = shapeRegion(scan, region, weights, flip);
    tables.push(...shaped.tables);
    shaped.classes.forEach((kind, row) => {
      const at = (shaped.rows.rows[row] ?? 0) + grid.firstRow;
      if (lines[at] === "empty") lines[at] = kind;
    });
  }
  return { lines, tables };
}

interface ShapedRegion {
  readonly rows: RegionRows;
  readonly classes: readonly LineClass[];
  readonly tables: readonly ShapedTable[];
}

function shapeRegion(
  scan: CellScan,
  region: Region,
  weights: ChainWeights,
  flip: () => SheetGrid,
): ShapedRegion {
  const rows = summariseRows(scan, region);
  const scores = scoreRows(rows, weights);
  const classes = spread(rows, bestClasses(scores));
  markRepeatedHeaders(rows, classes);
  const sums = sumOverWays(scores);
  const tables = findRuns(rows, classes).flatMap((run) =>
    tablesOfRun(rows, run, edgeDoubts(rows, run, sums), flip),
  );
  return { rows, classes, tables };
}

/** The classes of all rows by those of the judged ones: what lies between is more of the same, units after a header. */
function spread({ count, judged }: RegionRows, best: Uint8Array): LineClass[] {
  const classes: LineClass[] = [];
  judged.forEach((row, place) => {
    const kind: LineClass = CHAIN_CLASSES[best[place] ?? 0] ?? "data";
    classes.push(kind);
    const next = judged[place + 1] ?? count;
    const between: LineClass = kind === "metadata" || kind === "notes" ? kind : "data";
    for (let skipped = row + 1; skipped < next; skipped += 1) classes.push(between);
  });
  return classes;
}

/** Looks at the rows where a table begins and ends, and at their neighbours outside. */
function edgeDoubts(rows: RegionRows, { headers, body }: RowRun, sums: ChainSums): EdgeDoubt[] {
  const units = body.filter(({ kind }) => kind === "unit");
  const [first, last] = [units[0]?.row ?? 0, units.at(-1)?.row ?? 0];
  const edges = new Set([headers?.[0] ?? first, headers?.[1] ?? first, first - 1, first, last, last + 1]);
  return [...edges]
    .sort((one, other) => one - other)
    .flatMap((row) => {
      const place = rows.judged.indexOf(row);
      if (place < 0) return [];
      const ranked = Array.from(marginalsOf(sums, place), (share, kind) => ({ share, kind }));
      ranked.sort((one, other) => other.share - one.share);
      const [likely, next] = ranked;
      if (likely === undefined || next === undefined || likely.share >= SURE) return [];
      const between = [CHAIN_CLASSES[likely.kind] ?? "data", CHAIN_CLASSES[next.kind] ?? "data"] as const;
      return [{ row: (rows.rows[row] ?? 0) + rows.scan.grid.firstRow, between }];
    });
}
