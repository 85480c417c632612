import type { CellPosition } from "../../src/core/workbook/address";
import type { MemorySheet } from "../../src/workbench/emulator/memorySheet";
import type { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";

/** Everything that a workbook of the emulator shows and hides, as one text: two that are alike have the same. */
export function stateOf(workbook: MemoryWorkbook): string {
  return JSON.stringify(workbook.sheets().map(sheetState));
}

/** The names of the sheets whose state differs, for a message. */
export function differences(one: string, other: string): string[] {
  const [left, right] = [one, other].map(
    (state) => new Map((JSON.parse(state) as SheetState[]).map((sheet) => [sheet.name, sheet])),
  );
  const names = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  return [...names].flatMap((name) => {
    const [before, after] = [left?.get(name), right?.get(name)];
    if (!before || !after) return [`${before ? "-" : "+"}${name}`];
    const fields = Object.keys(before) as (keyof SheetState)[];
    return fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => `${name}.${field}`);
  });
}

type SheetState = ReturnType<typeof sheetState>;

function sheetState(sheet: MemorySheet) {
  const area = sheet.usedArea(false) ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 };
  const rows = Array.from({ length: area.row + area.rowCount }, (_, row) => row);
  const columns = Array.from({ length: area.column + area.columnCount }, (_, column) => column);
  const everyCell = (look: (cell: CellPosition) => unknown) =>
    rows.map((row) => columns.map((column) => look({ row, column })));
  return {
    name: sheet.name(),
    visibility: sheet.visibility(),
    cells: sheet.read(area),
    numberFormats: sheet.numberFormats(area),
    styles: everyCell((cell) => shownStyle(sheet, cell)),
    borders: everyCell((cell) => sheet.bordersAt(cell)),
    links: everyCell((cell) => sheet.linkAt(cell)),
    heights: rows.map((row) => sheet.rowHeight(row)),
    widths: columns.map((column) => sheet.columnWidth(column)),
    merges: [...sheet.merges()].sort((one, other) => one.row - other.row || one.column - other.column),
    dropDowns: [...sheet.dropDowns()].sort((one, other) => one.area.row - other.area.row),
    hidden: [[...sheet.hiddenRows()], [...sheet.hiddenColumns()]],
    // No page breaks are as good as none ever set.
    page: Object.entries({ breaksBefore: [], ...sheet.page() }).sort(),
    frozen: sheet.frozen(),
    names: sheet.names(),
  };
}

/** A fill that was taken away is as good as none ever set. */
function shownStyle(sheet: MemorySheet, cell: CellPosition): unknown {
  return Object.entries(sheet.styleAt(cell))
    .filter(([field, value]) => field !== "fill" || value !== "")
    .sort();
}
