import { createFinding } from "../../findings/createFinding";
import type { Finding } from "../../findings/finding";
import { decimalToNumber, equalDecimals, ZERO, type Decimal } from "../../numbers/decimal";
import { exactSum, narrow, type Addend } from "../../numbers/exactSum";
import { plainText } from "../../numbers/readNumber";
import type { Scheme } from "../../scheme/scheme";
import { formatWeight } from "../../scoring/explainTotal";
import type { CellPosition } from "../../workbook/address";
import type { TableBlock } from "../tables/tableBlock";
import { listExtent, nameAt } from "./pivotLongTable";
import { figureIn, weightIn } from "../../numbers/cellFigure";
import type { SheetView } from "../tables/sheetView";
import type { TableColumn } from "../columns/tableColumns";
import { createVirtualView } from "../tables/virtualView";
import { contains, names, type Concept } from "../../vocabulary/concepts";

/** The only component of a scheme whose units are scored on items with weights of their own. */
export const WEIGHED_TOTAL = "各项得分合计";

const ONE: Decimal = { units: 1, places: 0 };

/** A list of weighed items as a table of its units, and what stood in the way of some of them. */
export interface WeighedTable {
  readonly view: SheetView;
  readonly findings: readonly Finding[];
}

/**
 * Turns a list with a row per unit and item, in which every unit's items have weights of their own that sum to 1
 * (部门 | 指标 | 权重 | 得分), into a table with a row per unit: its scores times their weights, added up exactly, beside
 * the author's sum where a row of the unit states one. Every sum points at the unit's first score. Null when the
 * scheme is no such scheme or the table is no such list. A unit whose weights do not sum to 1 is a finding and, like
 * one that lacks a score, has no sum.
 */
export function weighRows(
  block: TableBlock,
  columns: readonly TableColumn[],
  scheme: Scheme,
): WeighedTable | null {
  const [only, ...others] = scheme.components;
  if (only?.name !== WEIGHED_TOTAL || others.length > 0) return null;
  const units = unitsOfList(block, columns);
  if (units === null) return null;
  const { sheet } = block.view;
  return {
    view: createVirtualView(
      sheet,
      [
        [null, null, null],
        ...units.map(({ unit, score, total, stated }) => [
          unit,
          total === null ? { ...score, text: "" } : { ...score, count: decimalToNumber(total) },
          stated,
        ]),
      ],
      ["单位", WEIGHED_TOTAL, "总分"],
      listExtent(block),
    ),
    findings: units.flatMap(({ name, weights, firstWeight }) =>
      weights === null || equalDecimals(weights, ONE)
        ? []
        : [
            createFinding(
              "unit-weights-sum",
              { sheet: sheet.name, cell: firstWeight },
              { unit: name, sum: formatWeight(weights) },
            ),
          ],
    ),
  };
}

/** Whether a table lists units with items whose weights are their own. */
export function listsOwnWeights(block: TableBlock, columns: readonly TableColumn[]): boolean {
  const units = unitsOfList(block, columns);
  return units !== null && units.filter(({ total }) => total !== null).length * 2 > units.length;
}

interface WeighedUnit {
  readonly name: string;
  readonly unit: CellPosition;
  /** The unit's first score and first weight. */
  readonly score: CellPosition;
  readonly firstWeight: CellPosition;
  /** What the weights sum to. */
  readonly weights: Decimal | null;
  readonly total: Decimal | null;
  /** Where the author's sum stands. */
  readonly stated: CellPosition | null;
}

function unitsOfList(block: TableBlock, columns: readonly TableColumn[]): WeighedUnit[] | null {
  const { view } = block;
  const headed = (concept: Concept) =>
    columns.findLast(({ header }) => names(header, concept))?.column ?? null;
  const weight = headed("weight");
  const score = headed("item-score");
  if (weight === null || score === null) return null;
  const share = columns.findLast(({ header }) => contains(header, "weighted-score"))?.column ?? score;
  const parts = [...unitRows(block, weight)];
  if (parts.length < 2 || !parts.some(([, { items }]) => items.length > 1)) return null;
  return parts.flatMap(([name, { items, sums }]): WeighedUnit[] => {
    const weighed = items.filter((row) => weightIn(view.value(row, weight)) !== null);
    const [first] = weighed;
    if (first === undefined) return [];
    const stated = sums.find((row) => figureIn(view.value(row, share)) !== null);
    return [
      {
        name,
        unit: view.position(items[0] ?? first, block.unitColumn),
        score: view.position(first, score),
        firstWeight: view.position(first, weight),
        stated: stated === undefined ? null : view.position(stated, share),
        ...weighedSum(view, weighed, weight, score),
      },
    ];
  });
}

interface UnitRows {
  readonly items: number[];
  /** Rows that sum up the unit's items. */
  readonly sums: number[];
}

/** The rows of each unit; its name may stand in the first of them only. */
function unitRows(block: TableBlock, weight: number): Map<string, UnitRows> {
  const parts = new Map<string, UnitRows>();
  let unit: UnitRows | null = null;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    if (isSum(block, row, weight)) {
      unit?.sums.push(row);
      continue;
    }
    const name = nameAt(block, row);
    if (name !== "") {
      unit = parts.get(name) ?? { items: [], sums: [] };
      parts.set(name, unit);
    }
    unit?.items.push(row);
  }
  return parts;
}

/** 小计 without a weight or with the whole of it; 合格率 with a weight is an item. */
function isSum({ view, firstColumn, endColumn }: TableBlock, row: number, weightColumn: number): boolean {
  const weight = weightIn(view.value(row, weightColumn));
  if (weight !== null && !equalDecimals(weight, ONE)) return false;
  for (let column = firstColumn; column < endColumn; column += 1) {
    const value = view.value(row, column);
    if (typeof value === "string" && names(plainText(value), "summary-row")) return true;
  }
  return false;
}

function weighedSum(
  view: SheetView,
  rows: readonly number[],
  weight: number,
  score: number,
): Pick<WeighedUnit, "weights" | "total"> {
  const products = rows.flatMap((row): Addend[] => {
    const factor = figureIn(view.value(row, score));
    const by = weightIn(view.value(row, weight));
    return factor === null || by === null ? [] : [{ factor, by }];
  });
  const weights = narrow(
    exactSum(rows.map((row) => ({ factor: weightIn(view.value(row, weight)) ?? ZERO }))),
  );
  const isWhole = weights !== null && equalDecimals(weights, ONE) && products.length === rows.length;
  return { weights, total: isWhole ? narrow(exactSum(products)) : null };
}
