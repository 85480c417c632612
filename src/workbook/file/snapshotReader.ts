import { parseArea } from "../../core/workbook/address";
import type { DeclaredTable, SheetSnapshot, Snapshot } from "../../core/workbook/snapshot";
import type { Watch } from "../port";
import { wholeBudget } from "./cellGrid";
import { readNumberFormats } from "./numberFormats";
import { PartError, type OfficePackage } from "./package";
import { CancelledError } from "./problems";
import { readSharedStrings } from "./sharedStrings";
import { findWorkbookPart, readWorkbookPart, type SheetEntry } from "./workbookPart";
import type { ReadWorksheet, WorksheetContent } from "./worksheetContent";
import { readWorksheet } from "./worksheetReader";
import { childOf, childrenOf } from "./xmlTree";

/** Worksheets as read, by name of their part. */
export type ReadSheets = ReadonlyMap<string, ReadWorksheet>;

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
  const read = new Map<string, ReadWorksheet>();
  const tables = new TableReader(file);
  const pause = pauses(watch);
  const sheets: SheetSnapshot[] = [];
  const budget = wholeBudget();
  for (const entry of worksheets) {
    await pause();
    const sheet =
      known.get(entry.part) ??
      readWorksheet(file, entry.part, {
        sheet: entry.name,
        sharedStrings,
        numberFormats,
        dateSystem: workbook.dateSystem,
        budget,
      });
    read.set(entry.part, sheet);
    sheets.push(sheetSnapshot(entry, sheet.content, tables.of(entry.part)));
    watch?.onProgress?.(sheets.length / worksheets.length);
  }
  const { dateSystem, structureProtected } = workbook;
  return { snapshot: { sheets, dateSystem, structureProtected }, sheets: read };
}

/** The page is not kept from breathing for longer than this, large sheets aside. */
const LONGEST_WORK = 16;

/** Lets the page breathe when it is time, and stops when asked to: one pause a sheet would cost more than small sheets. */
function pauses(watch: Watch | undefined): () => Promise<void> {
  let last = 0;
  return async () => {
    if (performance.now() - last > LONGEST_WORK) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      last = performance.now();
    }
    if (watch?.signal?.aborted) throw new CancelledError();
  };
}

function sheetSnapshot(
  entry: SheetEntry,
  content: WorksheetContent,
  { tables, filtered }: SheetTables,
): SheetSnapshot {
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

/** The tables of one sheet, and whether one of them is filtered. */
interface SheetTables {
  readonly tables: readonly DeclaredTable[];
  readonly filtered: boolean;
}

/** Reads the tables of sheets, each of their parts once, however many links lead to it. */
class TableReader {
  private readonly read = new Set<string>();

  constructor(private readonly file: OfficePackage) {}

  of(part: string): SheetTables {
    const tables: DeclaredTable[] = [];
    let filtered = false;
    for (const link of this.file.relationships(part)) {
      if (link.kind !== "table" || !this.file.has(link.target) || this.read.has(link.target)) continue;
      this.read.add(link.target);
      const root = this.file.tree(link.target);
      const area = parseArea(root.attributes["ref"] ?? "");
      if (area) tables.push({ name: root.attributes["displayName"] ?? root.attributes["name"] ?? "", area });
      const columns = childrenOf(childOf(root, "autoFilter"), "filterColumn");
      if (columns.some((column) => column.children.length > 0)) filtered = true;
    }
    return { tables, filtered };
  }
}
