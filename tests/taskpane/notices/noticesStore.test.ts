import { describe, expect, test } from "@jest/globals";
import { approveRankingAction } from "../../../src/actions/approveRankingAction";
import { noticeOverviewAction } from "../../../src/actions/noticeOverviewAction";
import { noticesAction } from "../../../src/actions/noticesAction";
import { noticeSheetsAction } from "../../../src/actions/noticeSheetsAction";
import { removeNoticesAction } from "../../../src/actions/removeNoticesAction";
import { stampNoticesAction } from "../../../src/actions/stampNoticesAction";
import { createTranslate } from "../../../src/i18n";
import { approvalInput, noticesInput } from "../../../src/taskpane/notices/noticesInput";
import { tickedUnits } from "../../../src/taskpane/notices/noticesState";
import { createNoticesStore, type NoticesStore } from "../../../src/taskpane/notices/noticesStore";
import { INITIAL_STATE, type PaneSettings, type SchemeChoice } from "../../../src/taskpane/paneState";
import type { RoleCorrections } from "../../../src/core/recognise/columns/tableColumns";
import type { CellPosition } from "../../../src/core/workbook/address";
import type { PlannedValue } from "../../../src/core/workbook/plan";
import type { FileWorkbook } from "../../../src/workbook/file/fileWorkbook";
import { newWorkbook } from "../../../src/workbook/file/newWorkbook";
import type { VisibleWorkbookPort, WorkbookChange } from "../../../src/workbook/port";
import { clerksSheet, scoreFile } from "../../actions/notices/noticeRun";

/** A store over a file that stands for the open workbook, and the cells that it showed. */
function storeOver(
  file: FileWorkbook,
  chosen: Partial<PaneSettings> = {},
  remembered: RoleCorrections = new Map(),
) {
  const shown: [string, CellPosition][] = [];
  const listeners: ((change: WorkbookChange) => void)[] = [];
  const waiting: (() => void)[] = [];
  const port: VisibleWorkbookPort = {
    hasCustomFunctions: file.hasCustomFunctions,
    read: (watch) => file.read(watch),
    readFills: () => Promise.resolve({ ok: true, value: [] }),
    write: (plan, watch) => file.write(plan, watch),
    select(sheet, cell) {
      shown.push([sheet, cell]);
      return Promise.resolve({ ok: true, value: null });
    },
    activeCell: () => Promise.resolve({ ok: true, value: { sheet: "", row: 0, column: 0 } }),
    onChanged(listener) {
      listeners.push(listener);
      return Promise.resolve({ ok: true, value: () => Promise.resolve() });
    },
  };
  const store = createNoticesStore({
    loadWork: () =>
      Promise.resolve({
        overview: noticeOverviewAction,
        notices: noticesAction,
        sheets: noticeSheetsAction,
        approve: approveRankingAction,
        stamp: stampNoticesAction,
        remove: removeNoticesAction,
        noticesInput,
        approvalInput,
        memory: { recall: () => remembered, remember: () => undefined },
        port,
        translate: createTranslate("zh-CN"),
        insertName: () => Promise.resolve({ ok: true, value: { sheet: "", row: 0, column: 0 } }),
      }),
    now: () => new Date(2016, 0, 15),
    later(work) {
      waiting.push(work);
      return () => waiting.splice(waiting.indexOf(work), 1);
    },
    settings: () => ({ ...INITIAL_STATE.settings, ...chosen }),
  });
  return { store, shown, listeners, waiting };
}

const noticeSheets = (file: FileWorkbook) =>
  file.snapshot.sheets.flatMap(({ mark, name }) => (mark?.kind === "notice" ? [name] : []));

/** A file with one sheet of the clerk's own. */
async function fileOf(rows: readonly (readonly PlannedValue[])[]): Promise<FileWorkbook> {
  const made = await newWorkbook([clerksSheet("汇总", rows)], "成绩.xlsx");
  if (!made.ok) throw new Error(`The workbook could not be made: ${made.problem.code}.`);
  return made.value;
}

/** Ranked units of the first group, in rank order. */
const rankedOn = (store: NoticesStore) =>
  store.getState().overview?.ranking.groups[0]?.ranked.map(({ unit }) => unit.name);

