import { columnIndex, columnLetters, type CellPosition } from "../workbook/address";

/** Stands before every reference of a form; Excel allows it in no name, so that nothing else can look like one. */
const MARK = "§";

/**
 * Texts and quoted sheet names (kept as they are), cell references, whole columns, whole rows. What touches letters,
 * digits, a bracket or `!` on the wrong side is part of a name.
 */
const REFERENCE =
  /"(?:[^"]|"")*"|'(?:[^']|'')+'|(?<![\p{L}\p{N}_.$\\])(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\p{N}_.(!$])/giu;

/**
 * A formula with its references as distances from its own cell, so that formulas copied down a column are equal:
 * `=D5*0.55+$C$2` in J5 gives `=§R[0]C[-6]*0.55+§R2C3`. Rows and columns that are fixed with `$` keep their number,
 * counted from one. The text around references stays as it is.
 */
export function relativeForm(formula: string, { row, column }: CellPosition): string {
  return formula.replace(
    REFERENCE,
    (
      whole: string,
      columnFixed: string | undefined,
      letters: string | undefined,
      rowFixed: string | undefined,
      digits: string | undefined,
      firstFixed: string | undefined,
      firstLetters: string | undefined,
      lastFixed: string | undefined,
      lastLetters: string | undefined,
      topFixed: string | undefined,
      top: string | undefined,
      bottomFixed: string | undefined,
      bottom: string | undefined,
    ) => {
      if (letters !== undefined && digits !== undefined) {
        return `${MARK}R${place(Number(digits) - 1, row, rowFixed)}C${place(columnIndex(letters.toUpperCase()), column, columnFixed)}`;
      }
      if (firstLetters !== undefined && lastLetters !== undefined) {
        const first = place(columnIndex(firstLetters.toUpperCase()), column, firstFixed);
        const last = place(columnIndex(lastLetters.toUpperCase()), column, lastFixed);
        return `${MARK}C${first}:${MARK}C${last}`;
      }
      if (top !== undefined && bottom !== undefined) {
        const first = place(Number(top) - 1, row, topFixed);
        return `${MARK}R${first}:${MARK}R${place(Number(bottom) - 1, row, bottomFixed)}`;
      }
      return whole;
    },
  );
}

function place(at: number, own: number, fixed: string | undefined): string {
  return fixed === "$" ? String(at + 1) : `[${String(at - own)}]`;
}

/** A reference of a form: its row and its column, each as a distance in brackets or as a fixed number. */
const PLACE = /§(?:R(\[-?\d+\]|\d+))?(?:C(\[-?\d+\]|\d+))?/g;

/**
 * Whether a formula in some row of a column is the one that a form stands for there, told without making its form:
 * formulas that are copied down a column are known by it at a tenth of the cost. A no may be wrong where the formula is
 * written otherwise (`b2` for `B2`).
 */
export function createFormTest(form: string, column: number): (formula: string, row: number) => boolean {
  const texts: string[] = [];
  const distances: number[] = [];
  let text = "";
  let end = 0;
  for (const match of form.matchAll(PLACE)) {
    // A group that took no part is undefined, whatever the type of matchAll says.
    const [, rowText, columnText]: readonly (string | undefined)[] = match;
    text += form.slice(end, match.index);
    if (columnText !== undefined) text += absolute(columnText, column, columnLetters);
    end = match.index + match[0].length;
    if (rowText === undefined) continue;
    if (rowText.startsWith("[")) {
      texts.push(text);
      distances.push(Number(rowText.slice(1, -1)));
      text = "";
    } else text += `$${rowText}`;
  }
  const rest = text + form.slice(end);
  return (formula, row) => {
    let at = 0;
    for (const [index, before] of texts.entries()) {
      if (!formula.startsWith(before, at)) return false;
      at += before.length;
      let number = 0;
      for (let digit = digitAt(formula, at); digit !== null; digit = digitAt(formula, at)) {
        number = number * 10 + digit;
        at += 1;
      }
      if (number !== row + 1 + (distances[index] ?? 0)) return false;
    }
    return formula.length === at + rest.length && formula.endsWith(rest);
  };
}

function digitAt(text: string, at: number): number | null {
  const digit = text.charCodeAt(at) - DIGIT_ZERO;
  return digit >= 0 && digit <= 9 ? digit : null;
}
const DIGIT_ZERO = 48;

/** The formula that a form stands for in a cell: the inverse of `relativeForm`. */
export function formulaOfForm(form: string, { row, column }: CellPosition): string {
  return form.replace(PLACE, (_, rowText: string | undefined, columnText: string | undefined) => {
    const letters = columnText === undefined ? "" : absolute(columnText, column, columnLetters);
    return letters + (rowText === undefined ? "" : absolute(rowText, row, (at) => String(at + 1)));
  });
}

function absolute(text: string, own: number, write: (at: number) => string): string {
  return text.startsWith("[") ? write(own + Number(text.slice(1, -1))) : `$${write(Number(text) - 1)}`;
}
