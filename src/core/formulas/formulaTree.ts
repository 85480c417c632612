import { MAXIMUM_COLUMNS, MAXIMUM_ROWS, type Area, type CellPosition } from "../workbook/address";

/** A row or column of a reference: a distance from the formula's own cell, or fixed and counted from zero. */
export interface Coordinate {
  readonly fixed: boolean;
  readonly at: number;
}

/** A cell or range that a formula names. A whole column has no rows, a whole row no columns. */
export interface FormulaRange {
  /** The sheet's name; null for the formula's own sheet. */
  readonly sheet: string | null;
  /** The other file that it lies in, as the formula writes it (`1`, `Book.xlsx`); null for this workbook. */
  readonly book: string | null;
  readonly rows: readonly [Coordinate, Coordinate] | null;
  readonly columns: readonly [Coordinate, Coordinate] | null;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

/** A formula taken apart. */
export type FormulaNode =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "range"; readonly range: FormulaRange }
  /** A defined name or an error constant: it has no value of its own here. */
  | { readonly kind: "name"; readonly name: string }
  /** `null` stands for an argument that was left out. */
  | { readonly kind: "call"; readonly name: string; readonly inputs: readonly (FormulaNode | null)[] }
  | { readonly kind: "sign"; readonly negative: boolean; readonly operand: FormulaNode }
  | { readonly kind: "percent"; readonly operand: FormulaNode }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    };

/** A range that a formula uses, and the function that it is handed to directly (`SUM`), or an empty text. */
export interface RangeUse {
  readonly range: FormulaRange;
  readonly within: string;
}

/** All ranges of a formula, in reading order. */
export function rangesIn(node: FormulaNode, within = ""): RangeUse[] {
  if (node.kind === "range") return [{ range: node.range, within }];
  const user = node.kind === "call" ? node.name : within;
  return childrenOf(node).flatMap((child) => rangesIn(child, user));
}

/** The parts that a node is made of, in reading order; inputs that are left out are none. */
export function childrenOf(node: FormulaNode): FormulaNode[] {
  switch (node.kind) {
    case "call":
      return node.inputs.filter((input) => input !== null);
    case "sign":
    case "percent":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    default:
      return [];
  }
}

/** The area that a range covers for a formula in that cell; null where it would leave the sheet. */
export function areaOfRange(range: FormulaRange, cell: CellPosition): Area | null {
  const rows = span(range.rows, cell.row, MAXIMUM_ROWS);
  const columns = span(range.columns, cell.column, MAXIMUM_COLUMNS);
  if (rows === null || columns === null) return null;
  return {
    row: rows[0],
    column: columns[0],
    rowCount: rows[1] - rows[0] + 1,
    columnCount: columns[1] - columns[0] + 1,
  };
}

function span(
  ends: readonly [Coordinate, Coordinate] | null,
  own: number,
  limit: number,
): readonly [number, number] | null {
  if (ends === null) return [0, limit - 1];
  const [first, last] = ends;
  const from = first.fixed ? first.at : own + first.at;
  const to = last.fixed ? last.at : own + last.at;
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  return low < 0 || high >= limit ? null : [low, high];
}
