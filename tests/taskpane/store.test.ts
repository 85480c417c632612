import { describe, expect, test } from "@jest/globals";
import type { ActionContext, ActionResult } from "../../src/actions/action";
import type { CheckInput, CheckOutput } from "../../src/actions/checkAction";
import type { RankingInput, RankingOutput } from "../../src/actions/rankingAction";
import { periodOf } from "../../src/core/scheme/period";
import type { SheetCell } from "../../src/core/workbook/address";
import type { PaneActions } from "../../src/taskpane/runTask";
import type { PaneStore } from "../../src/taskpane/store";
import { reportOf } from "../../src/taskpane/paneState";
import { createPaneStore } from "../../src/taskpane/store";
import type { WorkbookChange } from "../../src/workbook/port";
import { paneWork } from "./paneWork";
import { checkOutput, finding, rankingOutput, table } from "./reports";
import { Timers } from "./timers";

type CheckRun = (context: ActionContext, input: CheckInput) => Promise<ActionResult<CheckOutput>>;
type RankingRun = (context: ActionContext, input: RankingInput) => Promise<ActionResult<RankingOutput>>;

interface Runs {
  readonly check?: CheckRun;
  readonly ranking?: RankingRun;
  readonly unmark?: PaneActions["unmarkFindings"]["run"];
  readonly selected?: SheetCell[];
  readonly timers?: Timers;
}

function storeWith(runs: Runs): PaneStore & { readonly edit: (sheet: string, byUs?: boolean) => void } {
  const { selected = [], timers = new Timers() } = runs;
  const listeners: ((change: WorkbookChange) => void)[] = [];
  const work = paneWork(
    {
      check: runs.check ?? (() => Promise.resolve({ status: "done", output: checkOutput() })),
      ranking: runs.ranking ?? (() => Promise.resolve({ status: "done", output: rankingOutput() })),
      ...(runs.unmark ? { unmarkFindings: runs.unmark } : {}),
    },
    {
      select(sheet, cell) {
        if (sheet !== "汇总") {
          return Promise.resolve({ ok: false, problem: { code: "no-such-sheet", detail: sheet } });
        }
        selected.push({ sheet, row: cell.row, column: cell.column });
        return Promise.resolve({ ok: true, value: null });
      },
      onChanged(listener) {
        listeners.push(listener);
        return Promise.resolve({ ok: true, value: () => Promise.resolve() });
      },
    },
  );
  const store = createPaneStore({
    lookForRankings: () => Promise.resolve([]),
    loadWork: () => Promise.resolve(work),
    now: () => new Date(2015, 11, 31),
    later: timers.later,
  });
  return {
    ...store,
    edit(sheet, byUs = false) {
      for (const listener of listeners) listener({ sheet, address: "D5", byUs });
    },
  };
}

/** An action that goes on until it is cancelled. */
const untilCancelled: RankingRun = ({ signal }) =>
  new Promise((resolve) => {
    const end = () => {
      resolve({ status: "cancelled" });
    };
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end);
  });

