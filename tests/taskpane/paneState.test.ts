import { describe, expect, test } from "@jest/globals";
import type { PaneEvent, PaneState } from "../../src/taskpane/paneState";
import { INITIAL_STATE, reducePane, reportOf } from "../../src/taskpane/paneState";
import { periodOf } from "../../src/core/scheme/period";
import { checkedReport, checkOutput, finding } from "./reports";

const report = checkedReport();
const started: PaneEvent = { type: "started", task: "ranking" };
const problem = { code: "structure-protected", detail: "" } as const;

function after(...events: readonly PaneEvent[]): PaneState {
  return events.reduce(reducePane, INITIAL_STATE);
}

describe("the pane's state", () => {
  test("opens with an invitation, the recognised period and totals as formulas", () => {
    expect(INITIAL_STATE).toEqual({
      settings: { period: null, totals: "formula", scheme: "own" },
      phase: { kind: "invitation" },
      freshness: { kind: "as-reported" },
      opened: [],
      selectionProblem: null,
    });
  });

  test("a run shows its steps and ends with its report", () => {
    const progress = { step: "checking", done: 0.5 } as const;
    expect(after(started, { type: "progressed", progress }).phase).toEqual({
      kind: "running",
      task: "ranking",
      progress,
      cancelling: false,
      pressed: null,
      report: null,
    });
    expect(after(started, { type: "reported", report }).phase).toEqual({
      kind: "reported",
      report,
      deed: null,
    });
  });

  test.each<PaneEvent>([
    { type: "refused", problem },
    { type: "cancelled" },
    { type: "failed", message: "made up" },
  ])("a run that ends with $type keeps the report from before it", (end) => {
    const { phase } = after({ type: "started", task: "check" }, { type: "reported", report }, started, end);
    expect(phase.kind).toBe(end.type);
    expect(reportOf(phase)).toBe(report);
    expect(phase).toMatchObject({ task: "ranking" });
  });

  test("once the workbook has a scheme sheet, the next run goes by it", () => {
    const chosen: PaneEvent = { type: "settingsChanged", change: { scheme: "headers" } };
    const deed = { kind: "scheme-sheet", sheet: "考评方案", isExisting: false, faults: [] } as const;
    expect(after(chosen, started, { type: "reported", report, deed }).settings.scheme).toBe("own");
    expect(after(chosen, started, { type: "reported", report }).settings.scheme).toBe("headers");
  });

  test("a second start while a run is on changes nothing", () => {
    const running = after(started);
    expect(reducePane(running, { type: "started", task: "check" })).toBe(running);
  });

  test.each<PaneEvent>([
    { type: "progressed", progress: { step: "writing", done: 1 } },
    { type: "cancelRequested" },
    { type: "cancelled" },
    { type: "refused", problem },
  ])("$type after the end of a run changes nothing", (late) => {
    const ended = after(started, { type: "reported", report });
    expect(reducePane(ended, late)).toBe(ended);
  });

  test("asking to cancel is shown until the run ends", () => {
    expect(after(started, { type: "cancelRequested" }).phase).toMatchObject({ cancelling: true });
  });

  test("a cell that cannot be selected is reported until the next click or run", () => {
    const refused: PaneEvent = {
      type: "selectionRefused",
      problem: { code: "no-such-sheet", detail: "汇总" },
    };
    expect(after(refused).selectionProblem).toEqual({ code: "no-such-sheet", detail: "汇总" });
    expect(after(refused, { type: "selected" }).selectionProblem).toBeNull();
    expect(after(refused, started).selectionProblem).toBeNull();
  });

  test("repairs are chosen beside the report, and leaving them brings it back", () => {
    const proposed: PaneEvent = { type: "repairs-proposed", repairs: [], report };
    const choosing = after({ type: "started", task: "preview-repairs" }, proposed);
    expect(choosing.phase).toEqual({ kind: "choosing-repairs", repairs: [], report });
    expect(reducePane(choosing, { type: "repairsClosed" }).phase).toMatchObject({ kind: "reported", report });
    expect(after({ type: "repairsClosed" })).toBe(INITIAL_STATE);
  });

  test("an edit that was checked renews the report in whatever phase it is shown, until the next report", () => {
    const output = checkOutput([], [], [finding("component-missing", "error", 4)]);
    const at = new Date(2015, 11, 31);
    const refreshed: PaneEvent = { type: "refreshed", output, at };
    const refused = after(started, { type: "reported", report }, started, { type: "refused", problem });
    const state = reducePane(refused, refreshed);
    expect(state.phase).toMatchObject({ kind: "refused", problem, report: { kind: "checked", output } });
    expect(state.freshness).toEqual({ kind: "updated", at });
    const again = [started, { type: "reported", report } as const].reduce(reducePane, state);
    expect(again.freshness).toEqual({ kind: "as-reported" });
  });

  test("a check in the background changes nothing before the first report and while a run is on", () => {
    const refreshed: PaneEvent = { type: "refreshed", output: checkOutput(), at: new Date(2015, 11, 31) };
    expect(after(refreshed)).toBe(INITIAL_STATE);
    const running = after(started, { type: "reported", report }, started);
    expect(reducePane(running, refreshed)).toBe(running);
    expect(reducePane(running, { type: "refreshRefused", problem })).toBe(running);
  });

  test("one setting changes without the other, also while a run is on", () => {
    const period = periodOf(2015, "half-year", 1);
    const state = after({ type: "settingsChanged", change: { totals: "values" } }, started, {
      type: "settingsChanged",
      change: { period },
    });
    expect(state.settings).toEqual({ period, totals: "values", scheme: "own" });
    expect(state.phase.kind).toBe("running");
  });
});
