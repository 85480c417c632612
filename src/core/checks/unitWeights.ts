import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { equalDecimals } from "../numbers/decimal";
import { plainText } from "../numbers/readNumber";
import type { ReadTable } from "../recognise/tables/classifySheet";
import { weightIn } from "../numbers/cellFigure";
import type { TableColumn } from "../recognise/columns/tableColumns";
import type { Component, Scheme } from "../scheme/scheme";
import { formatWeight } from "../scoring/explainTotal";
import type { CheckSubject } from "./checkSubject";
import { names } from "../vocabulary/concepts";

/**
 * Weights in columns of their own beside the scores (结果得分 | 权重 | 过程得分 | 权重): rows whose weight is not the
 * scheme's. A column that nowhere has the scheme's weight is one finding at its header.
 */
export function checkUnitWeights({ recognition, ranking }: CheckSubject): Finding[] {
  return recognition.tables.flatMap((table) =>
    weightColumns(table, ranking.scheme).flatMap(({ column, component }) =>
      weightsIn(table, column, component),
    ),
  );
}

interface WeightColumn {
  readonly column: TableColumn;
  readonly component: Component;
}

/** Columns headed 权重 right after a component's. */
function weightColumns({ columns }: ReadTable, scheme: Scheme): WeightColumn[] {
  return columns.flatMap((column, index): WeightColumn[] => {
    if (column.role !== "full-mark" || !names(plainText(column.path.at(-1) ?? ""), "weight")) return [];
    const role = columns[index - 1]?.role;
    const component = scheme.components.find(({ id }) => role === `component:${id}`);
    return component ? [{ column, component }] : [];
  });
}

function weightsIn({ block, rows }: ReadTable, { column, header }: TableColumn, component: Component) {
  const { view } = block;
  const stated = rows.flatMap(({ kind, row }) => {
    const weight = kind === "unit" ? weightIn(view.value(row, column)) : null;
    return weight === null ? [] : [{ row, weight }];
  });
  const other = stated.filter(({ weight }) => !equalDecimals(weight, component.weight));
  const [first] = other;
  if (!first) return [];
  const sheet = view.sheet.name;
  const named = { component: component.name, weight: formatWeight(component.weight) };
  if (other.length === stated.length && stated.length > 1) {
    const cell = view.position(block.headerRows[1], column);
    return [
      createFinding(
        "weight-differs",
        { sheet, cell },
        { ...named, header, stated: formatWeight(first.weight) },
      ),
    ];
  }
  return other.map(({ row, weight }) =>
    createFinding(
      "unit-weight-differs",
      { sheet, cell: view.position(row, column) },
      { ...named, unit: view.text(row, block.unitColumn), stated: formatWeight(weight) },
    ),
  );
}
