import type { Area, SheetArea } from "../../core/workbook/address";
import { bounding, intersection } from "../../core/workbook/areas";
import type { Outcome } from "../port";
import { formulaOf } from "./cellValue";
import { outcomeOf } from "./outcome";
import { AREA_FIELDS, areaOf } from "./rangeArea";

/** How cells stand that were looked at. */
export interface CellKinds {
  /** Whether a cell holds nothing, not even a formula; null where there is no such sheet. */
  isBlank(sheet: string, row: number, column: number): boolean | null;
  formulaAt(sheet: string, row: number, column: number): string | null;
}

/** Kinds and formulas of this many cells stay well below the five megabytes that Excel on the web sends at once. */
const CELLS_PER_SYNC = 50_000;

/**
 * Makes the call that looks at cells for custom functions. Thousands of cells may ask in one recalculation: all that
 * ask at the same time are answered by one `Excel.run`, which waits until the clerk has finished a cell.
 */
export function createCellKinds(): (areas: readonly SheetArea[]) => Promise<Outcome<CellKinds>> {
  let waiting: { readonly areas: SheetArea[]; readonly answer: Promise<Outcome<CellKinds>> } | null = null;
  return (areas) => {
    if (waiting === null) {
      const asked: SheetArea[] = [];
      const answer = Promise.resolve().then(() => {
        waiting = null;
        return outcomeOf(
          Excel.run({ delayForCellEdit: true }, (context) => readKinds(context, asked)),
          { doing: "reading" },
        );
      });
      waiting = { areas: asked, answer };
    }
    waiting.areas.push(...areas);
    return waiting.answer;
  };
}

async function readKinds(context: Excel.RequestContext, areas: readonly SheetArea[]): Promise<CellKinds> {
  const sheets = new Map(
    [...boundsBySheet(areas)].map(([name, bounds]) => [name, lookedAt(context, name, bounds)]),
  );
  await context.sync();
  const strips = [...sheets.values()].flatMap((sheet) => sheet.strips());
  const readFrom = async (start: number): Promise<void> => {
    let cells = 0;
    let end = start;
    while (end < strips.length && (end === start || cells < CELLS_PER_SYNC)) {
      cells += strips[end]?.() ?? 0;
      end += 1;
    }
    if (end === start) return;
    await context.sync();
    await readFrom(end);
  };
  await readFrom(0);
  return {
    isBlank: (name, row, column) => sheets.get(name)?.isBlank(row, column) ?? null,
    formulaAt: (name, row, column) => sheets.get(name)?.formulaAt(row, column) ?? null,
  };
}

/** For each sheet the smallest area around all that is asked of it. */
function boundsBySheet(areas: readonly SheetArea[]): Map<string, Area> {
  const bounds = new Map<string, Area>();
  for (const { sheet, area } of areas) {
    const before = bounds.get(sheet);
    bounds.set(sheet, before === undefined ? area : bounding(before, area));
  }
  return bounds;
}

/** A sheet that is looked at: cells outside of its used area are blank. */
interface LookedAtSheet {
  /** The calls that load its rows, strip by strip; each gives how many cells it loads. */
  strips(): (() => number)[];
  isBlank(row: number, column: number): boolean | null;
  formulaAt(row: number, column: number): string | null;
}

// Its calls are made after the sync that follows.
/* eslint-disable office-addins/call-sync-before-read */
function lookedAt(context: Excel.RequestContext, name: string, bounds: Area): LookedAtSheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load(AREA_FIELDS);
  const loaded: { readonly first: number; readonly range: Excel.Range }[] = [];
  let read: Area | null = null;
  let height = 1;

  function indexIn(row: number, column: number): { strip: Excel.Range; row: number; column: number } | null {
    if (read === null || row < read.row || column < read.column) return null;
    const strip = loaded[Math.floor((row - read.row) / height)];
    if (strip === undefined || column >= read.column + read.columnCount) return null;
    return { strip: strip.range, row: row - strip.first, column: column - read.column };
  }

  return {
    strips() {
      if (sheet.isNullObject || used.isNullObject) return [];
      read = intersection(bounds, areaOf(used));
      if (read === null) return [];
      const { row: top, column, rowCount, columnCount } = read;
      height = Math.max(1, Math.floor(CELLS_PER_SYNC / columnCount));
      const strips: (() => number)[] = [];
      for (let first = top; first < top + rowCount; first += height) {
        const rows = Math.min(height, top + rowCount - first);
        strips.push(() => {
          const range = sheet.getRangeByIndexes(first, column, rows, columnCount).untrack();
          range.load("valueTypes,formulas,values");
          loaded.push({ first, range });
          return rows * columnCount;
        });
      }
      return strips;
    },
    isBlank(row, column) {
      if (sheet.isNullObject) return null;
      const place = indexIn(row, column);
      return (
        place === null || place.strip.valueTypes[place.row]?.[place.column] === Excel.RangeValueType.empty
      );
    },
    formulaAt(row, column) {
      const place = indexIn(row, column);
      if (place === null) return null;
      const { strip } = place;
      return formulaOf(strip.formulas[place.row]?.[place.column], strip.values[place.row]?.[place.column]);
    },
  };
}

/* eslint-enable office-addins/call-sync-before-read */
