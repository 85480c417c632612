import type { Step } from "../actions/action";
import type { CheckOutput } from "../actions/checkAction";
import type { OpenedRanking } from "../actions/openedRankings";
import type { RankingOutput } from "../actions/rankingAction";
import type { Repair } from "../core/repairs/proposeRepairs";
import type { SchemeFault } from "../core/scheme/sheet/schemeFault";
import type { NameMeaning } from "../core/scheme/sheet/nameMeaning";
import type { Period } from "../core/scheme/period";
import type { WorkbookProblem, WrittenSheet } from "../workbook/port";
import type { Task } from "./task";

/**
 * Which scheme the clerk wants: the workbook's own, which is the built-in one where it keeps none; one made from its
 * headers; or the built-in one, though the workbook keeps another.
 */
export type SchemeChoice = "own" | "headers" | "built-in";

/** What the clerk chose for the next run. */
export interface PaneSettings {
  /** Null: the period that is recognised in the workbook. */
  readonly period: Period | null;
  /** Whether the ranking sheet's 总成绩 recalculates or is a plain value. */
  readonly totals: "formula" | "values";
  readonly scheme: SchemeChoice;
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

/** What a run did beside finding out what is in the report. */
export type Deed =
  | {
      readonly kind: "repaired";
      readonly count: number;
      /** Numbers in the journal, by which these repairs can be undone. */
      readonly entries: readonly number[];
      readonly journal: WrittenSheet | null;
    }
  | { readonly kind: "undone"; readonly count: number }
  | { readonly kind: "findings-sheet"; readonly sheet: WrittenSheet | null }
  | { readonly kind: "marked"; readonly count: number; readonly left: number }
  | { readonly kind: "unmarked"; readonly count: number; readonly left: number }
  | { readonly kind: "roles-kept"; readonly count: number }
  | { readonly kind: "ignored"; readonly isRecall: boolean }
  | {
      readonly kind: "name-settled";
      /** Name of the sheet 考评方案. */
      readonly sheet: string;
      readonly name: string;
      readonly meaning: NameMeaning;
    }
  | {
      readonly kind: "scheme-sheet";
      /** Name of the sheet 考评方案. */
      readonly sheet: string;
      readonly isExisting: boolean;
      readonly faults: readonly SchemeFault[];
    }
  | {
      readonly kind: "carried-over";
      readonly scheme: string;
      readonly sheet: string;
      readonly roleCount: number;
    }
  | { readonly kind: "settled" }
  | { readonly kind: "unsettled" };

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
      /** What the clerk pressed meanwhile; null when nothing. */
      readonly pressed: Task | null;
      readonly report: Report | null;
    }
  | { readonly kind: "reported"; readonly report: Report; readonly deed: Deed | null }
  /** The clerk chooses among the repairs that are proposed. */
  | { readonly kind: "choosing-repairs"; readonly repairs: readonly Repair[]; readonly report: Report }
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

/** How the report on the screen stands to the clerk's edits since it was made. */
export type Freshness =
  | { readonly kind: "as-reported" }
  /** Checked again after an edit, at this time of the clerk's clock. */
  | { readonly kind: "updated"; readonly at: Date }
  /** An edit could not be checked: what is shown is from before it. */
  | { readonly kind: "behind"; readonly problem: WorkbookProblem };

/** Everything that the pane shows. */
export interface PaneState {
  readonly settings: PaneSettings;
  readonly phase: Phase;
  readonly freshness: Freshness;
  /** Why the cell that was last clicked could not be selected; null when it could. */
  readonly selectionProblem: WorkbookProblem | null;
  /** The rankings that the workbook held when the pane looked first. */
  readonly opened: readonly OpenedRanking[];
}

/** A run's end that has something to show. */
export interface ReportedEnd {
  readonly type: "reported";
  readonly report: Report;
  readonly deed?: Deed;
  /** The deed has changed the workbook, and the report is from before it. */
  readonly behind?: true;
}

/** How a run ends. */
export type RunEnd =
  | ReportedEnd
  | { readonly type: "repairs-proposed"; readonly repairs: readonly Repair[]; readonly report: Report }
  | { readonly type: "refused"; readonly problem: WorkbookProblem }
  | { readonly type: "cancelled" };

/** What can happen to the pane. */
export type PaneEvent =
  | { readonly type: "started"; readonly task: Task }
  | { readonly type: "progressed"; readonly progress: Progress }
  | { readonly type: "cancelRequested" }
  /** The clerk asked for something while a run is on. */
  | { readonly type: "pressedMeanwhile"; readonly task: Task }
  | RunEnd
  | { readonly type: "failed"; readonly message: string }
  | { readonly type: "repairsClosed" }
  /** An edit was checked in the background. */
  | { readonly type: "refreshed"; readonly output: CheckOutput; readonly at: Date }
  | { readonly type: "refreshRefused"; readonly problem: WorkbookProblem }
  | { readonly type: "settingsChanged"; readonly change: Partial<PaneSettings> }
  /** The pane has looked which rankings the workbook holds. */
  | { readonly type: "opened"; readonly rankings: readonly OpenedRanking[] }
  | { readonly type: "selected" }
  | { readonly type: "selectionRefused"; readonly problem: WorkbookProblem };

