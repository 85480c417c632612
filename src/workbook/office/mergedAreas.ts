import type { Area } from "../../core/workbook/address";
import type { Step } from "./batches";
import { rangeOf } from "./pieces";
import { AREA_FIELDS, areaOf } from "./rangeArea";

/**
 * Excel fails where a range has more than 512 merged areas (documentation of `getMergedAreasOrNullObject`), and gives
 * those whose first cell lies in the range (issue 3611 of OfficeDev/office-js), which may reach out of it by its last
 * row and column. With that row and column a tile has at most this many cells, and two go into a merged area.
 */
const CELLS_PER_TILE = 1_024;
const WIDEST_TILE = 255;

const MERGE_FIELDS = AREA_FIELDS.split(",")
  .map((field) => `areas/items/${field}`)
  .join(",");
const BYTES_OF_TILE = 700;

/** Tiles that cover an area, each small enough to be asked for its merged areas. */
export function mergeTiles(area: Area): Area[] {
  const width = Math.min(area.columnCount, WIDEST_TILE);
  const height = Math.floor(CELLS_PER_TILE / (width + 1)) - 1;
  const tiles: Area[] = [];
  for (let top = 0; top < area.rowCount; top += height) {
    for (let left = 0; left < area.columnCount; left += width) {
      tiles.push({
        row: area.row + top,
        column: area.column + left,
        rowCount: Math.min(height, area.rowCount - top),
        columnCount: Math.min(width, area.columnCount - left),
      });
    }
  }
  return tiles;
}

/** A question for the merged areas of a sheet: the steps that ask, and what they bring once they are synced. */
export interface MergeQuestion {
  readonly steps: readonly Step[];
  readonly areas: () => readonly Area[];
}

/** How the merged areas of a sheet's cells are asked for. Excel empties the list of what can be undone when it is asked. */
export function askForMerges(sheet: Excel.Worksheet, extent: Area): MergeQuestion {
  const asked: Excel.RangeAreas[] = [];
  const steps = mergeTiles(extent).map((tile, index): Step => ({
    bytes: BYTES_OF_TILE,
    queue: () => {
      const merges = rangeOf(sheet, tile).getMergedAreasOrNullObject().untrack();
      merges.load(MERGE_FIELDS);
      // Asked again where an answer was lost.
      asked[index] = merges;
    },
  }));
  return {
    steps,
    areas: () => asked.flatMap((merges) => (merges.isNullObject ? [] : merges.areas.items.map(areaOf))),
  };
}
