import type { Decimal } from "../../numbers/decimal";
import type { Steps } from "../../steps";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { figureIn, weightIn } from "../../numbers/cellFigure";
import { readItemHeader, type ItemHeader } from "../layouts/itemHeader";
import { createSheetView, isBlank, rowsInStep, type SheetView } from "../tables/sheetView";
import { names } from "../../vocabulary/concepts";

/** An item of a list that has a row for each, with what the list says it counts. */
export interface ListedItem {
  readonly name: string;
  /** As a fraction of 1. */
  readonly weight: Decimal | null;
  readonly fullMark: Decimal | null;
}

/**
 * The items of a form or a list that has a row for each: under a header that names an item column, a column of
 * weights or full marks and a column of scores. Null where a sheet holds no such list. A list that several units
 * stand in names each item once; null where their weights for one item differ, because no scheme has both.
 */
export function* listedItems(sheet: SheetSnapshot): Steps<ListedItem[] | null> {
  const view = createSheetView(sheet);
  const rowsAStep = rowsInStep(view);
  for (let row = view.firstRow; row < view.endRow; row += 1) {
    if ((row - view.firstRow) % rowsAStep === 0) yield;
    const header = readItemHeader(view, row);
    if (header === null) continue;
    const items = itemsUnder(view, row, header);
    if (items === null || items.length > 0) return items;
  }
  return null;
}

function itemsUnder(view: SheetView, headerRow: number, header: ItemHeader): ListedItem[] | null {
  const items = new Map<string, ListedItem>();
  for (let row = headerRow + 1; row < view.endRow; row += 1) {
    const name = view.text(row, header.item);
    if (view.merge(row, header.item) !== null && isBlank(view.value(row, header.item))) continue;
    if (name === "" || names(name, "summary-row")) {
      if (items.size > 0 && isClosed(view, row, header)) break;
      continue;
    }
    const weight = header.weight === null ? null : weightIn(view.value(row, header.weight));
    const fullMark = header.mark === null ? scaleOf(header) : figureIn(view.value(row, header.mark));
    if (weight === null && fullMark === null) continue;
    const known = items.get(name);
    if (known === undefined) items.set(name, { name, weight, fullMark });
    else if (!isSame(known.weight, weight) || !isSame(known.fullMark, fullMark)) return null;
  }
  return [...items.values()];
}

/** A list goes on after a subtotal; it ends at a row without anything in its columns. */
function isClosed(view: SheetView, row: number, { item, weight, mark }: ItemHeader): boolean {
  return [item, weight, mark].every((column) => column === null || isBlank(view.shown(row, column)));
}

function scaleOf({ scale }: ItemHeader): Decimal | null {
  return scale === null ? null : { units: scale, places: 0 };
}

function isSame(left: Decimal | null, right: Decimal | null): boolean {
  return left?.units === right?.units && left?.places === right?.places;
}
