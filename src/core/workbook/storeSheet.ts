import { plainPage } from "./plainPage";
import type { PlannedValue, SheetPlan } from "./plan";
import type { SheetMark } from "./snapshot";

/** What a sheet keeps for PERF alone. */
interface StoredCells {
  readonly name: string;
  readonly mark: SheetMark;
  readonly cells: readonly (readonly PlannedValue[])[];
  readonly columnWidths: readonly number[];
}

/** A sheet that keeps something for PERF alone: without any looks, and not even offered by Excel's “Unhide”. */
export function planStoreSheet(stored: StoredCells): SheetPlan {
  return {
    ...stored,
    visibility: "veryHidden",
    styles: [],
    merges: [],
    rowHeights: new Map(),
    links: [],
    page: plainPage("portrait"),
  };
}
