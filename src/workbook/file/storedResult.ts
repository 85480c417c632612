import { isCellError, type CellValue } from "../../core/workbook/snapshot";
import { encodeCellText } from "./cellText";
import { escapeXml } from "./xmlTree";

/** The errors that the file format knows. */
const STORED_ERRORS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
]);

/** An error as a file may say it: what came up later (`#SPILL!`, `#BUSY!`…) is stored as `#VALUE!`, as Excel does. */
export function storedError(error: string): string {
  return STORED_ERRORS.has(error) ? error : "#VALUE!";
}

/** A formula's result as a file stores it: the type of its cell, and the element with the value. */
export interface StoredResult {
  readonly type: "b" | "e" | "n" | "str";
  readonly element: string;
}

/** How a file stores a formula's result. `prefix` is that of the worksheet's elements. */
export function storedResult(result: CellValue, prefix: string): StoredResult {
  if (result === null) return { type: "n", element: "" };
  const value = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (isCellError(result)) return { type: "e", element: value(storedError(result.error)) };
  if (typeof result === "boolean") return { type: "b", element: value(result ? "1" : "0") };
  if (typeof result === "number") return { type: "n", element: value(String(result)) };
  return { type: "str", element: value(escapeXml(encodeCellText(result))) };
}
