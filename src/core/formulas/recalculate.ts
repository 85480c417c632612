import type { Area, CellPosition } from "../workbook/address";
import type { CellValue } from "../workbook/snapshot";
import { countIf, lookUp, sumIf } from "./conditions";
import { areaOfRange, type FormulaNode, type FormulaRange } from "./formulaTree";
import type { RangeSummary, RangeValues } from "./rangeValues";

/** What a formula comes to: a number, a text, a truth value; undefined where this page cannot say for sure. */
export type Recalculated = number | string | boolean | undefined;

/** Where a formula stands. */
export interface FormulaPlace extends CellPosition {
  readonly sheet: string;
}

/**
 * Calculates a formula of plain arithmetic from the values that its cells hold now: + − × ÷ ^ %, comparisons, SUM,
 * AVERAGE, COUNT, COUNTA, MAX, MIN, ROUND, ROUNDUP, ROUNDDOWN, SUMPRODUCT of ranges, RANK, RANK.EQ, ABS, INT, IF,
 * IFERROR, COUNTIF, COUNTIFS, SUMIF, VLOOKUP of exact values.
 * Undefined for anything else, for errors, and where Excel's own rounding of binary numbers decides: no answer is
 * better here than a wrong one.
 */
export function recalculate(node: FormulaNode, place: FormulaPlace, values: RangeValues): Recalculated {
  return new Recalculation(place, values).value(node);
}

class Recalculation {
  constructor(
    private readonly place: FormulaPlace,
    private readonly values: RangeValues,
  ) {}

  value(node: FormulaNode): Recalculated {
    switch (node.kind) {
      case "number":
      case "text":
      case "boolean":
        return node.value;
      case "range":
        return this.cell(node.range);
      case "sign": {
        const operand = this.number(node.operand);
        return operand === undefined || !node.negative ? operand : -operand;
      }
      case "percent": {
        const operand = this.number(node.operand);
        return operand === undefined ? undefined : operand / 100;
      }
      case "binary":
        return this.binary(node);
      case "call":
        return FUNCTIONS.get(node.name)?.(this, node.inputs);
      case "name":
        return undefined;
    }
  }

  number(node: FormulaNode | null | undefined): number | undefined {
    if (!node) return undefined;
    const value = this.value(node);
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  }

  /** The sheet and area of a range node; null for anything else and for other files. */
  range(node: FormulaNode | null | undefined): { sheet: string; area: Area } | null {
    if (node?.kind !== "range" || node.range.book !== null) return null;
    const area = areaOfRange(node.range, this.place);
    return area === null ? null : { sheet: node.range.sheet ?? this.place.sheet, area };
  }

  /** Sums, counts and errors of all inputs together, as SUM and its kin see them. */
  summary(inputs: readonly (FormulaNode | null)[]): RangeSummary | undefined {
    let total: RangeSummary = { sum: 0, numbers: 0, filled: 0, errors: 0 };
    for (const input of inputs) {
      const part = this.summaryOf(input);
      if (part === undefined || part.errors > 0) return undefined;
      total = {
        sum: total.sum + part.sum,
        numbers: total.numbers + part.numbers,
        filled: total.filled + part.filled,
        errors: 0,
      };
    }
    return total;
  }

  private summaryOf(input: FormulaNode | null): RangeSummary | undefined {
    const range = this.range(input);
    if (range) return this.values.summary(range.sheet, range.area) ?? undefined;
    const number = this.number(input);
    return number === undefined ? undefined : { sum: number, numbers: 1, filled: 1, errors: 0 };
  }

  /** The numbers of all inputs in ascending order. */
  sorted(inputs: readonly (FormulaNode | null)[]): readonly number[] | undefined {
    if (this.summary(inputs) === undefined) return undefined;
    const all: number[] = [];
    for (const input of inputs) {
      const range = this.range(input);
      const own = range ? this.values.sorted(range.sheet, range.area) : [this.number(input)];
      if (own === null) return undefined;
      if (inputs.length === 1 && range) return this.values.sorted(range.sheet, range.area) ?? undefined;
      for (const number of own) if (number !== undefined) all.push(number);
    }
    return all.sort((left, right) => left - right);
  }

  list(node: FormulaNode | null): readonly CellValue[] | undefined {
    const range = this.range(node);
    return range === null ? undefined : this.cells(range.sheet, range.area);
  }

  cells(sheet: string, area: Area): readonly CellValue[] | undefined {
    return this.values.list(sheet, area) ?? undefined;
  }

  private cell(range: FormulaRange): Recalculated {
    if (range.book !== null) return undefined;
    const area = areaOfRange(range, this.place);
    if (area?.rowCount !== 1 || area.columnCount !== 1) return undefined;
    const value = this.values.value(range.sheet ?? this.place.sheet, area.row, area.column);
    if (value === null) return 0;
    return typeof value === "object" ? undefined : value;
  }

  private binary(node: FormulaNode & { kind: "binary" }): Recalculated {
    const { operator } = node;
    if (operator === "&") return undefined;
    const left = this.number(node.left);
    const right = this.number(node.right);
    if (left === undefined || right === undefined) return undefined;
    switch (operator) {
      case "+":
        return left + right;
      case "-":
        return left - right;
      case "*":
        return left * right;
      case "/":
        return right === 0 ? undefined : left / right;
      case "^":
        return left ** right;
      default:
        return compare(operator, left, right);
    }
  }
}

