import { describe, expect, test } from "@jest/globals";
import type { ActionContext, ActionResult } from "../../src/actions/action";
import type { CheckInput, CheckOutput } from "../../src/actions/checkAction";
import type { RankingInput, RankingOutput } from "../../src/actions/rankingAction";
import { periodOf } from "../../src/core/scheme/period";
import type { SheetCell } from "../../src/core/workbook/address";
import { createTranslate } from "../../src/i18n";
import type { PaneStore, PaneWork } from "../../src/taskpane/store";
import { createPaneStore } from "../../src/taskpane/store";
import type { VisibleWorkbookPort } from "../../src/workbook/port";
import { checkOutput, rankingOutput } from "./reports";

type CheckRun = (context: ActionContext, input: CheckInput) => Promise<ActionResult<CheckOutput>>;
type RankingRun = (context: ActionContext, input: RankingInput) => Promise<ActionResult<RankingOutput>>;

/** A port that only selects: it has one sheet, 汇总, and remembers what was selected. */
function selectingPort(selected: SheetCell[]): VisibleWorkbookPort {
  const refuse = () => Promise.reject(new Error("the store itself never reads or writes"));
  return {
    hasCustomFunctions: true,
    read: refuse,
    readFills: refuse,
    onChanged: refuse,
    write: refuse,
    select(sheet, cell) {
      if (sheet !== "汇总") {
        return Promise.resolve({ ok: false, problem: { code: "no-such-sheet", detail: sheet } });
      }
      selected.push({ sheet, row: cell.row, column: cell.column });
      return Promise.resolve({ ok: true, value: null });
    },
  };
}

interface Runs {
  readonly check?: CheckRun;
  readonly ranking?: RankingRun;
  readonly selected?: SheetCell[];
}

function storeWith(runs: Runs): PaneStore {
  const work: PaneWork = {
    check: {
      id: "check",
      label: "action.check",
      run: runs.check ?? (() => Promise.resolve({ status: "done", output: checkOutput() })),
    },
    ranking: {
      id: "rank",
      label: "action.rank",
      run: runs.ranking ?? (() => Promise.resolve({ status: "done", output: rankingOutput() })),
    },
    port: selectingPort(runs.selected ?? []),
    translate: createTranslate("zh-CN"),
  };
  return createPaneStore({ loadWork: () => Promise.resolve(work), now: () => new Date(2015, 11, 31) });
}

/** An action that goes on until it is cancelled. */
const untilCancelled: RankingRun = ({ signal }) =>
  new Promise((resolve) => {
    signal?.addEventListener("abort", () => {
      resolve({ status: "cancelled" });
    });
  });

describe("the pane's store", () => {
  test("a check ends with its report", async () => {
    const store = storeWith({});
    await store.check();
    expect(store.getState().phase).toMatchObject({ kind: "reported", report: { kind: "checked" } });
  });

  test("listeners hear of every step, in order, and no more once they have left", async () => {
    const store = storeWith({
      ranking: ({ onProgress }) => {
        onProgress?.("reading", 0.1);
        onProgress?.("writing", 0.9);
        return Promise.resolve({ status: "done", output: rankingOutput() });
      },
    });
    const heard: string[] = [];
    const leave = store.subscribe(() => {
      const { phase } = store.getState();
      heard.push(phase.kind === "running" ? (phase.progress?.step ?? "starting") : phase.kind);
    });
    await store.generateRanking();
    expect(heard).toEqual(["starting", "reading", "writing", "reported"]);
    leave();
    await store.check();
    expect(heard).toHaveLength(4);
  });

  test("the clerk's settings go into the run; the recognised period is left to the action", async () => {
    const inputs: RankingInput[] = [];
    const store = storeWith({
      ranking: (_context, input) => {
        inputs.push(input);
        return Promise.resolve({ status: "done", output: rankingOutput() });
      },
    });
    await store.generateRanking();
    const period = periodOf(2015, "quarter", 3);
    store.changeSettings({ period, totals: "values" });
    await store.generateRanking();
    expect(inputs).toEqual([{ totals: "formula" }, { period, totals: "values" }]);
  });

  test("cancel ends the run, and the next one starts fresh", async () => {
    const store = storeWith({ ranking: untilCancelled });
    const run = store.generateRanking();
    await Promise.resolve();
    store.cancel();
    expect(store.getState().phase).toMatchObject({ kind: "running", cancelling: true });
    await run;
    expect(store.getState().phase).toMatchObject({ kind: "cancelled", task: "ranking" });
    await store.check();
    expect(store.getState().phase.kind).toBe("reported");
  });

  test("while a run is on, another one is not started", async () => {
    let checks = 0;
    const store = storeWith({
      ranking: untilCancelled,
      check: () => {
        checks += 1;
        return Promise.resolve({ status: "done", output: checkOutput() });
      },
    });
    const run = store.generateRanking();
    await store.check();
    store.cancel();
    await run;
    expect(checks).toBe(0);
  });

  test("a refusal says why", async () => {
    const problem = { code: "sheet-protected", detail: "排名" } as const;
    const store = storeWith({ ranking: () => Promise.resolve({ status: "refused", problem }) });
    await store.generateRanking();
    expect(store.getState().phase).toEqual({ kind: "refused", task: "ranking", problem, report: null });
  });

  test("a bug is shown to the clerk and thrown on, and does not leave the pane running", async () => {
    const store = storeWith({ check: () => Promise.reject(new Error("made up")) });
    await expect(store.check()).rejects.toThrow("made up");
    expect(store.getState().phase).toMatchObject({ kind: "failed", message: "made up" });
    await store.generateRanking();
    expect(store.getState().phase.kind).toBe("reported");
  });

  test("a click selects its cell; a sheet that is gone is reported", async () => {
    const selected: SheetCell[] = [];
    const store = storeWith({ selected });
    await store.select("汇总", { row: 6, column: 8 });
    expect(selected).toEqual([{ sheet: "汇总", row: 6, column: 8 }]);
    await store.select("已删除", { row: 0, column: 0 });
    expect(store.getState().selectionProblem).toEqual({ code: "no-such-sheet", detail: "已删除" });
  });
});
