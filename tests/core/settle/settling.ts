import { formatDecimal } from "../../../src/core/numbers/decimal";
import { readWorkbook } from "../../../src/core/recognise/reading/readTables";
import type { SettleAnswers, SettledRole } from "../../../src/core/settle/answers";
import { likelyHeader, sheetChoices } from "../../../src/core/settle/candidates";
import type { Settled } from "../../../src/core/settle/faults";
import { settleInSteps, type Settlement } from "../../../src/core/settle/settle";
import { readTableAt } from "../../../src/core/settle/settleTable";
import { suggestAnswers } from "../../../src/core/settle/suggest";
import { finish } from "../../../src/core/steps";
import type { CellValue, Snapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** Headers that are no words of any language: 甲 is unit, the next three are scores, the last is a remark. */
export const NONSENSE: readonly (readonly CellValue[])[] = [
  ["乌鲁鲁季度登记"],
  ["咕噜", "哇卡", "呜噗", "唏嗒", "嘟呐"],
  ["东湖", 80, 90, 70, "甲"],
  ["西山", 90, 60, 85, "乙"],
  ["南坡", 75, 95, 88, "丙"],
  ["北岭", 60, 70, 65.5, "丁"],
];

/** What the helper opens with for a workbook. */
export function opened(snapshot: Snapshot): SettleAnswers {
  const workbook = readWorkbook(snapshot);
  const [sheet] = sheetChoices(workbook);
  const place = sheet && likelyHeader(sheet);
  if (!place) throw new Error("no sheet with figures");
  const reading = finish(readTableAt(workbook, place, { unitColumn: null, weightRow: null }));
  if (reading === null) throw new Error("no table at the likely header");
  return suggestAnswers(reading, place);
}

/** The answers with other roles for some columns. */
export function withRoles(
  answers: SettleAnswers,
  roles: Readonly<Record<number, SettledRole>>,
): SettleAnswers {
  const changed = Object.entries(roles).map(([column, role]) => [Number(column), role] as const);
  return { ...answers, roles: new Map([...answers.roles, ...changed]) };
}

export function settle(snapshot: Snapshot, answers: SettleAnswers): Settled<Settlement> {
  return finish(settleInSteps(readWorkbook(snapshot), answers, 2026));
}

/** Rank, unit and total of every unit that is ranked, group by group. */
export function places(outcome: Settled<Settlement>): string[] {
  if (!outcome.ok) throw new Error(outcome.fault.code);
  return outcome.value.ranking.groups.flatMap(({ ranked }) =>
    ranked.map(({ rank, unit, total }) => `${String(rank)} ${unit.name} ${formatDecimal(total)}`),
  );
}

export function workbookWith(rows: readonly (readonly CellValue[])[]): Snapshot {
  return workbookOf(sheetOf("表一", rows));
}