describe("the figures of notices are those of the pane's ranking", () => {
  test("under a scheme that was made from the workbook's headers", async () => {
    const file = await fileOf([
      ["单位", "党建工作（40分）", "业务工作（60分）", "总分"],
      ["甲处", 38, 55, 93],
      ["乙处", 36, 58, 94],
      ["丙处", 35, 50, 85],
    ]);
    const { store } = storeOver(file, { scheme: "headers" });
    await store.open();
    // 36 + 58 = 94, 38 + 55 = 93, 35 + 50 = 85
    expect(rankedOn(store)).toEqual(["乙处", "甲处", "丙处"]);
  });

  test("and a reading that failed is over when another scheme lets the workbook be read", async () => {
    const file = await fileOf([
      ["部门", "党建工作（40分）", "业务工作（60分）", "总分"],
      ["甲处", 38, 55, 93],
      ["乙处", 36, 58, 94],
      ["丙处", 35, 50, 85],
    ]);
    const chosen: { scheme: SchemeChoice } = { scheme: "built-in" };
    const { store } = storeOver(file, chosen);
    await store.open();
    expect(store.getState().message).toMatchObject({ problem: { code: "nothing-recognised" } });
    chosen.scheme = "headers";
    await store.refresh();
    expect(rankedOn(store)).toEqual(["乙处", "甲处", "丙处"]);
    expect(store.getState().message).toBeNull();
  });

  test("with the roles that this machine remembers", async () => {
    const rows = [
      ["单位", "平时考核", "过程得分", "领导评价得分", "公众评议得分"],
      ["海城市政府", 90, 90, 90, 90],
    ];
    const { store } = storeOver(await fileOf(rows), {}, new Map([["平时考核", "component:result"]]));
    await store.open();
    expect(rankedOn(store)).toEqual(["海城市政府"]);
    const forgetful = storeOver(await fileOf(rows));
    await forgetful.store.open();
    expect(rankedOn(forgetful.store)).toEqual([]);
  });
});

