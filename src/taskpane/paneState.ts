import type { Step } from "../actions/action";
import type { CheckOutput } from "../actions/checkAction";
import type { RankingOutput } from "../actions/rankingAction";
import type { Period } from "../core/scheme/period";
import type { WorkbookProblem } from "../workbook/port";

/** What the clerk can start from the pane or the ribbon. */
export type Task = "check" | "ranking";

/** What the clerk chose for the next run. */
export interface PaneSettings {
  /** Null: the period that is recognised in the workbook. */
  readonly period: Period | null;
  /** Whether the ranking sheet's 总成绩 recalculates or is a plain value. */
  readonly totals: "formula" | "values";
}

/** How far a run has come: the step, and how much of the whole, 0 to 1. */
export interface Progress {
  readonly step: Step;
  readonly done: number;
}

/** What the pane last learned about the workbook. */
export type Report =
  | { readonly kind: "checked"; readonly output: CheckOutput }
  | { readonly kind: "ranked"; readonly output: RankingOutput };

/**
 * Where the pane stands. A run that ends without a result keeps the report from before it, so that a refusal or
 * a cancel never takes away what the clerk was looking at.
 */
export type Phase =
  | { readonly kind: "invitation" }
  | {
      readonly kind: "running";
      readonly task: Task;
      /** Null until the first step is known. */
      readonly progress: Progress | null;
      readonly cancelling: boolean;
      readonly report: Report | null;
    }
  | { readonly kind: "reported"; readonly report: Report }
  | {
      readonly kind: "refused";
      readonly task: Task;
      readonly problem: WorkbookProblem;
      readonly report: Report | null;
    }
  | { readonly kind: "cancelled"; readonly task: Task; readonly report: Report | null }
  | {
      readonly kind: "failed";
      readonly task: Task;
      readonly message: string;
      readonly report: Report | null;
    };

/** Everything that the pane shows. */
export interface PaneState {
  readonly settings: PaneSettings;
  readonly phase: Phase;
  /** Why the cell that was last clicked could not be selected; null when it could. */
  readonly selectionProblem: WorkbookProblem | null;
}

/** What can happen to the pane. */
export type PaneEvent =
  | { readonly type: "started"; readonly task: Task }
  | { readonly type: "progressed"; readonly progress: Progress }
  | { readonly type: "cancelRequested" }
  | { readonly type: "reported"; readonly report: Report }
  | { readonly type: "refused"; readonly problem: WorkbookProblem }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly message: string }
  | { readonly type: "settingsChanged"; readonly change: Partial<PaneSettings> }
  | { readonly type: "selected" }
  | { readonly type: "selectionRefused"; readonly problem: WorkbookProblem };

/** The pane as it opens. */
export const INITIAL_STATE: PaneState = {
  settings: { period: null, totals: "formula" },
  phase: { kind: "invitation" },
  selectionProblem: null,
};

/** The report on the screen in a phase, or null when there is none yet. */
export function reportOf(phase: Phase): Report | null {
  return phase.kind === "invitation" ? null : phase.report;
}

/** The next state. An event that cannot happen in the present phase (progress after the end) changes nothing. */
export function reducePane(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "started":
      return start(state, event.task);
    case "settingsChanged":
      return { ...state, settings: { ...state.settings, ...event.change } };
    case "selected":
      return { ...state, selectionProblem: null };
    case "selectionRefused":
      return { ...state, selectionProblem: event.problem };
    default:
      return state.phase.kind === "running" ? { ...state, phase: advance(state.phase, event) } : state;
  }
}

type RunningPhase = Extract<Phase, { kind: "running" }>;
type RunEvent = Extract<
  PaneEvent,
  { type: "progressed" | "cancelRequested" | "reported" | "refused" | "cancelled" | "failed" }
>;

function start(state: PaneState, task: Task): PaneState {
  if (state.phase.kind === "running") return state;
  const report = reportOf(state.phase);
  return {
    ...state,
    phase: { kind: "running", task, progress: null, cancelling: false, report },
    selectionProblem: null,
  };
}

function advance(phase: RunningPhase, event: RunEvent): Phase {
  const { task, report } = phase;
  switch (event.type) {
    case "progressed":
      return { ...phase, progress: event.progress };
    case "cancelRequested":
      return { ...phase, cancelling: true };
    case "reported":
      return { kind: "reported", report: event.report };
    case "refused":
      return { kind: "refused", task, problem: event.problem, report };
    case "cancelled":
      return { kind: "cancelled", task, report };
    case "failed":
      return { kind: "failed", task, message: event.message, report };
  }
}
