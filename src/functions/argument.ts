import { plainText } from "../core/numbers/readNumber";

/** A range as Excel hands it over: rows of cells. A single cell is one row of one. */
export type Range = readonly (readonly unknown[])[];

/** What a cell of an argument holds. */
export type Content =
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "blank" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  | { readonly kind: "error"; readonly error: string };

const BLANK: Content = { kind: "blank" };
const ERROR_TEXT =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|CALC!|SPILL!|BUSY!|FIELD!|BLOCKED!|CONNECT!)$/;

/**
 * The range of an argument, or null when it was left out. Hosts differ in what they send: rows, a bare value for a
 * single cell, or null for an argument that was left out.
 */
export function rangeOf(argument: unknown): Range | null {
  if (argument === undefined || argument === null) return null;
  if (!Array.isArray(argument)) return [[argument]];
  const rows: readonly unknown[] = argument;
  if (rows.length === 0) return [[null]];
  return areRows(rows) ? rows : rows.map((row): readonly unknown[] => (isRow(row) ? row : [row]));
}

/** In a plain loop: a range has up to a million rows. */
function areRows(rows: readonly unknown[]): rows is Range {
  for (let row = 0; row < rows.length; row += 1) if (!isRow(rows[row])) return false;
  return true;
}

function isRow(row: unknown): row is readonly unknown[] {
  return Array.isArray(row);
}

/**
 * What a cell holds. Blank is an empty cell or a text of nothing but spaces. Excel hands over errors as objects with
 * a `code`, formatted numbers as objects with a `basicValue`; anything else that is no cell value counts as an error.
 */
export function contentOf(cell: unknown): Content {
  switch (typeof cell) {
    case "number":
      return Number.isFinite(cell) ? { kind: "number", number: cell } : { kind: "error", error: "#NUM!" };
    case "string":
      if (plainText(cell) === "") return BLANK;
      return ERROR_TEXT.test(cell) ? { kind: "error", error: cell } : { kind: "text", text: cell };
    case "boolean":
      return { kind: "boolean", boolean: cell };
    case "undefined":
      return BLANK;
    case "object":
      return cell === null ? BLANK : contentOfObject(cell);
    default:
      return { kind: "error", error: "#VALUE!" };
  }
}

function contentOfObject(cell: object): Content {
  for (const key of ["code", "error"] as const) {
    const error: unknown = key in cell ? Reflect.get(cell, key) : undefined;
    if (typeof error === "string") return { kind: "error", error };
  }
  const basic: unknown = "basicValue" in cell ? Reflect.get(cell, "basicValue") : undefined;
  return typeof basic === "object" || basic === undefined
    ? { kind: "error", error: "#VALUE!" }
    : contentOf(basic);
}
