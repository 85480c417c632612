import { areaOfRange, childrenOf, type FormulaNode } from "../core/formulas/formulaTree";
import { parseForm } from "../core/formulas/parseForm";
import { relativeForm } from "../core/formulas/relativeForm";
import type { SheetArea, SheetCell } from "../core/workbook/address";

/** Functions whose result is a value of their own: where one of them gives 0, no blank cell is behind it. */
const VALUE_FUNCTIONS: ReadonlySet<string> = new Set(
  [
    "ABS AVERAGE AVERAGEIF AVERAGEIFS CEILING COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATEDIF DAYS FLOOR INT",
    "LEN LARGE MAX MAXIFS MEDIAN MIN MINIFS MOD N POWER PRODUCT QUOTIENT RANK ROUND ROUNDDOWN ROUNDUP ROWS SIGN",
    "SMALL SQRT STDEV SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT TRIMMEAN TRUNC VALUE",
  ]
    .join(" ")
    .split(" "),
);

/**
 * Where an argument of a function comes from, by the calling cell's own formula: the cells that it refers to, `value`
 * where the formula makes it (a constant, a sum), null where it cannot be told: what a search gives may be a blank
 * cell. With several calls of the function in one formula all must say the same.
 *
 * @param name The function as formulas call it, such as `PERF.TOTAL`.
 */
export function argumentOrigin(
  formula: string,
  caller: SheetCell,
  name: string,
  place: number,
): SheetArea | "value" | null {
  const node = parseForm(relativeForm(withoutArrayConstants(formula), caller));
  if (node === null) return null;
  const origins = callsIn(node, name).map((inputs) => originOf(inputs[place] ?? null, caller));
  const [first = null] = origins;
  return origins.every((origin) => sameOrigin(origin, first)) ? first : null;
}

/** A formula with a number in place of each array constant such as `{1,0;2,3}`: both are values, not cells. */
function withoutArrayConstants(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{(?:[^"{}]|"(?:[^"]|"")*")*\}/g, (part) =>
    part.startsWith("{") ? "1" : part,
  );
}

function callsIn(node: FormulaNode, name: string): (readonly (FormulaNode | null)[])[] {
  const within = childrenOf(node).flatMap((child) => callsIn(child, name));
  return node.kind === "call" && node.name.toUpperCase() === name ? [node.inputs, ...within] : within;
}

function originOf(input: FormulaNode | null, caller: SheetCell): SheetArea | "value" | null {
  if (input === null) return null;
  switch (input.kind) {
    case "number":
    case "text":
    case "boolean":
    case "sign":
    case "percent":
    case "binary":
      return "value";
    case "call":
      return VALUE_FUNCTIONS.has(input.name.toUpperCase()) ? "value" : null;
    case "range": {
      const { range } = input;
      const area = range.book === null ? areaOfRange(range, caller) : null;
      return area === null ? null : { sheet: range.sheet ?? caller.sheet, area };
    }
    case "name":
      return null;
  }
}

function sameOrigin(one: SheetArea | "value" | null, other: SheetArea | "value" | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
