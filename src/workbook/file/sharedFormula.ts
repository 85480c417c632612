import {
  columnIndex,
  columnLetters,
  MAXIMUM_COLUMNS,
  MAXIMUM_ROWS,
  type CellPosition,
} from "../../core/workbook/address";
import { mapOutsideQuotes } from "./formulaText";

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}`;
const REFERENCE = new RegExp(
  // Not inside a longer word, not a function's name, not a sheet's name.
  String.raw`(?<![A-Za-z0-9_.$\\\u0080-\uffff])(?:${CELL}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6})(?![A-Za-z0-9_(!.\\\u0080-\uffff])`,
  "g",
);

/** One corner of a reference: a column, a row, or both; `fixed` where a dollar holds it. */
interface Corner {
  readonly column: number | null;
  readonly columnFixed: boolean;
  readonly row: number | null;
  readonly rowFixed: boolean;
}

/** A formula taken apart once, for the many cells that share it: plain text, or the corners of a reference. */
type Piece = string | readonly Corner[];

/** A formula that several cells share, and the cell that states it. */
export class SharedFormula {
  private readonly pieces: readonly Piece[];

  constructor(
    readonly formula: string,
    private readonly cell: CellPosition,
  ) {
    this.pieces = takeApart(formula);
  }

  /**
   * The formula of a cell that shares this one: relative references move with the cell, absolute ones (`$A$1`)
   * stay. `B2*$A$1` shared from C2 to C5 is `B5*$A$1`. A reference that leaves the sheet becomes `#REF!`.
   */
  at(cell: CellPosition): string {
    const rows = cell.row - this.cell.row;
    const columns = cell.column - this.cell.column;
    const texts = this.pieces.map((piece) =>
      typeof piece === "string" ? piece : referenceText(piece, rows, columns),
    );
    // Joined, not added: a text added up of thousands of pieces would keep them all.
    return texts.join("");
  }
}

function takeApart(formula: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  mapOutsideQuotes(formula, (plain, offset) => {
    for (const match of plain.matchAll(REFERENCE)) {
      const start = offset + match.index;
      pieces.push(formula.slice(position, start), match[0].split(":").map(cornerOf));
      position = start + match[0].length;
    }
    return plain;
  });
  pieces.push(formula.slice(position));
  return pieces;
}

function cornerOf(text: string): Corner {
  const [, firstDollar = "", letters = "", secondDollar = "", digits = ""] =
    /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/.exec(text) ?? [];
  return {
    column: letters === "" ? null : columnIndex(letters.toUpperCase()),
    columnFixed: letters !== "" && firstDollar === "$",
    row: digits === "" ? null : Number(digits) - 1,
    // In `$5` the only dollar belongs to the row.
    rowFixed: letters === "" ? firstDollar === "$" : secondDollar === "$",
  };
}

function referenceText(corners: readonly Corner[], rows: number, columns: number): string {
  let text = "";
  for (const { column, columnFixed, row, rowFixed } of corners) {
    if (text !== "") text += ":";
    if (column !== null) {
      const moved = columnFixed ? column : column + columns;
      if (moved < 0 || moved >= MAXIMUM_COLUMNS) return "#REF!";
      text += (columnFixed ? "$" : "") + lettersOf(moved);
    }
    if (row !== null) {
      const moved = rowFixed ? row : row + rows;
      if (moved < 0 || moved >= MAXIMUM_ROWS) return "#REF!";
      text += (rowFixed ? "$" : "") + (moved + 1).toString();
    }
  }
  return text;
}

const letters: string[] = [];

/** Column letters, kept once they were made: a sheet asks for the same few a million times. */
function lettersOf(column: number): string {
  return (letters[column] ??= columnLetters(column));
}
