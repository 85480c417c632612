import type { FormulaNode } from "../../formulas/formulaTree";
import { decimalToNumber } from "../../numbers/decimal";
import { amountInText } from "../../numbers/cellFigure";
import type { CellValue } from "../../workbook/snapshot";
import type { FormulaCells, ReadCell } from "./formulaCells";

/** A formula as a weighted sum of cells of its row and a constant. */
export interface Linear {
  readonly terms: ReadonlyMap<number, number>;
  readonly constant: number;
  /** Whether cells of other rows take part, so that the columns alone do not give the figure. */
  readonly isMoving: boolean;
  /** Columns of the table that cells of other rows lie in. */
  readonly moved: ReadonlySet<number>;
  /** Whether a condition, a cap or a rounding inside may change the figure. */
  readonly isBent: boolean;
}

const NOTHING: Linear = { terms: new Map(), constant: 0, isMoving: false, moved: new Set(), isBent: false };

/** Takes a formula as a weighted sum; null where it is none. */
export function linearOf(node: FormulaNode | null | undefined, cells: FormulaCells): Linear | null {
  if (!node) return null;
  switch (node.kind) {
    case "number":
      return { ...NOTHING, constant: node.value };
    case "range":
      return sumOfCells(cells.cells(node.range));
    case "sign":
      return scale(linearOf(node.operand, cells), node.negative ? -1 : 1);
    case "percent":
      return scale(linearOf(node.operand, cells), 0.01);
    case "binary":
      return binary(node, cells);
    case "call":
      return call(node, cells);
    default:
      return null;
  }
}

function binary(node: FormulaNode & { kind: "binary" }, cells: FormulaCells): Linear | null {
  const left = linearOf(node.left, cells);
  const right = linearOf(node.right, cells);
  if (!left || !right) return null;
  switch (node.operator) {
    case "+":
      return add(left, right);
    case "-":
      return add(left, scale(right, -1));
    case "*":
      if (isConstant(right)) return scale(left, right.constant);
      return isConstant(left) ? scale(right, left.constant) : null;
    case "/":
      return isConstant(right) && right.constant !== 0 ? scale(left, 1 / right.constant) : null;
    default:
      return null;
  }
}

function call(node: FormulaNode & { kind: "call" }, cells: FormulaCells): Linear | null {
  const [first, second, third] = node.inputs;
  switch (node.name) {
    case "SUM":
      return node.inputs.reduce<Linear | null>(
        (sum, input) => (input === null ? sum : add(sum, linearOf(input, cells))),
        NOTHING,
      );
    case "SUMPRODUCT":
      return sumOfProducts(node.inputs, cells);
    case "SUMIF": {
      const sum = linearOf(third ?? first, cells);
      return sum && { ...sum, isBent: true };
    }
    case "AVERAGE": {
      const sum = linearOf(first, cells);
      const count = (sum?.terms.size ?? 0) + (sum?.moved.size ?? 0);
      return node.inputs.length === 1 && count > 0 ? bent(scale(sum, 1 / count)) : null;
    }
    case "N":
    case "VALUE":
    case "IFERROR":
      return linearOf(first, cells);
    case "ROUND":
    case "ROUNDUP":
    case "ROUNDDOWN":
    case "TRUNC":
    case "INT":
    case "CEILING":
    case "FLOOR":
      return bent(linearOf(first, cells));
    case "IF":
      return onlyOne([linearOf(second, cells), linearOf(third, cells)], [second, third]);
    case "MIN":
    case "MAX":
      return node.inputs.length === 2
        ? onlyOne([linearOf(first, cells), linearOf(second, cells)], [first, second])
        : null;
    default:
      return null;
  }
}

/** Of two choices the one that depends on cells, where the other is a constant or a text. */
function onlyOne(
  choices: readonly (Linear | null)[],
  nodes: readonly (FormulaNode | null | undefined)[],
): Linear | null {
  const open = choices.filter((choice) => choice && !isConstant(choice));
  const [only] = open;
  const isRestPlain = choices.every(
    (choice, at) =>
      choice !== null || !nodes[at] || nodes[at].kind === "text" || nodes[at].kind === "boolean",
  );
  return open.length === 1 && only && isRestPlain ? bent(only) : null;
}

function sumOfProducts(inputs: readonly (FormulaNode | null)[], cells: FormulaCells): Linear | null {
  const [only] = inputs;
  if (inputs.length === 1 && only?.kind === "binary" && only.operator === "*")
    return sumOfProducts([only.left, only.right], cells);
  const lists = inputs.map((input) => (input?.kind === "range" ? cells.cells(input.range) : null));
  const [one, other] = lists;
  if (lists.length !== 2 || !one || !other || one.length !== other.length) return null;
  let sum: Linear | null = NOTHING;
  for (const [at, cell] of one.entries()) {
    const left = cellTerm(cell);
    const right = cellTerm(other[at]);
    if (!left || !right) return null;
    if (isConstant(right)) sum = add(sum, scale(left, right.constant));
    else if (isConstant(left)) sum = add(sum, scale(right, left.constant));
    else return null;
  }
  return sum;
}

function sumOfCells(list: readonly ReadCell[] | null): Linear | null {
  if (list === null) return null;
  return list.reduce<Linear | null>((sum, cell) => add(sum, cellTerm(cell)), NOTHING);
}

function cellTerm(cell: ReadCell | undefined): Linear | null {
  if (!cell) return null;
  if (cell.kind === "own") return { ...NOTHING, terms: new Map([[cell.column, 1]]) };
  if (cell.kind === "moving")
    return { ...NOTHING, isMoving: true, moved: new Set(cell.column === null ? [] : [cell.column]) };
  const constant = numberIn(cell.value);
  return constant === null ? null : { ...NOTHING, constant };
}

function numberIn(value: CellValue): number | null {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const amount = amountInText(value);
  return amount === null ? 0 : decimalToNumber(amount);
}

function add(left: Linear | null, right: Linear | null): Linear | null {
  if (!left || !right) return null;
  const terms = new Map(left.terms);
  for (const [column, weight] of right.terms) terms.set(column, (terms.get(column) ?? 0) + weight);
  return {
    terms,
    constant: left.constant + right.constant,
    isMoving: left.isMoving || right.isMoving,
    moved: new Set([...left.moved, ...right.moved]),
    isBent: left.isBent || right.isBent,
  };
}

function scale(linear: Linear | null, by: number): Linear | null {
  if (!linear) return null;
  const terms = new Map([...linear.terms].map(([column, weight]) => [column, weight * by]));
  return { ...linear, terms, constant: linear.constant * by };
}

function bent(linear: Linear | null): Linear | null {
  return linear && { ...linear, isBent: true };
}

/** Whether no cell of the table's rows takes part. */
function isConstant(linear: Linear): boolean {
  return linear.terms.size === 0 && !linear.isMoving;
}
