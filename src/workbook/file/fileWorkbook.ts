import { cellAddress, sheetReference, type SheetCell } from "../../core/workbook/address";
import type { CellEdit, CellFill, Plan, SheetPlan } from "../../core/workbook/plan";
import {
  formulaAt,
  isCellError,
  sheetMarked,
  valueAt,
  type CellValue,
  type Snapshot,
} from "../../core/workbook/snapshot";
import type { Outcome, ProblemCode, Watch, WorkbookPort, WrittenSheet } from "../port";
import { withinLimits } from "../sheetLimits";
import { readFills } from "./cellFills";
import type { ResultChange } from "./cellEdits";
import { applyPlan, putCells, type PutCell } from "./planWriter";
import type { OfficePackage } from "./package";
import { problemOf } from "./problems";
import { readSheetLooks, type SheetLook } from "./sheetLook";
import { readSnapshot, type ReadSheets } from "./snapshotReader";
import { readThemeColors } from "./themeColors";
import { findWorkbookPart, readWorkbookPart } from "./workbookPart";

/** A workbook file that is open: what it holds, and the parts that it is made of. */
interface OpenFile {
  readonly parts: OfficePackage;
  readonly snapshot: Snapshot;
  /** Sheets as read, by part, so that only what changed is read again. */
  readonly sheets: ReadSheets;
}

/**
 * An .xlsx or .xlsm file that is open. Parts that a plan does not touch stay as they were, byte for byte:
 * what we do not understand survives. Nothing is written to disk here; `save` gives the bytes.
 */
export class FileWorkbook implements WorkbookPort {
  /** A file carries PERF formulas as Excel stores them, with their values. */
  readonly hasCustomFunctions = true;

  private constructor(
    readonly name: string,
    private file: OpenFile,
  ) {}

  /** Reads the sheets of a package, and makes sure of the rest. Throws as `readSnapshot` does. */
  static async open(parts: OfficePackage, name: string, watch?: Watch): Promise<FileWorkbook> {
    const file = await openFile(parts, new Map(), watch);
    parts.verify(new Set(file.sheets.keys()));
    return new FileWorkbook(name, file);
  }

  read(watch?: Watch): Promise<Outcome<Snapshot>> {
    if (watch?.signal?.aborted) return Promise.resolve(failed("cancelled", this.name));
    watch?.onProgress?.(1);
    return Promise.resolve({ ok: true, value: this.file.snapshot });
  }

  readFills(cells: readonly SheetCell[]): Promise<Outcome<readonly CellFill[]>> {
    const { parts } = this.file;
    const name = findWorkbookPart(parts);
    if (name === null) throw new Error("a package that was opened has a workbook part");
    const workbook = readWorkbookPart(parts, name);
    const entries = new Map(workbook.sheets.map((entry) => [entry.name, entry]));
    const missing = cells.find(({ sheet }) => !entries.has(sheet));
    if (missing) return Promise.resolve(failed("no-such-sheet", missing.sheet));
    const fills = readFills(
      {
        styles: workbook.styles === null ? null : parts.text(workbook.styles),
        theme: readThemeColors(parts, workbook),
        highestStyle: highestStyle(this.file),
        worksheet: (sheet) => {
          const entry = entries.get(sheet);
          if (!entry) throw new Error(`a cell's sheet is looked up before: ${sheet}`);
          return { part: entry.part, text: parts.text(entry.part) };
        },
      },
      cells,
    );
    return Promise.resolve({ ok: true, value: fills });
  }

  async write(plan: Plan, watch?: Watch): Promise<Outcome<readonly WrittenSheet[]>> {
    const before = this.file;
    const refusal = refusalOf(plan, before.snapshot);
    if (refusal) return refusal;
    try {
      const { parts, written } = await applyPlan(
        before.parts,
        { snapshot: before.snapshot, highestStyle: highestStyle(before) },
        withinLimits(plan),
        watch,
      );
      const after = await openFile(parts, unchangedSheets(before, parts), watch);
      if (watch?.signal?.aborted) return failed("cancelled", this.name);
      this.file = after;
      return { ok: true, value: written };
    } catch (error) {
      return { ok: false, problem: problemOf(error, this.name) };
    }
  }

  /**
   * Writes cells of a sheet as somebody at the screen would: no plan, no check of what stood there. Cells that
   * hold a formula in the file are not for this, since others may share it; `results` are for those: what their
   * formulas have come to.
   */
  async putCells(
    sheet: string,
    cells: readonly PutCell[],
    results: readonly ResultChange[] = [],
  ): Promise<void> {
    const before = this.file;
    const parts = putCells(before.parts, sheet, cells, results, highestStyle(before));
    this.file = await openFile(parts, unchangedSheets(before, parts));
  }

  /** The workbook as data, at once: what `read` gives. */
  get snapshot(): Snapshot {
    return this.file.snapshot;
  }

  /** How the sheets look, by name. */
  looks(): ReadonlyMap<string, SheetLook> {
    return readSheetLooks(this.file.parts);
  }

  /** The workbook as the bytes of a file of the kind that was opened. */
  save(): Promise<Uint8Array> {
    return Promise.resolve(this.file.parts.save());
  }
}

async function openFile(parts: OfficePackage, known: ReadSheets, watch?: Watch): Promise<OpenFile> {
  const { snapshot, sheets } = await readSnapshot(parts, known, watch);
  return { parts, snapshot, sheets };
}

/** The highest style number that a cell of the workbook names. */
function highestStyle(file: OpenFile): number {
  let result = 0;
  for (const sheet of file.sheets.values()) result = Math.max(result, sheet.highestStyle);
  return result;
}

function unchangedSheets(before: OpenFile, parts: OfficePackage): ReadSheets {
  return new Map([...before.sheets].filter(([part]) => parts.isSame(part, before.parts)));
}

function failed(code: ProblemCode, detail: string): Outcome<never> {
  return { ok: false, problem: { code, detail } };
}

/** Why a plan cannot be written into a workbook, or null. */
function refusalOf(plan: Plan, snapshot: Snapshot): Outcome<never> | null {
  const removed = plan.removals.filter((mark) => sheetMarked(snapshot, mark) !== undefined);
  if (snapshot.structureProtected && (plan.sheets.length > 0 || removed.length > 0)) {
    return failed("structure-protected", "");
  }
  for (const mark of [...plan.sheets.map((sheet: SheetPlan) => sheet.mark), ...removed]) {
    const sheet = sheetMarked(snapshot, mark);
    if (sheet?.protected) return failed("sheet-protected", sheet.name);
  }
  for (const edit of plan.edits) {
    const refusal = editRefusal(edit, snapshot);
    if (refusal) return refusal;
  }
  for (const { cell } of plan.fills ?? []) {
    const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
    if (!sheet) return failed("no-such-sheet", cell.sheet);
    if (sheet.protected) return failed("sheet-protected", cell.sheet);
  }
  return null;
}

function editRefusal({ cell, expected }: CellEdit, snapshot: Snapshot): Outcome<never> | null {
  const sheet = snapshot.sheets.find((candidate) => candidate.name === cell.sheet);
  if (!sheet) return failed("no-such-sheet", cell.sheet);
  if (sheet.protected) return failed("sheet-protected", cell.sheet);
  const address = sheetReference(cell.sheet, cellAddress(cell));
  if (formulaAt(sheet, cell) !== null) return failed("cell-has-formula", address);
  return sameValue(valueAt(sheet, cell), expected) ? null : failed("cell-changed", address);
}

function sameValue(one: CellValue, other: CellValue): boolean {
  if (isCellError(one)) return isCellError(other) && one.error === other.error;
  return one === other;
}
