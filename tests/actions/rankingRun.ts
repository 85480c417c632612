import { writeXlsx } from "hucre";
import type { ActionContext } from "../../src/actions/action";
import type { Snapshot } from "../../src/core/workbook/snapshot";
import { createTranslate } from "../../src/i18n";
import type { FileWorkbook } from "../../src/workbook/file/fileWorkbook";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";

/** Made-up figures of the three units of group 1. */
export const scores = [
  ["2015年度考评成绩"],
  ["单位", "结果得分", "过程得分", "领导评价", "公众评议", "加分", "扣分"],
  ["海城市", 92.5, 88, 90, 85.25, 2, 1],
  ["台安县", 91.5, 88, 90, 85, null, null],
  ["岫岩县", 90, 95, 85, 80, 1, null],
];

export async function workbookOf(
  rows: (string | number | null)[][],
  ...more: string[]
): Promise<FileWorkbook> {
  const sheets = [{ name: "汇总", rows }, ...more.map((name) => ({ name, rows: [["办公室自己的内容"]] }))];
  const opened = await openWorkbook(await writeXlsx({ sheets }), "成绩.xlsx");
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

export function contextOf(port: FileWorkbook, changes: Partial<ActionContext> = {}): ActionContext {
  return { port, translate: createTranslate("zh-CN"), now: () => new Date(2016, 0, 8, 9, 30), ...changes };
}

export async function snapshotOf(port: FileWorkbook): Promise<Snapshot> {
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}
