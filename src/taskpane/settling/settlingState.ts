import type { TableReading } from "../../core/recognise/reading/tableReading";
import type { WorkbookReading } from "../../core/recognise/reading/readTables";
import type { HeaderPlace, SettleAnswers } from "../../core/settle/answers";
import type { SheetChoice } from "../../core/settle/candidates";
import type { Settled } from "../../core/settle/faults";
import type { Settlement } from "../../core/settle/settle";
import type { WeightSources } from "./settlingAnswers";
import type { SettlingColumn } from "./settlingColumns";

/** What the clerk is asked before a ranking is replaced by one with fewer units. */
export interface FewerUnits {
  readonly before: number;
  readonly after: number;
}

/** Why what is selected in the sheet cannot be taken. */
export interface SelectionTrouble {
  readonly code: "noFigures" | "otherSheet" | "outside";
  readonly sheet: string;
}

/** The table that the settling view is about. */
export interface SettlingTable {
  readonly reading: TableReading;
  readonly columns: readonly SettlingColumn[];
  readonly answers: SettleAnswers;
  /** Columns whose roles the clerk chose himself. */
  readonly chosen: ReadonlySet<number>;
  readonly weights: WeightSources;
}

/** The settling view, open: what it offers, what was answered, and the ranking that follows. */
export interface OpenSettling {
  readonly kind: "open";
  /** Whether the pane opened it because nothing was recognised. */
  readonly unasked: boolean;
  readonly workbook: WorkbookReading;
  readonly sheets: readonly SheetChoice[];
  readonly place: HeaderPlace;
  /** Null where nothing stands under the header that was chosen. */
  readonly table: SettlingTable | null;
  /** Null until the answers are worked out for the first time. */
  readonly outcome: Settled<Settlement> | null;
  readonly isComputing: boolean;
  readonly fewer: FewerUnits | null;
  readonly selection: SelectionTrouble | null;
  /** The column that the keyboard goes to; null when it stays. */
  readonly focus: number | null;
}

/** Where the settling view stands. */
export type SettlingState = { readonly kind: "closed" } | { readonly kind: "opening" } | OpenSettling;
