import type { PlannedValue, SheetPlan } from "../../../src/core/workbook/plan";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { SCORE_HEADER } from "../../scoreHeader";

/** A workbook with one table of so many made-up units, as an office has it. */
export function workbookOfUnits(count: number): MemoryWorkbook {
  const workbook = new MemoryWorkbook(["汇总", "说明"]);
  const [summary, notes] = workbook.sheets();
  const rows = [
    ["序号", ...SCORE_HEADER],
    ...Array.from({ length: count }, (_, index) => [
      index + 1,
      `第${String(1 + Math.floor(index / 60))}组`,
      `编造的单位${String(index + 1)}`,
      80 + (index % 20),
      70 + (index % 30) / 4,
      90.25,
      85.5,
      index % 3,
      null,
      null,
      null,
    ]),
  ];
  summary?.write({ row: 0, column: 0, rowCount: rows.length, columnCount: 11 }, rows);
  notes?.write({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, [["数字都是编造的"]]);
  return workbook;
}

/** A ranking sheet of so many made-up units, with a table and a title for each group of sixty. */
export function rankingOfUnits(count: number): SheetPlan {
  const cells: PlannedValue[][] = [];
  const styles: SheetPlan["styles"][number][] = [];
  const merges: SheetPlan["merges"][number][] = [];
  for (let unit = 0; unit < count; unit++) {
    if (unit % 60 === 0) {
      merges.push({ row: cells.length, column: 0, rowCount: 1, columnCount: 9 });
      cells.push([`第${String(1 + unit / 60)}组`, ...Array.from({ length: 8 }, () => null)]);
      styles.push({
        area: { row: cells.length, column: 0, rowCount: Math.min(60, count - unit), columnCount: 9 },
        style: { borders: "thin", vertical: "center", numberFormat: "0.00" },
      });
    }
    const row = cells.length + 1;
    cells.push([
      (unit % 60) + 1,
      `编造的单位${String(unit + 1)}`,
      80 + (unit % 20),
      75.5,
      90.25,
      85.5,
      1,
      0,
      {
        formula: `=PERF.TOTAL(C${String(row)},D${String(row)},E${String(row)},F${String(row)},G${String(row)},H${String(row)})`,
        value: 81,
      },
    ]);
  }
  return {
    name: "排名 2015年度",
    mark: { kind: "ranking", key: "2015-annual" },
    visibility: "visible",
    cells,
    styles,
    merges,
    columnWidths: [6, 24, 10, 10, 10, 10, 8, 8, 10],
    rowHeights: new Map(),
    links: [],
    page: {
      paper: "a4",
      orientation: "portrait",
      margins: { top: 20, bottom: 15, left: 10, right: 10, header: 8, footer: 8 },
      fitWidth: true,
      repeatRows: [0, 0],
    },
    frozenRows: 1,
    activate: true,
  };
}
