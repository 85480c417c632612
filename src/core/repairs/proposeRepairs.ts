import { KNOWN_VALUES, NUMBERS_AS_TEXT, type FindingCode } from "../checks/catalogue";
import type { Finding } from "../findings/finding";
import type { Recognition } from "../recognise/recognise";
import { nameKey } from "../units/nameKey";
import { cellKey, type SheetCell } from "../workbook/address";
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";

/** A change to one cell that has one reading only: before and after. It is made only when the clerk chooses it. */
export interface Repair {
  /** The finding that it settles. */
  readonly code: FindingCode;
  readonly cell: SheetCell;
  readonly before: string | number;
  readonly after: string | number;
  /** The cell's number format now, and the one that it needs; the same where it may stay. */
  readonly formatBefore: string;
  readonly formatAfter: string;
}

/** What may be repaired safely: a number that is written as text, and a unit's name that is an accepted alias. */
const REPAIRABLE: ReadonlySet<string> = new Set<string>([...NUMBERS_AS_TEXT, "unit-alias"]);

const TEXT_FORMAT = "@";

/**
 * The safe repairs of a workbook, a cell each, from the fixes of its findings, and the roster's name for every unit
 * that is written by an accepted alias, in every table that lists it: formulas that look it up by name go on finding
 * it. Left out are formulas, protected sheets, cells that no longer hold what was
 * found, and everything that has two readings.
 */
export function proposeRepairs(
  snapshot: Snapshot,
  { assessment, unitTables }: Pick<Recognition, "assessment" | "unitTables">,
  findings: readonly Finding[],
): Repair[] {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const repairs = new Map<string, Repair>();
  const propose = (code: string, place: SheetCell, from: unknown, after: string | number) => {
    const repair = repairAt(sheets.get(place.sheet), code, place, from, after);
    if (repair) repairs.set(`${place.sheet}\n${String(cellKey(place.row, place.column))}`, repair);
  };
  for (const { code, sheet, cell, fix } of findings.flatMap((finding) => finding.alike ?? [finding])) {
    if (fix === null || sheet === null || cell === null || !REPAIRABLE.has(code)) continue;
    propose(code, { sheet, ...cell }, fix.from, fix.to);
  }
  const names = rosterNames(assessment);
  for (const { block, rows } of unitTables) {
    const { view, unitColumn } = block;
    for (const { kind, row } of rows) {
      const text = kind === "unit" ? view.value(row, unitColumn) : null;
      const name = typeof text === "string" ? names.get(nameKey(text)) : undefined;
      if (name === undefined) continue;
      propose("unit-alias", { sheet: view.sheet.name, ...view.position(row, unitColumn) }, text, name);
    }
  }
  return [...repairs.values()];
}

/**
 * The right values of wrong cells, as their findings know them: to be written where the clerk asks for one, never
 * together with the safe repairs. Left out are formulas, protected sheets and cells that hold something else by now.
 */
export function proposeCorrections(snapshot: Snapshot, findings: readonly Finding[]): Repair[] {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  return findings.flatMap(({ code, sheet, cell, fix }) => {
    if (fix === null || sheet === null || cell === null || !KNOWN_VALUES.has(code)) return [];
    return repairAt(sheets.get(sheet), code, { sheet, ...cell }, fix.from, fix.to) ?? [];
  });
}

/** The roster's names by the key of what stands for them in the score tables, where that is another name. */
function rosterNames({ units }: Recognition["assessment"]): Map<string, string> {
  const aliased = units.filter(({ id, as, name }) => id !== null && nameKey(as) !== nameKey(name));
  return new Map(aliased.map(({ as, name }) => [nameKey(as), name]));
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
  if (formulaAt(sheet, place) !== null) return null;
  if (typeof before !== "string" && (typeof before !== "number" || before !== from)) return null;
  // A name's finding carries the name without the spaces around it.
  if (typeof before === "string" && typeof from === "string" && before.trim() !== from.trim()) return null;
  const formatBefore = numberFormatAt(sheet, place);
  const stuck = typeof after === "number" && formatBefore === TEXT_FORMAT;
  return {
    // Callers hand in codes of the catalogue only.
    code: code as FindingCode,
    cell: { sheet: place.sheet, row: place.row, column: place.column },
    before,
    after,
    formatBefore,
    formatAfter: stuck ? "General" : formatBefore,
  };
}
