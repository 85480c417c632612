import { MAXIMUM_PLACES } from "../numbers/decimal";

/** How a number format shows numbers, by the part of it that is for positive ones. */
export interface NumberFormat {
  /** The decimals that it shows, those of a percentage by the number itself: `0.0%` has 3. Null: as many as there are. */
  readonly places: number | null;
  readonly isPercent: boolean;
  /** Whether it shows a date or a time. */
  readonly isDate: boolean;
}

/** Texts in quotes, escaped characters, spaces as wide as a character, characters that fill the cell. */
const LITERALS = /"[^"]*"|\\.|_.|\*./g;
/** Colours, conditions, currencies and languages; not [h], [m] and [s], which count hours and minutes on. */
const BRACKETS = /\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Reads a number format as Excel writes it, in English notation. */
export function readNumberFormat(format: string): NumberFormat {
  const [first = ""] = format.replace(LITERALS, "").split(";");
  const codes = first.replace(BRACKETS, "").replace(/General|E[+-]0+/gi, "");
  const hasDigits = /[0#?]/.test(codes);
  const digits = /\.([0#?]+)/.exec(codes)?.[1]?.length ?? 0;
  const percents = codes.split("%").length - 1;
  const isDate = /[ymdhs]/i.test(codes);
  return {
    places: hasDigits || isDate ? Math.min(digits + 2 * percents, MAXIMUM_PLACES) : null,
    isPercent: percents > 0,
    isDate,
  };
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  return format !== "General" && format !== "@" && readNumberFormat(format).isDate;
}

/** Whether a number format shows percentages: a % in quotes is a text behind the number. */
export function isPercentFormat(format: string): boolean {
  return format.includes("%") && readNumberFormat(format).isPercent;
}