describe("the notices' page", () => {
  test("proposes every ranked unit for feedback, nobody for praise", async () => {
    const { store } = storeOver(await scoreFile());
    await store.open();
    expect(store.getState().open).toBe(true);
    expect(tickedUnits(store.getState()).size).toBe(70);
    store.choose({ kind: "praise" });
    expect(tickedUnits(store.getState()).size).toBe(0);
  });

  test("previews one notice without writing, then makes those that are ticked and shows them", async () => {
    const file = await scoreFile();
    const { store } = storeOver(file);
    await store.open();
    store.choose({ units: new Map([["feedback", new Set(["市教育局", "市科技局"])]]) });
    await store.preview();
    expect(store.getState().preview?.unit).toBe("市教育局");
    expect(noticeSheets(file)).toEqual([]);
    await store.make();
    expect(noticeSheets(file)).toEqual(["反馈 市教育局", "反馈 市科技局"]);
    const { message, overview, run } = store.getState();
    expect(message).toMatchObject({ kind: "made" });
    expect(overview?.statuses).toHaveLength(2);
    expect(run).toBeNull();
  });

  test("asks for a date that is one, and for a whole approval, before it does anything", async () => {
    const file = await scoreFile();
    const { store } = storeOver(file);
    await store.open();
    store.choose({ date: "明天" });
    await store.make();
    expect(store.getState().message).toEqual({ kind: "bad-date", text: "明天" });
    store.choose({ approval: { by: "市政府", on: "2016-01-12", number: " " } });
    await store.approve();
    expect(store.getState().message).toEqual({ kind: "approval-incomplete" });
    expect(noticeSheets(file)).toEqual([]);
  });

  test("makes a final once the approval is recorded", async () => {
    const { store } = storeOver(await scoreFile());
    await store.open();
    store.choose({ kind: "bulletin", final: true });
    await store.make();
    expect(store.getState().overview?.statuses[0]?.notice.state).toBe("draft");
    store.choose({ approval: { by: "市政府", on: "2016年1月12日", number: "鞍政〔2016〕1号" } });
    await store.approve();
    expect(store.getState().overview?.approval?.by).toBe("市政府");
    await store.make();
    expect(store.getState().message).toMatchObject({ kind: "made" });
    expect(store.getState().overview?.statuses[0]?.notice.state).toBe("final");
  });

  test("makes a draft again when the figures have changed after the approval", async () => {
    const file = await scoreFile();
    const { store } = storeOver(file);
    await store.open();
    store.choose({ kind: "bulletin", final: true });
    store.choose({ approval: { by: "市政府", on: "2016年1月12日", number: "鞍政〔2016〕1号" } });
    await store.approve();
    const cell = { sheet: "2015年度汇总", row: 1, column: 2 };
    await file.write({ sheets: [], edits: [{ cell, expected: 95, value: 96 }], removals: [] });
    await store.refresh();
    expect(store.getState().overview?.approvalOutdated).toBe(true);
    await store.make();
    expect(store.getState().message).toMatchObject({ kind: "made" });
    expect(store.getState().overview?.statuses[0]?.notice.state).toBe("draft");
  });

  test("asks before many new sheets, makes them on one sheet, and takes all sheets away again", async () => {
    const file = await scoreFile();
    const { store } = storeOver(file);
    await store.open();
    await store.make();
    expect(store.getState().message).toEqual({ kind: "ask-sheets", count: 70 });
    expect(noticeSheets(file)).toEqual([]);
    await store.make("one-sheet");
    expect(noticeSheets(file)).toHaveLength(1);
    const { number } = store.getState().overview?.statuses[1]?.notice ?? {};
    await store.removeSheets();
    expect(store.getState().message).toEqual({ kind: "removed", count: 1 });
    expect(noticeSheets(file)).toEqual([]);
    await store.make("one-sheet");
    expect(store.getState().overview?.statuses[1]?.notice.number).toEqual(number);
  });

  test("leads from the preview of one unit to the next", async () => {
    const { store } = storeOver(await scoreFile());
    await store.open();
    await store.preview("市教育局");
    expect(store.getState().preview?.unit).toBe("市教育局");
    await store.preview("市科技局");
    expect(store.getState().preview?.unit).toBe("市科技局");
    store.closePreview();
    expect(store.getState().preview).toBeNull();
  });

  test("shows which notices their figures have left behind, and stamps them", async () => {
    const file = await scoreFile();
    const { store } = storeOver(file);
    await store.open();
    store.choose({ units: new Map([["feedback", new Set(["海城市政府"])]]) });
    await store.make();
    const cell = { sheet: "2015年度汇总", row: 1, column: 2 };
    await file.write({ sheets: [], edits: [{ cell, expected: 95, value: 96 }], removals: [] });
    await store.refresh();
    expect(store.getState().overview?.statuses.map(({ stale }) => stale)).toEqual([true]);
    await store.stamp();
    expect(store.getState().message).toEqual({ kind: "stamped", count: 1 });
    expect(store.getState().overview?.statuses[0]?.stamp).toContain("数据已变化");
  });

  test("looks at the workbook again when the clerk has stopped editing", async () => {
    const file = await scoreFile();
    const { store, listeners, waiting } = storeOver(file);
    await store.open();
    store.choose({ units: new Map([["feedback", new Set(["海城市政府"])]]) });
    await store.make();
    const cell = { sheet: "2015年度汇总", row: 1, column: 2 };
    await file.write({ sheets: [], edits: [{ cell, expected: 95, value: 96 }], removals: [] });
    const edited = { sheet: "2015年度汇总", address: "C2", byUs: false };
    for (const listener of listeners) listener(edited);
    for (const listener of listeners) listener({ ...edited, address: "C3" });
    expect(waiting).toHaveLength(1);
    const looked = new Promise<void>((resolve) => {
      store.subscribe(() => {
        if (store.getState().overview?.statuses[0]?.stale) resolve();
      });
    });
    waiting[0]?.();
    await looked;
    expect(store.getState().message).toMatchObject({ kind: "made" });
  });

  test("brings the template to the front for editing", async () => {
    const { store, shown } = storeOver(await scoreFile());
    await store.open();
    const kind = store.getState().overview?.kinds.find((one) => one.kind.id === "feedback")?.kind;
    if (!kind) throw new Error("There is a kind called feedback.");
    await store.openSheet({ of: "template", kind }, false);
    expect(shown).toEqual([["模板 反馈整改通知", { row: 0, column: 0 }]]);
    expect(store.getState().overview?.kinds.find((one) => one.kind === kind)?.templateSheet).toBe(
      "模板 反馈整改通知",
    );
  });

  test("a cancelled run says so and leaves nothing", async () => {
    const file = await scoreFile();
    const { store } = storeOver(file);
    await store.open();
    const end = store.subscribe(() => {
      if (store.getState().run?.task === "make") store.cancel();
    });
    await store.make("sheets");
    end();
    expect(store.getState().message).toEqual({ kind: "cancelled" });
    expect(noticeSheets(file)).toEqual([]);
  });
});
