import type { CellPosition, SheetCell } from "../core/workbook/address";
import type { CellFill, Plan } from "../core/workbook/plan";
import type { SheetMark, Snapshot } from "../core/workbook/snapshot";

/** Why a workbook could not be read or written. Each has one sentence in `src/i18n` (`problem.<code>`). */
export type ProblemCode =
  | "not-a-workbook"
  | "encrypted"
  | "empty-file"
  | "damaged"
  | "too-large"
  | "host-limit"
  | "old-format"
  | "unsupported-workbook"
  | "structure-protected"
  | "sheet-protected"
  | "cell-changed"
  | "cell-has-formula"
  | "editing-cell"
  | "layout-unknown"
  | "no-such-sheet"
  | "nothing-recognised"
  | "period-not-found"
  | "no-scheme-in-headers"
  | "scheme-refused"
  | "scheme-sheet-exists"
  | "not-in-roster"
  | "settle-refused"
  | "fewer-units"
  | "notice-nobody-chosen"
  | "notice-unit-not-ranked"
  | "notice-not-approved"
  | "notice-approval-outdated"
  | "notice-values-open"
  | "notice-template-faulty"
  | "notice-no-template-cell"
  | "cancelled"
  | "workbook-changed"
  | "changed-while-writing"
  | "reading-failed"
  | "reading-denied"
  | "writing-failed"
  | "writing-denied"
  | "writing-too-large"
  | "writing-unfinished"
  | "no-answer"
  | "host-failure";

/** Expected trouble with a workbook. `detail` names the sheet, cell or part that it is about. */
export interface WorkbookProblem {
  readonly code: ProblemCode;
  readonly detail: string;
  /** What the host said itself, for programmers; it is not in the sentence. */
  readonly cause?: string;
}

/** A value, or the reason why there is none. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: WorkbookProblem };

/** Where a sheet of ours went. */
export interface WrittenSheet {
  readonly name: string;
  readonly mark: SheetMark;
}

/** Watches over a long read or write. */
export interface Watch {
  /**
   * Stops the work at the next safe point; nothing is left half-written. Where the host does not answer any more, the
   * work is let go of (`no-answer`).
   */
  readonly signal?: AbortSignal;
  /** Called with how much is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /**
   * The clerk did not ask for this reading: the host is asked nothing that costs him his undo. What only such a
   * question would tell is taken from the last reading, or the reading is refused as `layout-unknown`.
   */
  readonly quiet?: boolean;
  /** Only the sheets that PERF made are wanted; a port may give others, too. */
  readonly ownSheetsOnly?: boolean;
}

/** A workbook, wherever it is open: what a third host (WPS) has to offer to run PERF. */
export interface WorkbookPort {
  /** Whether formulas may call PERF.* functions here. */
  readonly hasCustomFunctions: boolean;
  /** The whole workbook as data. Changes nothing, selection and undo included as far as the host allows. */
  read(watch?: Watch): Promise<Outcome<Snapshot>>;
  /** The fills of some cells, in their order. Changes nothing. */
  readFills(cells: readonly SheetCell[], watch?: Watch): Promise<Outcome<readonly CellFill[]>>;
  /**
   * Writes a plan whole, or leaves the workbook as it was. Gives the sheets written, in the plan's order. Where the host
   * takes nothing any more in the midst of it (`writing-unfinished`, `no-answer`), what is left is put in order before
   * the next reading or writing.
   */
  write(plan: Plan, watch?: Watch): Promise<Outcome<readonly WrittenSheet[]>>;
}

/** Cells of the workbook on the screen that were given other contents. */
export interface WorkbookChange {
  /** Name of the sheet. */
  readonly sheet: string;
  /** A1 address of the changed area on it; more than one area are set apart by commas, whole columns are `A:A`. */
  readonly address: string;
  /** Whether this port was writing at that time, so that the change is most likely its own. */
  readonly byUs: boolean;
}

/** Stops what was begun; a second call does nothing. */
export type Unsubscribe = () => Promise<void>;

/** A port whose workbook is on the screen. */
export interface VisibleWorkbookPort extends WorkbookPort {
  /** Brings a cell into view and selects it. */
  select(sheet: string, cell: CellPosition): Promise<Outcome<null>>;
  /** The cell that the clerk has selected, the first of several. */
  activeCell(): Promise<Outcome<SheetCell>>;
  /**
   * Calls the listener after each change of cells, by whomever, until it is unsubscribed. Changes of looks and of the
   * list of sheets are not told.
   */
  onChanged(listener: (change: WorkbookChange) => void): Promise<Outcome<Unsubscribe>>;
}
