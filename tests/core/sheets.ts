import { parseArea } from "../../src/core/workbook/address";
import type { Area, CellKey } from "../../src/core/workbook/address";
import { cellKey } from "../../src/core/workbook/address";
import type { CellValue, SheetMark, SheetSnapshot, Snapshot } from "../../src/core/workbook/snapshot";

/** What a test sheet has beside its values. Addresses are A1. */
export interface SheetExtras {
  readonly merges?: readonly string[];
  readonly formulas?: Readonly<Record<string, string>>;
  readonly numberFormats?: Readonly<Record<string, string>>;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly filtered?: boolean;
  readonly visibility?: SheetSnapshot["visibility"];
  readonly mark?: SheetMark;
  /** Address of the first value; A1 unless told. */
  readonly at?: string;
}

/** A sheet from its rows of values; short rows are filled with blanks. */
export function sheetOf(
  name: string,
  rows: readonly (readonly CellValue[])[],
  extras: SheetExtras = {},
): SheetSnapshot {
  const corner = areaOf(extras.at ?? "A1");
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  return {
    id: name,
    name,
    visibility: extras.visibility ?? "visible",
    area: { ...corner, rowCount: rows.length, columnCount },
    values: rows.map((row) => Array.from({ length: columnCount }, (_, column) => row[column] ?? null)),
    formulas: byCell(extras.formulas),
    numberFormats: byCell(extras.numberFormats),
    merges: (extras.merges ?? []).map(areaOf),
    hiddenRows: new Set(extras.hiddenRows),
    hiddenColumns: new Set(extras.hiddenColumns),
    filtered: extras.filtered ?? false,
    tables: [],
    protected: false,
    mark: extras.mark ?? null,
  };
}

/** A workbook from its sheets. */
export function workbookOf(...sheets: readonly SheetSnapshot[]): Snapshot {
  return { sheets, dateSystem: "1900", structureProtected: false };
}

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (!area) throw new Error(`not an address: ${address}`);
  return area;
}

function byCell(entries: Readonly<Record<string, string>> = {}): Map<CellKey, string> {
  return new Map(
    Object.entries(entries).map(([address, text]) => {
      const { row, column } = areaOf(address);
      return [cellKey(row, column), text];
    }),
  );
}
