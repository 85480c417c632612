import type { CellValue } from "../../../src/core/workbook/snapshot";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";

/** Five made-up items with their weights in per cent. */
const ITEMS: readonly (readonly [name: string, weight: number])[] = [
  ["安全生产", 30],
  ["环境保护", 20],
  ["经济发展", 20],
  ["社会治理", 20],
  ["民生改善", 10],
];
const GROUPS = 5;

/** Name of the one sheet. */
export const SCORES = "2024年度汇总";

/**
 * The workbook of an office with so many made-up units in five groups, with five items whose weights are in the header.
 * Every `faulty`-th unit's first figure is above what can be reached, which a check finds.
 */
export function officeOfUnits(count: number, { faulty = 0 } = {}): MemoryWorkbook {
  const workbook = new MemoryWorkbook([SCORES]);
  const header = ITEMS.map(([name, weight]) => `${name}（${String(weight)}%）`);
  const rows: CellValue[][] = [["序号", "组别", "单位", ...header, "加分", "扣分"]];
  for (let unit = 0; unit < count; unit++) {
    const scores = ITEMS.map((_, item) => 60 + ((unit * (7 + item * 3) + item * 13) % 4_000) / 100);
    const isFaulty = faulty > 0 && unit % faulty === 0;
    const [first = 0, ...others] = scores;
    rows.push([
      unit + 1,
      `第${String(1 + (unit % GROUPS))}组`,
      `编造单位${String(unit + 1)}`,
      isFaulty ? first + 100 : first,
      ...others,
      unit % 3,
      unit % 5 === 0 ? 1 : 0,
    ]);
  }
  const area = { row: 0, column: 0, rowCount: rows.length, columnCount: header.length + 5 };
  workbook.sheets()[0]?.write(area, rows);
  return workbook;
}
