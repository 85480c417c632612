import type { Worksheet } from "@univerjs/core";
import type { Area } from "../../core/workbook/address";
import type { DeclaredTable } from "../../core/workbook/snapshot";
import type { HostDropDown, HostLink, HostName, HostPage } from "../emulator/hostWorkbook";

/**
 * What a sheet has that the grid has no place for. It is kept in the sheet's own metadata in the grid, so
 * that it goes where the sheet goes: into a copy, and away with it.
 */
export interface SheetRecord {
  readonly names: readonly HostName[];
  readonly page: HostPage;
  readonly tables: readonly DeclaredTable[];
  readonly filterArea: Area | null;
  /** Links by cell key, see `cellKey`. */
  readonly links: Readonly<Record<number, HostLink>>;
  readonly dropDowns?: readonly HostDropDown[];
  readonly isProtected: boolean;
  readonly isVeryHidden: boolean;
}

export const emptyRecord: SheetRecord = {
  names: [],
  page: {},
  tables: [],
  filterArea: null,
  links: {},
  isProtected: false,
  isVeryHidden: false,
};

const RECORD_KEY = "perfHostSheet";

/** The record of a sheet; an empty one where the sheet has none yet. */
export function sheetRecord(worksheet: Worksheet): SheetRecord {
  const custom: unknown = worksheet.getCustomMetadata()?.[RECORD_KEY];
  // Only `putSheetRecord` and `sheetMetadata` write under this key.
  return (custom as SheetRecord | undefined) ?? emptyRecord;
}

/** Changes the given fields of a sheet's record. */
export function putSheetRecord(worksheet: Worksheet, change: Partial<SheetRecord>): void {
  const record: SheetRecord = { ...sheetRecord(worksheet), ...change };
  worksheet.setCustomMetadata({ ...worksheet.getCustomMetadata(), ...sheetMetadata(record) });
}

/** The metadata that gives a new sheet its record. */
export function sheetMetadata(record: SheetRecord): Record<string, unknown> {
  return { [RECORD_KEY]: record };
}
