import { readNumber } from "../../numbers/readNumber";
import type { TableBlock } from "../tables/tableBlock";

/** What stands under a header: figures, words only, or nothing. */
export type ColumnContent = "figures" | "words" | "nothing";

/** What stands in a column of a table, figures as text included; marks for "none" are nothing. */
export function contentIn(block: TableBlock, column: number): ColumnContent {
  let words = false;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const value = block.view.value(row, column);
    if (typeof value === "number") return "figures";
    if (typeof value !== "string") continue;
    const reading = readNumber(value).kind;
    if (reading === "number") return "figures";
    if (reading === "text" || reading === "likely") words = true;
  }
  return words ? "words" : "nothing";
}

/** Single scores may be wrong. */
const SHARE_ABOVE = 0.25;

/** Whether hardly a number of a column is greater than a limit; false without any number. */
export function mostlyWithin(block: TableBlock, column: number, limit: number): boolean {
  let [numbers, above] = [0, 0];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const value = block.view.value(row, column);
    if (typeof value !== "number") continue;
    numbers += 1;
    if (value > limit) above += 1;
  }
  return numbers > 0 && above <= numbers * SHARE_ABOVE;
}
