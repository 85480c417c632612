import type { Workbook } from "@univerjs/core";
import type { HostName } from "../emulator/hostWorkbook";

/** What a workbook has that the grid has no place for; kept in the grid's metadata of the workbook. */
export interface WorkbookRecord {
  readonly names: readonly HostName[];
  /** Document settings: key to JSON text. */
  readonly settings: Readonly<Record<string, string>>;
  readonly isStructureProtected: boolean;
  readonly dateSystem: "1900" | "1904";
}

export const emptyWorkbookRecord: WorkbookRecord = {
  names: [],
  settings: {},
  isStructureProtected: false,
  dateSystem: "1900",
};

const RECORD_KEY = "perfHostWorkbook";

/** The record of a workbook; an empty one where it has none yet. */
export function workbookRecord(workbook: Workbook): WorkbookRecord {
  const custom: unknown = workbook.getCustomMetadata()?.[RECORD_KEY];
  // Only `putWorkbookRecord` and `workbookMetadata` write under this key.
  return (custom as WorkbookRecord | undefined) ?? emptyWorkbookRecord;
}

/** Changes the given fields of a workbook's record. */
export function putWorkbookRecord(workbook: Workbook, change: Partial<WorkbookRecord>): void {
  const record = { ...workbookRecord(workbook), ...change };
  workbook.setCustomMetadata({ ...workbook.getCustomMetadata(), ...workbookMetadata(record) });
}

/** The metadata that gives a new workbook its record. */
export function workbookMetadata(record: WorkbookRecord): Record<string, unknown> {
  return { [RECORD_KEY]: record };
}
