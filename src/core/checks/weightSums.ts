import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { equalDecimals, type Decimal } from "../numbers/decimal";
import { exactSum, narrow } from "../numbers/exactSum";
import type { TableColumn } from "../recognise/columns/tableColumns";
import type { ReadTable } from "../recognise/tables/classifySheet";
import type { Component } from "../scheme/scheme";
import { formatWeight } from "../scoring/explainTotal";
import type { CheckSubject } from "./checkSubject";

const ONE: Decimal = { units: 1, places: 0 };

/** Weights that a table states for every component, in its headers or a row, and that do not sum to 100%. */
export function checkWeightSums({ recognition, ranking }: CheckSubject): Finding[] {
  return recognition.tables.flatMap((table) => weightSum(table, ranking.scheme.components));
}

function weightSum(table: ReadTable, components: readonly Component[]): Finding[] {
  const { block, columns } = table;
  const counted = components.map(({ id }) => columns.find(({ role }) => role === `component:${id}`));
  const stated = [...counted, ...leftOut(table)];
  const weights = stated.flatMap((column) => (column?.weight ? [{ factor: column.weight }] : []));
  const [first] = stated;
  if (weights.length < 2 || weights.length < components.length || !first) return [];
  const sum = narrow(exactSum(weights));
  if (sum === null || equalDecimals(sum, ONE)) return [];
  const place = {
    sheet: block.view.sheet.name,
    cell: block.view.position(block.headerRows[1], first.column),
  };
  return [createFinding("weights-sum", place, { sum: formatWeight(sum) })];
}

/** Columns like the parts of the total, with a weight of their own, that the total leaves out. */
function leftOut({ columns, reading }: ReadTable): TableColumn[] {
  const total = reading?.result?.total;
  const unused = reading?.facts.find(({ column }) => column === total)?.unused ?? [];
  return columns.filter(({ column, weight }) => weight !== null && unused.includes(column));
}
