import type { FormulaNode } from "../../formulas/formulaTree";
import type { FactKind, FactRounding } from "../fact";
import { nodesIn, type FormulaCells } from "./formulaCells";
import { linearOf, type Linear } from "./formulaLinear";

/** What a formula does with its row. */
export interface FormulaShape {
  readonly kind: FactKind;
  readonly of: readonly number[];
  /** Set where the figure is a weighted sum of the row's cells. */
  readonly linear: Linear | null;
  /** Whether the columns alone give the figure (`linear`, or a function of the parts by `kind`). */
  readonly isComputable: boolean;
  readonly places: number | null;
  readonly rounding: FactRounding | null;
  readonly dropped?: { readonly high: number; readonly low: number };
  /** Whether parts of the formula read fewer columns than the others: what it gives is not what it means everywhere. */
  readonly isUneven?: boolean;
}

const ROUNDINGS: ReadonlyMap<string, FactRounding> = new Map([
  ["ROUND", "half-up"],
  ["ROUNDUP", "up"],
  ["ROUNDDOWN", "down"],
  ["TRUNC", "down"],
  ["INT", "down"],
  ["CEILING", "up"],
  ["FLOOR", "down"],
]);
const GRADES = new Set(["LOOKUP", "IFS", "CHOOSE", "SWITCH"]);
const LOOK_UPS = new Set(["VLOOKUP", "HLOOKUP", "XLOOKUP", "INDEX", "MATCH", "INDIRECT", "OFFSET"]);
const RANKS = new Set(["RANK", "RANK.EQ", "RANK.AVG"]);
const COUNTS = new Set(["COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "COUNTBLANK"]);

/** Tells what kind of rule a formula states. */
export function shapeOf(tree: FormulaNode, cells: FormulaCells): FormulaShape {
  const { node, places, rounding } = unwrap(tree);
  const found = kindOf(node, cells);
  return { ...found, places, rounding };
}

type Found = Omit<FormulaShape, "places" | "rounding">;

/** Takes roundings and guards against errors and blanks off a formula. */
function unwrap(tree: FormulaNode): {
  node: FormulaNode;
  places: number | null;
  rounding: FactRounding | null;
} {
  let node = tree;
  let places: number | null = null;
  let rounding: FactRounding | null = null;
  for (;;) {
    if (node.kind !== "call") break;
    const [first, second, third] = node.inputs;
    const way = ROUNDINGS.get(node.name);
    if (way && first) {
      rounding ??= way;
      if (places === null) places = placesOf(node.name, second);
      node = first;
    } else if (node.name === "IFERROR" && first) node = first;
    else if (node.name === "IF" && isBlankText(second) && third) node = third;
    else if (node.name === "IF" && isBlankText(third) && second) node = second;
    else break;
  }
  return { node, places, rounding };
}

function placesOf(name: string, input: FormulaNode | null | undefined): number | null {
  if (name === "CEILING" || name === "FLOOR") {
    return input?.kind === "number" && input.value > 0
      ? Math.max(0, -Math.floor(Math.log10(input.value) + 1e-9))
      : 0;
  }
  if (!input) return 0;
  return input.kind === "number" ? input.value : null;
}

function isBlankText(node: FormulaNode | null | undefined): boolean {
  return node?.kind === "text" && node.value.trim() === "";
}

function kindOf(node: FormulaNode, cells: FormulaCells): Found {
  const all = [...nodesIn(node)];
  const calls = new Set(all.flatMap((part) => (part.kind === "call" ? [part.name] : [])));
  const ranked = rankedColumn(all, cells);
  if (ranked !== null) return plain("rank", [ranked]);
  const own = ownColumns(all, cells);
  const trimmed = trimmedOf(node, own, cells);
  if (trimmed) return trimmed;
  if (node.kind === "call") {
    const direct = byCall(node, own, cells);
    if (direct) return direct;
  }
  const linear = linearOf(node, cells);
  if (linear && (linear.terms.size > 0 || linear.moved.size > 0)) return linearFound(linear, node);
  const mean = meanOf(node, own, cells);
  if (mean) return mean;
  if ([...calls].some((name) => LOOK_UPS.has(name))) return plain("look-up", own);
  if (isGrade(node) || [...calls].some((name) => GRADES.has(name))) return plain("grade", own);
  const quotient = quotientOf(node, own, cells);
  return quotient ?? plain("formula", own);
}

function plain(kind: FactKind, of: readonly number[]): Found {
  return { kind, of, linear: null, isComputable: false };
}

function linearFound(linear: Linear, node: FormulaNode): Found {
  const of = [...new Set([...linear.terms.keys(), ...linear.moved])].sort((left, right) => left - right);
  const isComputable = !linear.isMoving && !linear.isBent;
  const [only] = linear.terms.values();
  if (of.length === 1 && linear.constant === 0 && only === 1 && node.kind === "range")
    return { kind: "look-up", of, linear, isComputable };
  const scaled = node.kind === "binary" ? SCALED.get(node.operator) : undefined;
  const isOne = of.length === 1 && scaled !== undefined;
  return { kind: isOne ? scaled : "sum", of, linear, isComputable };
}

/** One column over or times a constant, whatever is added to it before. */
const SCALED: ReadonlyMap<string, FactKind> = new Map([
  ["/", "share"],
  ["*", "product"],
]);

function byCall(
  node: FormulaNode & { kind: "call" },
  own: readonly number[],
  cells: FormulaCells,
): Found | null {
  const [first] = node.inputs;
  const isRowOnly = node.inputs.every(
    (input) =>
      input?.kind !== "range" || (cells.cells(input.range)?.every(({ kind }) => kind !== "fixed") ?? false),
  );
  if (node.name === "AVERAGE" && isRowOnly && own.length > 0)
    return { kind: "mean", of: own, linear: null, isComputable: isOwnOnly(node.inputs, cells) };
  if ((node.name === "MAX" || node.name === "MIN") && own.length > 1)
    return {
      kind: node.name === "MAX" ? "max" : "min",
      of: own,
      linear: null,
      isComputable: isOwnOnly(node.inputs, cells),
    };
  if (node.name === "MAX" || node.name === "MIN") return null;
  if (COUNTS.has(node.name) && own.length > 1)
    return {
      kind: "count",
      of: own,
      linear: null,
      isComputable: node.name === "COUNT" && isOwnOnly(node.inputs, cells),
    };
  if (node.name === "TRIMMEAN" && first?.kind === "range") {
    const share = node.inputs[1] ? linearOf(node.inputs[1], cells)?.constant : undefined;
    const cut = Math.floor(((share ?? 0) * own.length) / 2 + 1e-9);
    return {
      kind: "trimmed-mean",
      of: own,
      linear: null,
      isComputable: isOwnOnly([first], cells) && cut > 0,
      dropped: { high: cut, low: cut },
    };
  }
  return null;
}

function isOwnOnly(inputs: readonly (FormulaNode | null)[], cells: FormulaCells): boolean {
  return inputs.every(
    (input) =>
      input?.kind === "range" && (cells.cells(input.range)?.every(({ kind }) => kind === "own") ?? false),
  );
}

/** Sums and means without the highest or lowest: SUM − MAX − MIN, over a number or not; LARGE + LARGE + …. */
function trimmedOf(node: FormulaNode, own: readonly number[], cells: FormulaCells): Found | null {
  const divided = node.kind === "binary" && node.operator === "/" ? node : null;
  const top = divided ? divided.left : node;
  const terms = addends(top, 1);
  const called = (name: string, sign: number) =>
    terms.filter((term) => term.sign === sign && term.node.kind === "call" && term.node.name === name).length;
  const high = called("MAX", -1) + called("LARGE", -1);
  const low = called("MIN", -1) + called("SMALL", -1);
  const large = called("LARGE", 1);
  if (large > 1 && large === terms.length && own.length > large)
    return kindOfTrim(own, { high: 0, low: own.length - large }, divided, cells);
  if (called("SUM", 1) !== 1 || high + low === 0 || high + low + 1 !== terms.length) return null;
  const isUneven = terms.some((term) => ownColumns([...nodesIn(term.node)], cells).length < own.length);
  return { ...kindOfTrim(own, { high, low }, divided, cells), isUneven };
}

function kindOfTrim(
  own: readonly number[],
  dropped: { high: number; low: number },
  divided: (FormulaNode & { kind: "binary" }) | null,
  cells: FormulaCells,
): Found {
  const kept = own.length - dropped.high - dropped.low;
  const by = divided ? linearOf(divided.right, cells)?.constant : undefined;
  const kind = divided ? "trimmed-mean" : "best-of";
  return { kind, of: own, linear: null, isComputable: !divided || by === kept, dropped };
}

function addends(node: FormulaNode, sign: number): { node: FormulaNode; sign: number }[] {
  if (node.kind === "binary" && (node.operator === "+" || node.operator === "-"))
    return [...addends(node.left, sign), ...addends(node.right, node.operator === "-" ? -sign : sign)];
  return [{ node, sign }];
}

/** SUM(…) / COUNT(…), also of weighted sums. */
function meanOf(node: FormulaNode, own: readonly number[], cells: FormulaCells): Found | null {
  if (node.kind !== "binary" || node.operator !== "/") return null;
  const isCount = node.right.kind === "call" && COUNTS.has(node.right.name);
  return isCount && linearOf(node.left, cells) ? plain("mean", own) : null;
}

function quotientOf(node: FormulaNode, own: readonly number[], cells: FormulaCells): Found | null {
  const steps = [...nodesIn(node)];
  const isDivided = steps.some(
    (part) => part.kind === "binary" && part.operator === "/" && !isFixedNumber(part.right, cells),
  );
  if (isDivided) return plain("share", own);
  const isProduct = node.kind === "binary" && node.operator === "*";
  const isCalled = node.kind === "call" && (node.name === "PRODUCT" || node.name === "SUMPRODUCT");
  return isProduct || isCalled ? plain("product", own) : null;
}

function isFixedNumber(node: FormulaNode, cells: FormulaCells): boolean {
  const linear = linearOf(node, cells);
  return linear !== null && linear.terms.size === 0 && !linear.isMoving;
}

/** Conditions all of whose outcomes are texts or constants. */
function isGrade(node: FormulaNode | null | undefined): boolean {
  if (node?.kind !== "call" || node.name !== "IF") return false;
  return node.inputs.slice(1).every((input) => input === null || isOutcome(input));
}

function isOutcome(node: FormulaNode): boolean {
  return (
    node.kind === "text" ||
    node.kind === "number" ||
    node.kind === "boolean" ||
    isGrade(node) ||
    isFixedCell(node)
  );
}

function isFixedCell(node: FormulaNode): boolean {
  return node.kind === "range" && (node.range.rows?.every(({ fixed }) => fixed) ?? false);
}

/** The column that a ranking formula ranks: RANK, or a count of the cells of a column above the row's own. */
function rankedColumn(all: readonly FormulaNode[], cells: FormulaCells): number | null {
  for (const node of all) {
    if (node.kind !== "call") continue;
    const [first, second] = node.inputs;
    if (RANKS.has(node.name)) {
      const column = first ? ownColumns([...nodesIn(first)], cells)[0] : undefined;
      const whole = second?.kind === "range" ? cells.wholeColumns(second.range)[0] : undefined;
      const ranked = column ?? whole;
      if (ranked !== undefined) return ranked;
    }
    if (node.name !== "COUNTIF" && node.name !== "COUNTIFS" && node.name !== "SUMPRODUCT") continue;
    const parts = [...nodesIn(node)];
    const compares = parts.some(
      (part) =>
        (part.kind === "text" && /^[<>]=?$/.test(part.value)) ||
        (part.kind === "binary" && /^[<>]=?$/.test(part.operator)),
    );
    if (!compares) continue;
    const whole = new Set(
      parts.flatMap((part) => (part.kind === "range" ? cells.wholeColumns(part.range) : [])),
    );
    const own = ownColumns(parts, cells).filter((column) => whole.has(column));
    const [last] = own.slice(-1);
    if (last !== undefined) return own.find((column) => isCompared(parts, column, cells)) ?? last;
  }
  return null;
}

function isCompared(parts: readonly FormulaNode[], column: number, cells: FormulaCells): boolean {
  return parts.some(
    (part) =>
      part.kind === "binary" &&
      (part.operator === "&" || part.operator === ">" || part.operator === "<") &&
      ownColumns([part.right], cells).includes(column),
  );
}

function ownColumns(all: readonly FormulaNode[], cells: FormulaCells): number[] {
  const columns = new Set<number>();
  for (const node of all) {
    if (node.kind !== "range") continue;
    for (const cell of cells.cells(node.range) ?? []) {
      if (cell.kind === "own" || (cell.kind === "moving" && cell.column !== null))
        columns.add(cell.column ?? 0);
    }
  }
  return [...columns].sort((left, right) => left - right);
}
