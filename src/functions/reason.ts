import { figureIn } from "../core/numbers/cellFigure";
import type { Decimal } from "../core/numbers/decimal";
import type { FunctionWords } from "./words";
import { contentOf, type Content } from "./argument";
import { invalidValue, notAvailable, type Fault } from "./fault";

/** The sentence about an argument that holds no usable number: missing, an error, text, or too large. */
export function reasonOf(name: string, content: Content, translate: FunctionWords): string {
  switch (content.kind) {
    case "blank":
      return translate("function.missing", { name });
    case "error":
      return translate("function.error", { name, error: content.error });
    case "text":
      return translate("function.text", { name, text: content.text });
    case "boolean":
      return translate("function.text", { name, text: content.boolean ? "TRUE" : "FALSE" });
    case "number":
      return translate("function.too-long", { name });
  }
}

/**
 * The exact number of a cell, text read as the check of a workbook reads it (95.5分, ９５); null when it holds anything
 * else or more than 15 digits before the point.
 */
export function decimalOf(content: Content): Decimal | null {
  if (content.kind === "number") return figureIn(content.number);
  return content.kind === "text" ? figureIn(content.text) : null;
}

/** The number of a cell; blank or an error is `#N/A`, anything else `#VALUE!`, with the argument's name, asked for only then. */
export function numberOr(cell: unknown, name: () => string, translate: FunctionWords): Decimal | Fault {
  const content = contentOf(cell);
  const number = decimalOf(content);
  if (number !== null) return number;
  const reason = reasonOf(name(), content, translate);
  const absent = content.kind === "blank" || content.kind === "error";
  return absent ? notAvailable(reason) : invalidValue(reason);
}

/** The text that a cell shows where a name is wanted: a number as it is written, nothing for blanks. */
export function textOf(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "number":
      return String(content.number);
    case "boolean":
      return content.boolean ? "TRUE" : "FALSE";
    case "blank":
    case "error":
      return "";
  }
}