/** Comparisons are left open where binary noise decides. */
function compare(
  operator: "=" | "<>" | "<" | ">" | "<=" | ">=",
  left: number,
  right: number,
): boolean | undefined {
  if (left !== right && Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left))) return undefined;
  switch (operator) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
  }
}

type SheetFunction = (work: Recalculation, inputs: readonly (FormulaNode | null)[]) => Recalculated;

const FUNCTIONS: ReadonlyMap<string, SheetFunction> = new Map<string, SheetFunction>([
  ["SUM", (work, inputs) => work.summary(inputs)?.sum],
  ["COUNT", (work, inputs) => work.summary(inputs)?.numbers],
  ["COUNTA", (work, inputs) => work.summary(inputs)?.filled],
  [
    "AVERAGE",
    (work, inputs) => {
      const summary = work.summary(inputs);
      return summary && summary.numbers > 0 ? summary.sum / summary.numbers : undefined;
    },
  ],
  ["MAX", (work, inputs) => work.sorted(inputs)?.at(-1)],
  ["MIN", (work, inputs) => work.sorted(inputs)?.[0]],
  ["ROUND", (work, inputs) => rounded(work, inputs, Math.round)],
  ["ROUNDUP", (work, inputs) => rounded(work, inputs, Math.ceil)],
  ["ROUNDDOWN", (work, inputs) => rounded(work, inputs, Math.floor)],
  [
    "ABS",
    (work, [input]) => {
      const number = work.number(input);
      return number === undefined ? undefined : Math.abs(number);
    },
  ],
  [
    "INT",
    (work, [input]) => {
      const number = work.number(input);
      if (number === undefined || isNearStep(number, 1)) return Number.isInteger(number) ? number : undefined;
      return Math.floor(number);
    },
  ],
  [
    "IF",
    (work, [condition, then, otherwise]) => {
      const truth = condition ? work.value(condition) : undefined;
      if (typeof truth !== "boolean") return undefined;
      const chosen = truth ? then : otherwise;
      return chosen ? work.value(chosen) : undefined;
    },
  ],
  // An error has no value here, so that what is not undefined is none.
  ["IFERROR", (work, [input]) => (input ? work.value(input) : undefined)],
  ["COUNTIF", countIf],
  ["COUNTIFS", countIf],
  ["SUMIF", sumIf],
  ["VLOOKUP", lookUp],
  ["RANK", rank],
  ["RANK.EQ", rank],
  ["SUMPRODUCT", sumOfProducts],
]);

/** Rounding by size, sign kept. Undefined where the digit to drop is a half within binary noise. */
function rounded(
  work: Recalculation,
  [input, placesInput]: readonly (FormulaNode | null)[],
  step: (size: number) => number,
): Recalculated {
  const number = work.number(input);
  const places = work.number(placesInput);
  if (number === undefined || places === undefined || !Number.isInteger(places) || Math.abs(places) > 9) {
    return undefined;
  }
  const scaled = Math.abs(number) * 10 ** places;
  const isHalf = step === Math.round;
  if (isHalf ? isNearStep(scaled + 0.5, 1) : isNearStep(scaled, 1) && !Number.isInteger(scaled))
    return undefined;
  return (Math.sign(number) * step(scaled)) / 10 ** places;
}

function isNearStep(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) <= 1e-9 * Math.max(1, Math.abs(value / step));
}

/**
 * Competition rank; undefined where two totals differ by binary noise only, or may have: programs store fifteen
 * digits, after which totals are equal that were not when they were ranked.
 */
function rank(work: Recalculation, inputs: readonly (FormulaNode | null)[]): Recalculated {
  const [numberInput, rangeInput, orderInput] = inputs;
  const number = work.number(numberInput);
  const order = inputs.length < 3 || orderInput === null ? 0 : work.number(orderInput);
  const sorted = rangeInput ? work.sorted([rangeInput]) : undefined;
  if (number === undefined || order === undefined || sorted === undefined) return undefined;
  const noise = 1e-9 * Math.max(1, Math.abs(number));
  const below = countBelow(sorted, number - noise);
  const upTo = countBelow(sorted, number + noise);
  const exactBelow = countBelow(sorted, number);
  if (below !== exactBelow || sorted[exactBelow] !== number || sorted[upTo - 1] !== number) return undefined;
  if (upTo - below > 1) return undefined;
  return order === 0 ? sorted.length - upTo + 1 : below + 1;
}

/** How many of the ascending numbers are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumOfProducts(work: Recalculation, inputs: readonly (FormulaNode | null)[]): Recalculated {
  const lists = inputs.map((input) => work.list(input));
  const [first] = lists;
  if (!first) return undefined;
  let sum = 0;
  for (const index of first.keys()) {
    let product = 1;
    for (const list of lists) {
      if (list?.length !== first.length) return undefined;
      const value = list[index] ?? null;
      if (typeof value === "object" && value !== null) return undefined;
      product *= typeof value === "number" ? value : 0;
    }
    sum += product;
  }
  return sum;
}
