import { serialOfDate } from "../../core/calendar/calendarDate";
import type { CellValue } from "../../core/workbook/snapshot";
import type { HostInput } from "./hostWorkbook";
import { invalidArgument } from "./hostError";

const errorTexts = new Set([
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#VALUE!",
  "#CALC!",
  "#SPILL!",
]);
const numberPattern = /^[+-]?(?:\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const datePattern = /^(\d{4})(?:-|\/|年)(\d{1,2})(?:-|\/|月)(\d{1,2})日?$/;
const shortDatePattern = /^(\d{1,2})(?:-|\/|月)(\d{1,2})日?$/;

/** What Excel makes of a value written to a cell, and the number format that it sets along the way. */
export interface TakenInput {
  readonly input: HostInput;
  readonly numberFormat?: string;
}

/**
 * What Excel makes of a value that an add-in writes into a cell: `null` leaves the cell, an empty text empties
 * it, a text that begins with `=` (or with `+`, `-`, `@` and is no number) becomes a formula, one that looks
 * like a number, date, boolean or error becomes that, and an apostrophe in front keeps text as text. In cells
 * with the text format `@` every text stays as it is.
 */
export function takeInput(value: unknown, numberFormat: string): TakenInput {
  if (value === null || value === undefined) return { input: undefined };
  if (typeof value === "boolean") return { input: value };
  if (typeof value === "number") return { input: numberFormat === "@" ? String(value) : value };
  if (typeof value !== "string") throw invalidArgument(`A cell cannot take ${JSON.stringify(value)}.`);
  if (value === "") return { input: null };
  if (value.startsWith("'")) return { input: value.slice(1) };
  if (numberFormat === "@") return { input: value };
  if (value.startsWith("=") && value.length > 1) return { input: { formula: value } };
  const typed = typedValue(value.trim());
  if (typed) return typed;
  if (/^[+\-@]./.test(value)) return { input: { formula: `=${value}` } };
  return { input: value };
}

function typedValue(text: string): TakenInput | null {
  if (numberPattern.test(text)) return { input: toNumber(text) };
  if (text.endsWith("%") && numberPattern.test(text.slice(0, -1))) {
    return { input: toNumber(text.slice(0, -1)) / 100, numberFormat: "0%" };
  }
  if (/^[¥￥$€]/.test(text) && numberPattern.test(text.slice(1))) return { input: toNumber(text.slice(1)) };
  if (/^\(.+\)$/.test(text) && numberPattern.test(text.slice(1, -1)))
    return { input: -toNumber(text.slice(1, -1)) };
  if (/^(?:true|false)$/i.test(text)) return { input: text.toLowerCase() === "true" };
  if (errorTexts.has(text.toUpperCase())) return { input: { error: text.toUpperCase() } };
  return dateValue(text);
}

function toNumber(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** Whole dates, and days without a year, which Excel takes to be of the current year (here: 2015). */
function dateValue(text: string): TakenInput | null {
  const whole = datePattern.exec(text);
  const short = whole ? null : shortDatePattern.exec(text);
  const [year, month, day] = whole
    ? [Number(whole[1]), Number(whole[2]), Number(whole[3])]
    : short
      ? [2015, Number(short[1]), Number(short[2])]
      : [0, 0, 0];
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const serial = serialOfDate({ year, month, day }, "1900");
  return { input: serial, numberFormat: whole ? "yyyy/m/d" : "m/d" };
}

/** How a value goes over the wire: an error as its text, an empty cell as an empty text. */
export function wireValue(value: CellValue): string | number | boolean {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

/** Excel's name for the kind of a value (`Range.valueTypes`). */
export function valueType(value: CellValue): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return { string: "String", number: "Double", boolean: "Boolean" }[
    typeof value as "string" | "number" | "boolean"
  ];
}
