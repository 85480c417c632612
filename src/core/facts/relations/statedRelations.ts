import { areaOfRange, type FormulaNode, type FormulaRange } from "../../formulas/formulaTree";
import { parseForm } from "../../formulas/parseForm";
import { relativeForm } from "../../formulas/relativeForm";
import { STEP_SIZE, type Steps } from "../../steps";
import { cellOfKey, type CellPosition } from "../../workbook/address";
import type { SheetSnapshot } from "../../workbook/snapshot";
import type { Relation, RelationKind } from "./relation";

/** Formulas over more cells than this, such as whole columns, state no relation cell by cell. */
const MOST_CELLS = 4_096;

/** What a formula states, and the decimals that it rounds to: null where it does not round. */
export interface StatedRelation {
  readonly relation: Relation;
  readonly places: number | null;
}

/** The relations that formulas state by themselves, over cells of their own row or column of the same sheet. */
export function* statedRelations(sheet: SheetSnapshot): Steps<StatedRelation[]> {
  const relations: StatedRelation[] = [];
  const known = new Map<string, FormulaNode | null>();
  let work = 0;
  for (const [key, formula] of sheet.formulas) {
    if ((work += 1) % STEP_SIZE === 0) yield;
    const at = cellOfKey(key);
    const form = relativeForm(formula, at);
    let tree = known.get(form);
    if (tree === undefined) known.set(form, (tree = parseForm(form)));
    const relation = tree === null ? null : relationOfTree(plain(tree), at);
    if (tree && relation) relations.push({ relation, places: roundedTo(tree) });
  }
  return relations;
}

function relationOfTree(tree: FormulaNode, at: CellPosition): Relation | null {
  const read = sumOf(tree, at) ?? quotientOf(tree, at);
  if (!read || read.of.length === 0) return null;
  const inRow = read.of.every(({ row, column }) => row === at.row && column !== at.column);
  const inColumn = read.of.every(({ row, column }) => column === at.column && row !== at.row);
  if (!inRow && !inColumn) return null;
  return { op: read.op, at, of: read.of, direction: inRow ? "row" : "column", from: "formulas" };
}

interface Read {
  readonly op: RelationKind;
  readonly of: readonly CellPosition[];
}

/** What is left of a formula without brackets of ROUND and a leading plus. */
function plain(node: FormulaNode): FormulaNode {
  if (node.kind === "sign" && !node.negative) return plain(node.operand);
  const inside = node.kind === "call" && node.name === "ROUND" ? node.inputs[0] : null;
  return inside ? plain(inside) : node;
}

/** The decimals that a formula as a whole is rounded to; 0 where they are not a plain number. */
function roundedTo(node: FormulaNode): number | null {
  if (node.kind !== "call" || node.name !== "ROUND") return null;
  const places = node.inputs[1];
  return places?.kind === "number" ? places.value : 0;
}

function sumOf(node: FormulaNode, at: CellPosition): Read | null {
  if (node.kind === "call" && (node.name === "SUM" || node.name === "AVERAGE")) {
    const cells = node.inputs.map((input) => (input?.kind === "range" ? cellsOf(input.range, at) : null));
    if (cells.some((list) => list === null)) return null;
    return { op: node.name === "SUM" ? "Sum" : "Average", of: cells.flatMap((list) => list ?? []) };
  }
  const terms: CellPosition[] = [];
  const taken: CellPosition[] = [];
  if (node.kind !== "binary" || !gather(node, at, terms, taken)) return null;
  if (taken.length === 0) return { op: "Sum", of: terms };
  return terms.length === 1 ? { op: "Difference", of: [...terms, ...taken] } : null;
}

/** The single cells that a chain of + and − adds and takes away; false where it is something else. */
function gather(node: FormulaNode, at: CellPosition, added: CellPosition[], taken: CellPosition[]): boolean {
  if (node.kind === "binary" && (node.operator === "+" || node.operator === "-")) {
    const [right, against] = node.operator === "+" ? [added, taken] : [taken, added];
    return gather(node.left, at, added, taken) && gather(node.right, at, right, against);
  }
  const cell = cellOf(node, at);
  if (cell) added.push(cell);
  return cell !== null;
}

function quotientOf(node: FormulaNode, at: CellPosition): Read | null {
  if (node.kind !== "binary") return null;
  if (node.operator === "*" && isHundred(node.right)) return quotientOf(plain(node.left), at);
  if (node.operator === "*" && isHundred(node.left)) return quotientOf(plain(node.right), at);
  if (node.operator !== "/") return null;
  const under = cellOf(node.right, at);
  if (!under) return null;
  const over = cellOf(node.left, at);
  if (over) return { op: "Division", of: [over, under] };
  if (node.left.kind !== "binary" || node.left.operator !== "-") return null;
  const [later, earlier] = [cellOf(node.left.left, at), cellOf(node.left.right, at)];
  const same = earlier?.row === under.row && earlier.column === under.column;
  return later && same ? { op: "RelativeChange", of: [under, later] } : null;
}

function isHundred(node: FormulaNode): boolean {
  return node.kind === "number" && node.value === 100;
}

function cellOf(node: FormulaNode, at: CellPosition): CellPosition | null {
  const cells = node.kind === "range" ? cellsOf(node.range, at) : null;
  return cells?.length === 1 ? (cells[0] ?? null) : null;
}

function cellsOf(range: FormulaRange, at: CellPosition): CellPosition[] | null {
  if (range.sheet !== null || range.book !== null) return null;
  const area = areaOfRange(range, at);
  if (!area || area.rowCount * area.columnCount > MOST_CELLS) return null;
  return Array.from({ length: area.rowCount * area.columnCount }, (_, index) => ({
    row: area.row + Math.floor(index / area.columnCount),
    column: area.column + (index % area.columnCount),
  }));
}
