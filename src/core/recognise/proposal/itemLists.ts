import type { Decimal } from "../../numbers/decimal";
import { plainText } from "../../numbers/readNumber";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { figureIn, ITEM_SCORE_HEADER, WEIGHT_HEADER, weightIn } from "../itemFigures";
import { createSheetView, isBlank, type SheetView } from "../sheetView";
import { SUMMARY_ROW } from "../vocabulary";

/** An item of a list that has a row for each, with what the list says it counts. */
export interface ListedItem {
  readonly name: string;
  /** As a fraction of 1. */
  readonly weight: Decimal | null;
  readonly fullMark: Decimal | null;
}

const ITEM_HEADER =
  /^(?:(?:考核|考评|评价|评估|绩效|评分|测评|关键|一级|二级|三级|具体|关键绩效)*(?:指标|项目|内容|要素|维度|事项|要点)(?:名称|内容)?|kpi|kpis?(?:指标|名称)?|指标\/项目|item|items|criteria|criterion|indicator|metric|objective|goal|category|competency)$/i;
const MARK_HEADER =
  /^(?:满分|满分值|标准分|标准分值|分值|基准分|应得分|配分|总分值|max|maximum|points?possible|fullmarks?)(?:\(分\))?$/i;

/**
 * The items of a form or a list that has a row for each: under a header that names an item column, a column of
 * weights or full marks and a column of scores. Null where a sheet holds no such list. A list that several units
 * stand in names each item once; null where their weights for one item differ, because no scheme has both.
 */
export function listedItems(sheet: SheetSnapshot): ListedItem[] | null {
  const view = createSheetView(sheet);
  for (let row = view.firstRow; row < view.endRow; row += 1) {
    const header = readHeader(view, row);
    if (header === null) continue;
    const items = itemsUnder(view, row, header);
    if (items === null || items.length > 0) return items;
  }
  return null;
}

interface ListHeader {
  readonly item: number;
  readonly weight: number | null;
  readonly mark: number | null;
}

/** Where several columns name items (一级指标, 二级指标), the one nearest to the weights is the one that is weighed. */
function readHeader(view: SheetView, row: number): ListHeader | null {
  const found = { items: [] as number[], weights: [] as number[], marks: [] as number[], scores: 0 };
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    const value = view.value(row, column);
    if (typeof value !== "string") continue;
    const text = plainText(value);
    if (ITEM_HEADER.test(text)) found.items.push(column);
    else if (WEIGHT_HEADER.test(text)) found.weights.push(column);
    else if (MARK_HEADER.test(text)) found.marks.push(column);
    else if (ITEM_SCORE_HEADER.test(text)) found.scores += 1;
  }
  const weight = found.weights.at(-1) ?? null;
  const mark = found.marks.at(-1) ?? null;
  const counts = weight ?? mark;
  if (counts === null || found.scores === 0) return null;
  const item = found.items.findLast((column) => column < counts) ?? found.items[0];
  return item === undefined ? null : { item, weight, mark };
}

function itemsUnder(view: SheetView, headerRow: number, header: ListHeader): ListedItem[] | null {
  const items = new Map<string, ListedItem>();
  for (let row = headerRow + 1; row < view.endRow; row += 1) {
    const name = view.text(row, header.item);
    if (view.merge(row, header.item) !== null && isBlank(view.value(row, header.item))) continue;
    if (name === "" || SUMMARY_ROW.test(name)) {
      if (items.size > 0 && isClosed(view, row, header)) break;
      continue;
    }
    const weight = header.weight === null ? null : weightIn(view.value(row, header.weight));
    const fullMark = header.mark === null ? null : figureIn(view.value(row, header.mark));
    if (weight === null && fullMark === null) continue;
    const known = items.get(name);
    if (known === undefined) items.set(name, { name, weight, fullMark });
    else if (!isSame(known.weight, weight) || !isSame(known.fullMark, fullMark)) return null;
  }
  return [...items.values()];
}

/** A list goes on after a subtotal; it ends at a row without anything in its columns. */
function isClosed(view: SheetView, row: number, { item, weight, mark }: ListHeader): boolean {
  return [item, weight, mark].every((column) => column === null || isBlank(view.shown(row, column)));
}

function isSame(left: Decimal | null, right: Decimal | null): boolean {
  return left?.units === right?.units && left?.places === right?.places;
}
