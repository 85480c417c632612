import type { Area } from "../../workbook/address";
import type { SheetSnapshot } from "../../workbook/snapshot";

/** What is read of the sheet that keeps the scheme. */
export interface SchemeCells extends Pick<SheetSnapshot, "name" | "visibility" | "area" | "values"> {
  /** Null where the host was not asked, which would cost the clerk his undo: a blank group is then the one above. */
  readonly merges: readonly Area[] | null;
}
