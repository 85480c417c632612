import { parseArea } from "../../core/workbook/address";
import type { DeclaredTable, SheetSnapshot, Snapshot } from "../../core/workbook/snapshot";
import type { Watch } from "../port";
import { wholeBudget } from "./cellGrid";
import { readNumberFormats } from "./numberFormats";
import { PartError, type OfficePackage } from "./package";
import { CancelledError } from "./problems";
import { readSharedStrings } from "./sharedStrings";
import { findWorkbookPart, readWorkbookPart, type SheetEntry } from "./workbookPart";
import { readWorksheet, type WorksheetContent } from "./worksheetReader";
import { childOf, childrenOf } from "./xmlTree";

/** The content of worksheets as read, by name of their part. */
export type ReadSheets = ReadonlyMap<string, WorksheetContent>;

/**
 * Reads the whole workbook. Sheets in `known` are not read again. Throws `PartError`, `ArchiveError`,
 * `SpanError`, and `CancelledError` when the watch's signal is set.
 */
export async function readSnapshot(
  file: OfficePackage,
  known: ReadSheets,
  watch?: Watch,
): Promise<{ snapshot: Snapshot; sheets: ReadSheets }> {
  const name = findWorkbookPart(file);
  if (name === null) throw new PartError("xl/workbook.xml");
  const workbook = readWorkbookPart(file, name);
  const worksheets = workbook.sheets.filter((entry) => entry.isWorksheet);
  const allKnown = worksheets.every((entry) => known.has(entry.part));
  const sharedStrings =
    workbook.sharedStrings === null || allKnown ? [] : readSharedStrings(file, workbook.sharedStrings);
  const numberFormats = readNumberFormats(file, workbook.styles);
  const read = new Map<string, WorksheetContent>();
  const sheets: SheetSnapshot[] = [];
  const budget = wholeBudget();
  for (const entry of worksheets) {
    await pause(watch);
    const content =
      known.get(entry.part) ??
      readWorksheet(file, entry.part, {
        sheet: entry.name,
        sharedStrings,
        numberFormats,
        dateSystem: workbook.dateSystem,
        budget,
      });
    read.set(entry.part, content);
    sheets.push(sheetSnapshot(file, entry, content));
    watch?.onProgress?.(sheets.length / worksheets.length);
  }
  const { dateSystem, structureProtected } = workbook;
  return { snapshot: { sheets, dateSystem, structureProtected }, sheets: read };
}

/** Lets the page breathe, and stops when asked to. */
async function pause(watch: Watch | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (watch?.signal?.aborted) throw new CancelledError();
}

function sheetSnapshot(file: OfficePackage, entry: SheetEntry, content: WorksheetContent): SheetSnapshot {
  const { tables, filtered } = readTables(file, entry.part);
  return {
    ...content,
    id: entry.sheetId,
    name: entry.name,
    visibility: entry.visibility,
    mark: entry.mark,
    tables,
    filtered: content.filtered || filtered,
  };
}

function readTables(file: OfficePackage, part: string): { tables: DeclaredTable[]; filtered: boolean } {
  const tables: DeclaredTable[] = [];
  let filtered = false;
  for (const link of file.relationships(part)) {
    if (link.kind !== "table" || !file.has(link.target)) continue;
    const root = file.tree(link.target);
    const area = parseArea(root.attributes["ref"] ?? "");
    if (area) tables.push({ name: root.attributes["displayName"] ?? root.attributes["name"] ?? "", area });
    const columns = childrenOf(childOf(root, "autoFilter"), "filterColumn");
    if (columns.some((column) => column.children.length > 0)) filtered = true;
  }
  return { tables, filtered };
}
