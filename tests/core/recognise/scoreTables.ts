import { formatFixed } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { recognise, type Recognition } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { Period } from "../../../src/core/scheme/period";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { cellAddress } from "../../../src/core/workbook/address";
import type { CellValue, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { workbookOf } from "../sheets";

/** Made-up figures for the seven units of groups 1 and 2, as rows of 单位, 结果, 过程, 领导, 公众, 加分, 扣分. */
export const first: CellValue[][] = [
  ["海城市政府", 92.5, 88, 90, 85.25, 2, 1],
  ["台安县政府", 91.5, 88, 90, 85, null, null],
  ["岫岩县政府", 90, 95, 85, 80, 1, null],
];
export const second: CellValue[][] = [
  ["铁东区政府", 80, 90, 85, 80, null, null],
  ["铁西区政府", 81, 90, 85, 80, null, null],
  ["立山区政府", 82, 90, 85, 80, null, null],
  ["千山区政府", 83, 90, 85, 80, null, null],
];
export const header = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分", "加分", "扣分"];

/** One row of figures, counted from 0. */
export function rowOf(rows: readonly CellValue[][], index: number): CellValue[] {
  const row = rows[index];
  if (!row) throw new Error(`no row ${String(index)}`);
  return row;
}

/** What is recognised in a workbook with these sheets, which must be something. */
export function read(
  sheets: readonly SheetSnapshot[],
  scheme: Scheme = anshan2015,
  period?: Period,
): Recognition {
  const recognition = recognise(workbookOf(...sheets), scheme, {
    defaultYear: 2015,
    ...(period ? { period } : {}),
  });
  if (!recognition) throw new Error("nothing was recognised");
  return recognition;
}

/** `组 名次 单位 总成绩` of every ranked unit. */
export function ranks(recognition: Recognition, scheme: Scheme = anshan2015): string[] {
  return rankAssessment(scheme, recognition.assessment).groups.flatMap(({ name, ranked }) =>
    ranked.map(({ rank, unit, total }) => `${name} ${String(rank)} ${unit.name} ${formatFixed(total, 2)}`),
  );
}

/** `code cell` of every finding about a cell. */
export function marks(recognition: Recognition): string[] {
  return recognition.findings.flatMap(({ code, cell }) => (cell ? [`${code} ${cellAddress(cell)}`] : []));
}

// 92.5×0.55+88×0.3+90×0.1+85.25×0.05+2−1 = 50.875+26.4+9+4.2625+1 = 91.5375
// 91.5×0.55+26.4+9+85×0.05 = 50.325+26.4+9+4.25 = 89.975; 90×0.55+95×0.3+8.5+4+1 = 49.5+28.5+13.5 = 91.5
export const firstRanks = [
  "第一组 1 海城市政府 91.54",
  "第一组 2 岫岩县政府 91.50",
  "第一组 3 台安县政府 89.98",
];
// 80×0.55+27+8.5+4 = 83.5; each further point of 结果 adds 0.55.
export const secondRanks = [
  "第二组 1 千山区政府 85.15",
  "第二组 2 立山区政府 84.60",
  "第二组 3 铁西区政府 84.05",
  "第二组 4 铁东区政府 83.50",
];