/** The pane as it opens. */
export const INITIAL_STATE: PaneState = {
  settings: { period: null, totals: "formula", scheme: "own" },
  phase: { kind: "invitation" },
  freshness: { kind: "as-reported" },
  selectionProblem: null,
  opened: [],
};

/** The report on the screen in a phase, or null when there is none yet. */
export function reportOf(phase: Phase): Report | null {
  return phase.kind === "invitation" ? null : phase.report;
}

/** Problems that the settling view stands in for: the workbook holds figures, but does not say what they are. */
const FOR_SETTLING: ReadonlySet<WorkbookProblem["code"]> = new Set([
  "nothing-recognised",
  "no-scheme-in-headers",
]);

/** Whether the clerk can settle a problem by saying what his columns are. */
export function isForSettling({ code }: WorkbookProblem): boolean {
  return FOR_SETTLING.has(code);
}

/** Whether the clerk came for a ranking, not only for a check. */
export function isAskedForRanking(phase: Phase): boolean {
  return phase.kind === "refused" ? phase.task === "ranking" : reportOf(phase)?.kind === "ranked";
}

/** A report with what a later check found. A ranking stays as it was written. */
export function renewReport(report: Report | null, output: CheckOutput): Report {
  if (report?.kind !== "ranked") return { kind: "checked", output };
  const { ranking, sheet, lostTexts } = report.output;
  return { kind: "ranked", output: { ...output, ranking, sheet, lostTexts } };
}

/** The next state. An event that cannot happen in the present phase (progress after the end) changes nothing. */
export function reducePane(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "started":
      return start(state, event.task);
    case "settingsChanged":
      return { ...state, settings: { ...state.settings, ...event.change } };
    case "opened":
      return { ...state, opened: event.rankings };
    case "selected":
      return { ...state, selectionProblem: null };
    case "selectionRefused":
      return { ...state, selectionProblem: event.problem };
    case "refreshed":
      return refresh(state, event.output, event.at);
    case "refreshRefused":
      return mayRefresh(state.phase)
        ? { ...state, freshness: { kind: "behind", problem: event.problem } }
        : state;
    case "repairsClosed":
      return state.phase.kind === "choosing-repairs"
        ? { ...state, phase: { kind: "reported", report: state.phase.report, deed: null } }
        : state;
    default:
      return state.phase.kind === "running" ? end(state, state.phase, event) : state;
  }
}

type RunningPhase = Extract<Phase, { kind: "running" }>;
type RunEvent =
  RunEnd | Extract<PaneEvent, { type: "progressed" | "cancelRequested" | "pressedMeanwhile" | "failed" }>;

function start(state: PaneState, task: Task): PaneState {
  if (state.phase.kind === "running") return state;
  const report = reportOf(state.phase);
  return {
    ...state,
    phase: { kind: "running", task, progress: null, cancelling: false, pressed: null, report },
    selectionProblem: null,
  };
}

/** While a run is on, what it finds counts, not what was found beside it. */
function mayRefresh(phase: Phase): boolean {
  return phase.kind !== "running" && reportOf(phase) !== null;
}

function refresh(state: PaneState, output: CheckOutput, at: Date): PaneState {
  const { phase } = state;
  if (!mayRefresh(phase)) return state;
  const report = renewReport(reportOf(phase), output);
  // A phase other than the invitation takes a report; which of them it is stays as it was.
  return { ...state, phase: { ...phase, report } as Phase, freshness: { kind: "updated", at } };
}

/** Deeds after which the workbook has a scheme of its own. */
const WRITES_SCHEME: ReadonlySet<Deed["kind"]> = new Set([
  "scheme-sheet",
  "carried-over",
  "name-settled",
  "settled",
]);

function end(state: PaneState, phase: RunningPhase, event: RunEvent): PaneState {
  const next = advance(phase, event);
  const fresh = event.type === "reported" || event.type === "repairs-proposed";
  // From now on the office's own sheet says by what rules it is.
  const isOwn = event.type === "reported" && event.deed !== undefined && WRITES_SCHEME.has(event.deed.kind);
  const settings: PaneSettings = isOwn ? { ...state.settings, scheme: "own" } : state.settings;
  return { ...state, settings, phase: next, freshness: fresh ? { kind: "as-reported" } : state.freshness };
}

function advance(phase: RunningPhase, event: RunEvent): Phase {
  const { task, report } = phase;
  switch (event.type) {
    case "progressed":
      return { ...phase, progress: event.progress };
    case "cancelRequested":
      return { ...phase, cancelling: true };
    case "pressedMeanwhile":
      return { ...phase, pressed: event.task };
    case "reported":
      return { kind: "reported", report: event.report, deed: event.deed ?? null };
    case "repairs-proposed":
      return { kind: "choosing-repairs", repairs: event.repairs, report: event.report };
    case "refused":
      return { kind: "refused", task, problem: event.problem, report };
    case "cancelled":
      return { kind: "cancelled", task, report };
    case "failed":
      return { kind: "failed", task, message: event.message, report };
  }
}