describe("the pane's store", () => {
  test("a check ends with its report", async () => {
    const store = storeWith({});
    await store.start({ task: "check" });
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
    await store.start({ task: "ranking" });
    expect(heard).toEqual(["starting", "reading", "writing", "reported"]);
    leave();
    await store.start({ task: "check" });
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
    await store.start({ task: "ranking" });
    const period = periodOf(2015, "quarter", 3);
    store.changeSettings({ period, totals: "values" });
    await store.start({ task: "ranking" });
    store.changeSettings({ period: null, scheme: "headers" });
    await store.start({ task: "ranking" });
    store.changeSettings({ scheme: "built-in" });
    await store.start({ task: "ranking" });
    const chosen = inputs.map(({ period: given, totals, schemeFromHeaders, builtInScheme }) => ({
      given,
      totals,
      schemeFromHeaders,
      builtInScheme,
    }));
    expect(chosen).toEqual([
      { totals: "formula" },
      { given: period, totals: "values" },
      { totals: "values", schemeFromHeaders: true },
      { totals: "values", builtInScheme: true },
    ]);
  });

  test("cancel ends the run, and the next one starts fresh", async () => {
    const store = storeWith({ ranking: untilCancelled });
    const run = store.start({ task: "ranking" });
    await Promise.resolve();
    store.cancel();
    expect(store.getState().phase).toMatchObject({ kind: "running", cancelling: true });
    await run;
    expect(store.getState().phase).toMatchObject({ kind: "cancelled", task: "ranking" });
    await store.start({ task: "check" });
    expect(store.getState().phase.kind).toBe("reported");
  });

  test("while a run is on, another one is not started, and the clerk is told so", async () => {
    let checks = 0;
    const store = storeWith({
      ranking: untilCancelled,
      check: () => {
        checks += 1;
        return Promise.resolve({ status: "done", output: checkOutput() });
      },
    });
    const run = store.start({ task: "ranking" });
    expect(store.getState().phase).toMatchObject({ kind: "running", pressed: null });
    await store.start({ task: "check" });
    expect(store.getState().phase).toMatchObject({ kind: "running", task: "ranking", pressed: "check" });
    store.cancel();
    await run;
    expect(checks).toBe(0);
  });

  test("a press just after a run has ended begins the next one", async () => {
    const store = storeWith({});
    let next = Promise.resolve();
    let hasPressed = false;
    store.subscribe(() => {
      if (hasPressed || store.getState().phase.kind !== "reported") return;
      hasPressed = true;
      next = store.start({ task: "ranking" });
    });
    await store.start({ task: "check" });
    await next;
    expect(store.getState().phase).toMatchObject({ kind: "reported", report: { kind: "ranked" } });
  });

  test("a refusal says why", async () => {
    const problem = { code: "sheet-protected", detail: "排名" } as const;
    const store = storeWith({ ranking: () => Promise.resolve({ status: "refused", problem }) });
    await store.start({ task: "ranking" });
    expect(store.getState().phase).toEqual({ kind: "refused", task: "ranking", problem, report: null });
  });

  test("a bug is shown to the clerk and thrown on, and does not leave the pane running", async () => {
    const store = storeWith({ check: () => Promise.reject(new Error("made up")) });
    await expect(store.start({ task: "check" })).rejects.toThrow("made up");
    expect(store.getState().phase).toMatchObject({ kind: "failed", message: "made up" });
    await store.start({ task: "ranking" });
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

describe("edits after a check", () => {
  const blank = finding("component-missing", "error", 4);
  const withBlank = checkOutput([], [table("汇总", "scores", 3), table("排名", "own-report", 0)], [blank]);
  const findingsOf = (store: PaneStore) => reportOf(store.getState().phase)?.output.findings;

  /** A check that finds a blank the first time, and nothing from then on. */
  function checkThatChanges(): { readonly run: CheckRun; readonly count: () => number } {
    let count = 0;
    return {
      run: () => {
        count += 1;
        return Promise.resolve({ status: "done", output: count === 1 ? withBlank : checkOutput() });
      },
      count: () => count,
    };
  }

  test("are checked once after a pause, and the report says when", async () => {
    const timers = new Timers();
    const check = checkThatChanges();
    const store = storeWith({ check: check.run, timers });
    await store.start({ task: "check" });
    expect(findingsOf(store)).toEqual([blank]);
    store.edit("汇总");
    store.edit("汇总");
    expect(check.count()).toBe(1);
    await timers.elapse();
    expect(check.count()).toBe(2);
    expect(store.getState().phase.kind).toBe("reported");
    expect(findingsOf(store)).toEqual([]);
    expect(store.getState().freshness).toEqual({ kind: "updated", at: new Date(2015, 11, 31) });
  });

  test("of our own, and on our own sheets, are not checked", async () => {
    const timers = new Timers();
    const check = checkThatChanges();
    const store = storeWith({ check: check.run, timers });
    await store.start({ task: "check" });
    store.edit("汇总", true);
    store.edit("排名");
    await timers.elapse();
    expect(check.count()).toBe(1);
  });

  test("that overtake a check drop its result", async () => {
    const timers = new Timers();
    const releases: (() => void)[] = [];
    let count = 0;
    const store = storeWith({
      timers,
      check: ({ signal }) => {
        count += 1;
        if (count !== 2) return Promise.resolve({ status: "done", output: withBlank });
        return new Promise((resolve) => {
          releases.push(() => {
            resolve({ status: "done", output: checkOutput() });
          });
          expect(signal?.aborted).toBe(false);
        });
      },
    });
    await store.start({ task: "check" });
    store.edit("汇总");
    await timers.elapse();
    store.edit("汇总");
    for (const release of releases) release();
    await timers.settle();
    expect(findingsOf(store)).toEqual([blank]);
    expect(store.getState().freshness.kind).toBe("as-reported");
    await timers.elapse();
    expect(count).toBe(3);
  });

  test("that cannot be checked leave the report and say why", async () => {
    const timers = new Timers();
    const problem = { code: "nothing-recognised", detail: "汇总" } as const;
    let count = 0;
    const store = storeWith({
      timers,
      check: () => {
        count += 1;
        return Promise.resolve(
          count === 1 ? { status: "done", output: withBlank } : { status: "refused", problem },
        );
      },
    });
    await store.start({ task: "check" });
    store.edit("汇总");
    await timers.elapse();
    expect(findingsOf(store)).toEqual([blank]);
    expect(store.getState().freshness).toEqual({ kind: "behind", problem });
  });

  test("while a cell is being edited the check waits and tries again", async () => {
    const timers = new Timers();
    let count = 0;
    const store = storeWith({
      timers,
      check: () => {
        count += 1;
        return Promise.resolve(
          count === 2
            ? { status: "refused", problem: { code: "editing-cell", detail: "" } }
            : { status: "done", output: checkOutput() },
        );
      },
    });
    await store.start({ task: "check" });
    store.edit("汇总");
    await timers.elapse();
    expect(store.getState().freshness.kind).toBe("as-reported");
    await timers.elapse();
    expect(store.getState().freshness.kind).toBe("updated");
  });

  test("that a run has made itself are checked after it, where its own check was cancelled", async () => {
    const timers = new Timers();
    let count = 0;
    const store = storeWith({
      timers,
      unmark: () => Promise.resolve({ status: "done", output: { restored: [], left: [] } }),
      check: (context) => {
        count += 1;
        if (count === 2) return untilCancelled(context, { totals: "formula" });
        return Promise.resolve({ status: "done", output: count === 1 ? withBlank : checkOutput() });
      },
    });
    await store.start({ task: "check" });
    const run = store.start({ task: "unmark" });
    await timers.settle();
    store.cancel();
    await run;
    expect(store.getState().phase).toMatchObject({ kind: "reported", deed: { kind: "unmarked" } });
    expect(findingsOf(store)).toEqual([blank]);
    await timers.elapse();
    expect(findingsOf(store)).toEqual([]);
  });

  test("that no event tells of, such as a new name of a sheet, show when a cell cannot be selected", async () => {
    const timers = new Timers();
    const check = checkThatChanges();
    const store = storeWith({ check: check.run, timers });
    await store.select("旧表名", { row: 3, column: 3 });
    await timers.elapse();
    expect(check.count()).toBe(0);
    await store.start({ task: "check" });
    await store.select("旧表名", { row: 3, column: 3 });
    await timers.elapse();
    expect(check.count()).toBe(2);
    expect(store.getState().freshness.kind).toBe("updated");
  });

  test("keep the ranking as it was written", async () => {
    const timers = new Timers();
    const store = storeWith({ timers });
    await store.start({ task: "ranking" });
    store.edit("汇总");
    await timers.elapse();
    expect(reportOf(store.getState().phase)).toMatchObject({ kind: "ranked" });
  });

  test("that a run has passed over, because it was cancelled, are checked after it", async () => {
    const timers = new Timers();
    const check = checkThatChanges();
    const store = storeWith({ check: check.run, ranking: untilCancelled, timers });
    await store.start({ task: "check" });
    store.edit("汇总");
    const run = store.start({ task: "ranking" });
    await Promise.resolve();
    store.cancel();
    await run;
    await timers.elapse();
    expect(check.count()).toBe(2);
  });
});
