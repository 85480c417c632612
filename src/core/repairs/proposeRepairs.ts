import type { Assessment } from "../assessment/assessment";
import type { FindingCode } from "../checks/catalogue";
import type { Finding } from "../findings/finding";
import { nameKey } from "../units/nameKey";
import { cellKey, type SheetCell } from "../workbook/address";
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";

/** A change to one cell that has one reading only: before and after. It is made only when the clerk chooses it. */
export interface Repair {
  /** The finding that it settles. */
  readonly code: FindingCode;
  readonly cell: SheetCell;
  readonly before: string;
  readonly after: string | number;
  /** The cell's number format now, and the one that it needs; the same where it may stay. */
  readonly formatBefore: string;
  readonly formatAfter: string;
}

/** What may be repaired safely: a number that is written as text, and a unit's name that is an accepted alias. */
const REPAIRABLE: ReadonlySet<string> = new Set<FindingCode>([
  "number-as-text",
  "number-full-width",
  "number-spaces",
  "number-thousands",
  "number-unit-mark",
  "number-percent-sign",
  "unit-alias",
]);

const TEXT_FORMAT = "@";

/**
 * The safe repairs of a workbook, a cell each, from the fixes of its findings, and the roster's name for every unit
 * that is written by an accepted alias. Left out are formulas, protected sheets, cells that no longer hold what was
 * found, and everything that has two readings.
 */
export function proposeRepairs(
  snapshot: Snapshot,
  assessment: Assessment,
  findings: readonly Finding[],
): Repair[] {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const repairs = new Map<string, Repair>();
  const propose = (code: string, place: SheetCell, from: unknown, after: string | number) => {
    const repair = repairAt(sheets.get(place.sheet), code, place, from, after);
    if (repair) repairs.set(`${place.sheet}\n${String(cellKey(place.row, place.column))}`, repair);
  };
  for (const { code, sheet, cell, fix } of findings) {
    if (fix === null || sheet === null || cell === null || !REPAIRABLE.has(code)) continue;
    propose(code, { sheet, ...cell }, fix.from, fix.to);
  }
  for (const { id, as, name, source } of assessment.units) {
    if (id !== null && nameKey(as) !== nameKey(name)) propose("unit-alias", source, null, name);
  }
  return [...repairs.values()];
}

function repairAt(
  sheet: SheetSnapshot | undefined,
  code: string,
  place: SheetCell,
  from: unknown,
  after: string | number,
): Repair | null {
  if (!sheet || sheet.protected || sheet.mark !== null) return null;
  const before = valueAt(sheet, place);
  if (typeof before !== "string" || formulaAt(sheet, place) !== null) return null;
  // A name's finding carries the name without the spaces around it.
  if (typeof from === "string" && before.trim() !== from.trim()) return null;
  const formatBefore = numberFormatAt(sheet, place);
  const stuck = typeof after === "number" && formatBefore === TEXT_FORMAT;
  return {
    // Callers hand in codes of the set above only.
    code: code as FindingCode,
    cell: { sheet: place.sheet, row: place.row, column: place.column },
    before,
    after,
    formatBefore,
    formatAfter: stuck ? "General" : formatBefore,
  };
}
