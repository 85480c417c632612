import type { Decimal } from "../../numbers/decimal";
import { decimalOfNumber } from "../../numbers/decimal";
import { plainText, readNumber } from "../../numbers/readNumber";
import type { TableBlock } from "./findTables";
import { isBlank } from "./sheetView";
import type { TableColumn } from "../columns/tableColumns";
import type { TableRow } from "./tableRows";

const WEIGHT_LABEL = /权重|比重|占比|权数|^weight/i;

/** Adds the full marks and weights that rows of their own state to the columns that do not state them in the header. */
export function applyMarkRows(
  block: TableBlock,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): TableColumn[] {
  return rows
    .filter(({ kind }) => kind === "marks")
    .reduce<TableColumn[]>(
      (known, { row }) => {
        const weights = isWeightRow(block, known, row);
        return known.map((column) => {
          const number = numberAt(block, row, column.column);
          if (number === null || !/^(component|unknown)/.test(column.role)) return column;
          return weights
            ? { ...column, weight: column.weight ?? asFraction(number) }
            : { ...column, fullMark: column.fullMark ?? number };
        });
      },
      [...columns],
    );
}

/** Weights by the row's label; without one, by its numbers summing to 1. */
function isWeightRow(block: TableBlock, columns: readonly TableColumn[], row: number): boolean {
  for (let column = block.firstColumn; column <= block.unitColumn; column += 1) {
    const shown = block.view.shown(row, column);
    if (typeof shown === "string" && !isBlank(shown)) return WEIGHT_LABEL.test(plainText(shown));
  }
  const numbers = columns
    .filter(({ role }) => role.startsWith("component:"))
    .map(({ column }) => block.view.value(row, column))
    .filter((value) => typeof value === "number");
  return numbers.every((number) => number <= 1);
}

function numberAt(block: TableBlock, row: number, column: number): Decimal | null {
  const value = block.view.value(row, column);
  if (typeof value === "number") return decimalOfNumber(value);
  if (typeof value !== "string") return null;
  const reading = readNumber(value);
  if (reading.kind !== "number") return null;
  return reading.oddities.includes("percent")
    ? { units: reading.value.units, places: reading.value.places + 2 }
    : reading.value;
}

/** 55 and 0.55 as weights are the same: what is above 1 is percent. */
function asFraction(number: Decimal): Decimal {
  return number.units > 10 ** number.places ? { units: number.units, places: number.places + 2 } : number;
}
