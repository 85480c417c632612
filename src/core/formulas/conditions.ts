import type { Area } from "../workbook/address";
import { isCellError, type CellValue } from "../workbook/snapshot";
import type { FormulaNode } from "./formulaTree";

/** What the functions of this page need of a recalculation. */
export interface ConditionWork {
  value(node: FormulaNode): number | string | boolean | undefined;
  number(node: FormulaNode | null | undefined): number | undefined;
  range(node: FormulaNode | null | undefined): { sheet: string; area: Area } | null;
  /** The values of an area, row by row; undefined where it is too large or not there. */
  cells(sheet: string, area: Area): readonly CellValue[] | undefined;
}

type Inputs = readonly (FormulaNode | null)[];
type Test = (value: CellValue) => boolean | undefined;

/** COUNTIF and COUNTIFS: how many cells meet all criteria. */
export function countIf(work: ConditionWork, inputs: Inputs): number | undefined {
  return met(work, inputs)?.filter(Boolean).length;
}

/** SUMIF: the sum of the cells beside those that meet the criterion. */
export function sumIf(work: ConditionWork, [range, criterion, sums]: Inputs): number | undefined {
  const flags = met(work, [range ?? null, criterion ?? null]);
  const added = listOf(work, sums ?? range ?? null);
  if (flags?.length !== added?.length) return undefined;
  let sum = 0;
  for (const [index, flag] of (flags ?? []).entries()) {
    const value = added?.[index] ?? null;
    if (!flag || value === null) continue;
    if (isCellError(value)) return undefined;
    if (typeof value === "number") sum += value;
  }
  return sum;
}

/** VLOOKUP of an exact value (fourth argument 0 or FALSE); undefined for any other, and where nothing is found. */
export function lookUp(
  work: ConditionWork,
  [wanted, table, columnInput, nearInput]: Inputs,
): number | string | undefined {
  const place = work.range(table);
  const column = work.number(columnInput);
  const near = nearInput ? work.value(nearInput) : undefined;
  if (!wanted || !place || column === undefined || (near !== 0 && near !== false)) return undefined;
  const { sheet, area } = place;
  if (!Number.isInteger(column) || column < 1 || column > area.columnCount) return undefined;
  const row = positionOf(work.value(wanted), work.cells(sheet, { ...area, columnCount: 1 }));
  if (row === undefined) return undefined;
  const found = work.cells(sheet, {
    row: area.row + row,
    column: area.column + column - 1,
    rowCount: 1,
    columnCount: 1,
  });
  const value = found?.[0];
  if (value === null) return 0;
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}

function positionOf(
  wanted: ReturnType<ConditionWork["value"]>,
  column: readonly CellValue[] | undefined,
): number | undefined {
  if (column === undefined || (typeof wanted !== "number" && !isPlainText(wanted))) return undefined;
  const key = keyOf(wanted);
  const at = column.findIndex((value) => typeof value === typeof wanted && keyOf(value) === key);
  return at < 0 ? undefined : at;
}

/** Whether each place of the ranges meets its criteria; undefined where one can not be told. */
function met(work: ConditionWork, inputs: Inputs): boolean[] | undefined {
  let flags: boolean[] | undefined;
  for (let index = 0; index + 1 < inputs.length; index += 2) {
    const values = listOf(work, inputs[index] ?? null);
    const test = testOf(work, inputs[index + 1] ?? null);
    if (values === undefined || test === undefined || (flags && flags.length !== values.length))
      return undefined;
    const own: boolean[] = [];
    for (const value of values) {
      const answer = test(value);
      if (answer === undefined) return undefined;
      own.push(answer);
    }
    flags = flags ? flags.map((flag, at) => flag && own[at] === true) : own;
  }
  return flags;
}

function listOf(work: ConditionWork, node: FormulaNode | null): readonly CellValue[] | undefined {
  const place = work.range(node);
  return place === null ? undefined : work.cells(place.sheet, place.area);
}

const COMPARISON = /^(>=|<=|<>|[<>=])?(.*)$/s;

/** `">"&J5`, `">=90"`, `"第一组"`, a cell: the test that a criterion makes; undefined for blanks and wildcards. */
function testOf(work: ConditionWork, node: FormulaNode | null): Test | undefined {
  if (node === null) return undefined;
  if (node.kind === "binary" && node.operator === "&") {
    const sign = work.value(node.left);
    const operand = work.value(node.right);
    if (typeof sign !== "string" || typeof operand === "boolean" || operand === undefined) return undefined;
    return /^(?:>=|<=|<>|[<>=])$/.test(sign) ? comparing(sign, operand) : undefined;
  }
  const value = work.value(node);
  if (typeof value === "number") return comparing("=", value);
  if (typeof value !== "string") return undefined;
  const [, sign = "=", rest = ""] = COMPARISON.exec(value) ?? [];
  const number = rest.trim() === "" ? Number.NaN : Number(rest);
  return comparing(sign, Number.isNaN(number) ? rest : number);
}

function comparing(sign: string, operand: number | string): Test | undefined {
  if (typeof operand === "number") return (value) => compared(sign, value, operand);
  if ((sign !== "=" && sign !== "<>") || !isPlainText(operand)) return undefined;
  const key = keyOf(operand);
  return (value) => (typeof value === "string" && keyOf(value) === key) === (sign === "=");
}

/** Undefined where binary noise decides, and for a text that a criterion may take for the number. */
function compared(sign: string, value: CellValue, operand: number): boolean | undefined {
  if (typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value))) return undefined;
  if (typeof value !== "number") return sign === "<>";
  const distance = Math.abs(value - operand);
  if (distance > 0 && distance <= 1e-9 * Math.max(1, Math.abs(operand))) return undefined;
  switch (sign) {
    case ">":
      return value > operand;
    case "<":
      return value < operand;
    case ">=":
      return value >= operand;
    case "<=":
      return value <= operand;
    default:
      return (value === operand) === (sign === "=");
  }
}

function isPlainText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && !/[*?~]/.test(value);
}

/** Texts are equal whatever the case of their letters. */
function keyOf(value: CellValue | undefined): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}
