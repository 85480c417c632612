import { describe, expect, test } from "@jest/globals";
import { writeXlsx } from "hucre";
import type { ActionContext } from "../../src/actions/action";
import { checkAction } from "../../src/actions/checkAction";
import { openSettlingAction } from "../../src/actions/openSettlingAction";
import { rankingAction } from "../../src/actions/rankingAction";
import { schemeSheetAction } from "../../src/actions/schemeSheetAction";
import { settleAction } from "../../src/actions/settleAction";
import { unsettleAction } from "../../src/actions/unsettleAction";
import { formatDecimal } from "../../src/core/numbers/decimal";
import { storedScheme } from "../../src/core/scheme/sheet/storedScheme";
import type { SettleAnswers } from "../../src/core/settle/answers";
import type { Snapshot } from "../../src/core/workbook/snapshot";
import { createTranslate } from "../../src/i18n";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";
import type { WorkbookPort } from "../../src/workbook/port";
import { NONSENSE, opened, withRoles } from "../core/settle/settling";

async function workbookOf(rows: readonly (readonly (string | number | null)[])[]): Promise<WorkbookPort> {
  const bytes = await writeXlsx({ sheets: [{ name: "表一", rows: rows.map((row) => [...row]) }] });
  const file = await openWorkbook(bytes, "表.xlsx");
  if (!file.ok) throw new Error(file.problem.code);
  return file.value;
}

const nonsense = () => workbookOf(NONSENSE as readonly (readonly (string | number | null)[])[]);

function contextOf(port: WorkbookPort): ActionContext {
  return { port, translate: createTranslate("zh-CN"), now: () => new Date(2026, 0, 8) };
}

async function snapshotOf(port: WorkbookPort): Promise<Snapshot> {
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

async function answersFor(port: WorkbookPort): Promise<SettleAnswers> {
  const output = await openSettlingAction.run(contextOf(port), null);
  if (output.status !== "done") throw new Error(output.status);
  return opened(output.output.workbook.snapshot);
}

async function rankingOf(port: WorkbookPort): Promise<string[]> {
  const result = await rankingAction.run(contextOf(port), { totals: "values" });
  if (result.status !== "done") throw new Error(result.status);
  return result.output.ranking.groups.flatMap(({ ranked }) =>
    ranked.map(({ rank, unit, total }) => `${String(rank)} ${unit.name} ${formatDecimal(total)}`),
  );
}

const WEIGHTS = new Map([
  [1, "60%"],
  [2, "30%"],
  [3, "10%"],
]);

describe("what the clerk settles", () => {
  test("is kept: every later run ranks by it", async () => {
    const port = await nonsense();
    expect((await checkAction.run(contextOf(port), {})).status).toBe("refused");
    const answers = {
      ...(await answersFor(port)),
      method: { by: "weighted", from: "typed", weights: WEIGHTS } as const,
    };
    const result = await settleAction.run(contextOf(port), { answers });
    expect(result.status).toBe("done");
    // 45+28.5+8.8, 48+27+7, 54+18+8.5, 36+21+6.55
    expect(await rankingOf(port)).toEqual(["1 南坡 82.3", "2 东湖 82", "3 西山 80.5", "4 北岭 63.55"]);
    expect(storedScheme(await snapshotOf(port))?.scheme?.components.map(({ name }) => name)).toEqual([
      "哇卡",
      "呜噗",
      "唏嗒",
    ]);
  });

  test("is taken back, and the workbook is as it was", async () => {
    const port = await nonsense();
    const before = (await snapshotOf(port)).sheets.map(({ name }) => name);
    await settleAction.run(contextOf(port), { answers: await answersFor(port) });
    await settleAction.run(contextOf(port), {
      answers: { ...(await answersFor(port)), method: { by: "mean" } },
    });
    await unsettleAction.run(contextOf(port), null);
    expect((await snapshotOf(port)).sheets.map(({ name }) => name)).toEqual(before);
    expect((await checkAction.run(contextOf(port), {})).status).toBe("refused");
  });

  test("gives way to the scheme that the office had on its sheet before", async () => {
    const port = await workbookOf([
      ["部门", "业绩（70%）", "态度（30%）"],
      ["销售部", 90, 80],
      ["财务部", 80, 95],
      ["研发部", 70, 99],
    ]);
    await schemeSheetAction.run(contextOf(port), { schemeFromHeaders: true });
    const scheme = storedScheme(await snapshotOf(port))?.scheme;
    const ranking = await rankingOf(port);
    const answers = withRoles(await answersFor(port), { 0: "unit", 1: "score", 2: "score" });
    await settleAction.run(contextOf(port), { answers: { ...answers, method: { by: "sum" } } });
    // 80+95, 90+80, 70+99
    expect(await rankingOf(port)).toEqual(["1 财务部 175", "2 销售部 170", "3 研发部 169"]);
    await unsettleAction.run(contextOf(port), null);
    expect(storedScheme(await snapshotOf(port))?.scheme).toEqual(scheme);
    expect(await rankingOf(port)).toEqual(ranking);
  });

  test("is refused in one sentence where it gives no ranking any more, or one of fewer units", async () => {
    const port = await nonsense();
    const answers = await answersFor(port);
    const text = await settleAction.run(contextOf(port), { answers: withRoles(answers, { 4: "score" }) });
    expect(text).toEqual({
      status: "refused",
      problem: {
        code: "settle-refused",
        detail: "“嘟呐”大多是文字（E3 是“甲”），不能当得分，请改选用途。",
      },
    });
    const fewer = await settleAction.run(contextOf(port), { answers, leastRanked: 5 });
    expect(fewer).toEqual({ status: "refused", problem: { code: "fewer-units", detail: "5 → 4" } });
    expect((await snapshotOf(port)).sheets).toHaveLength(1);
  });
});
