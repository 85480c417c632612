import type { Step } from "../../actions/action";
import type { NoticeOverview } from "../../actions/noticeOverviewAction";
import type { NoticesOutput } from "../../actions/noticesAction";
import type { NoticeKindId } from "../../core/notices/noticeKinds";
import type { Approval } from "../../core/notices/noticeRegister";
import type { TalkDetails } from "../../core/notices/noticeScope";
import type { SheetPlan } from "../../core/workbook/plan";
import type { WorkbookProblem } from "../../workbook/port";

/** What the clerk can start on the notices' page. */
export type NoticesTask = "overview" | "make" | "preview" | "approve" | "sheet" | "stamp" | "remove";

/** What the clerk has chosen and typed. Dates are texts until they are used. */
export interface NoticesChoice {
  readonly kind: NoticeKindId;
  /** Ticked units by kind; a kind without an entry has those that are proposed. */
  readonly units: ReadonlyMap<NoticeKindId, ReadonlySet<string>>;
  readonly date: string;
  readonly layout: "sheets" | "one-sheet";
  readonly redHead: boolean;
  readonly final: boolean;
  readonly approval: { readonly by: string; readonly on: string; readonly number: string };
  readonly talk: TalkDetails;
  /** Problems typed in, by unit. */
  readonly problems: ReadonlyMap<string, string>;
  /** The unit that is previewed and whose problems are typed; empty: the first that is ticked. */
  readonly unit: string;
}

/** How the last task ended, where the clerk is to know. */
export type NoticesMessage =
  | { readonly kind: "problem"; readonly problem: WorkbookProblem }
  | { readonly kind: "bad-date"; readonly text: string }
  | { readonly kind: "approval-incomplete" }
  | { readonly kind: "made"; readonly output: NoticesOutput }
  | { readonly kind: "approved"; readonly approval: Approval }
  | { readonly kind: "stamped"; readonly count: number }
  /** Notices to so many units would be as many new sheets: the clerk is asked first. */
  | { readonly kind: "ask-sheets"; readonly count: number }
  | { readonly kind: "removed"; readonly count: number }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string };

/** A task that is on. */
export interface NoticesRun {
  readonly task: NoticesTask;
  readonly progress: { readonly step: Step; readonly done: number } | null;
  readonly cancelling: boolean;
  /** What the clerk pressed meanwhile; null when nothing. */
  readonly pressed: NoticesTask | null;
}

/** A notice as it would print, and what it was made for. */
export interface NoticePreview {
  readonly sheet: SheetPlan;
  readonly digitWidth: number | undefined;
  readonly unit: string;
}

/** Everything that the notices' page shows. */
export interface NoticesState {
  /** Whether the page is shown. */
  readonly open: boolean;
  readonly run: NoticesRun | null;
  readonly overview: NoticeOverview | null;
  readonly choice: NoticesChoice;
  readonly preview: NoticePreview | null;
  readonly message: NoticesMessage | null;
}

export const INITIAL_NOTICES: NoticesState = {
  open: false,
  run: null,
  overview: null,
  choice: {
    kind: "feedback",
    units: new Map(),
    date: "",
    layout: "sheets",
    redHead: false,
    final: false,
    approval: { by: "", on: "", number: "" },
    talk: { reason: "", time: "", place: "", by: "", purpose: "", demands: "" },
    problems: new Map(),
    unit: "",
  },
  preview: null,
  message: null,
};

/** Names of the units that are ticked for the chosen kind: the clerk's choice, else those proposed. */
export function tickedUnits({ overview, choice }: NoticesState): ReadonlySet<string> {
  const chosen = choice.units.get(choice.kind);
  if (chosen) return chosen;
  const proposals = overview?.kinds.find(({ kind }) => kind.id === choice.kind)?.proposals ?? [];
  return new Set(proposals.filter(({ reasons }) => reasons.length > 0).map(({ unit }) => unit.unit.name));
}

/** Whether a final can be made: the very ranking that stands is approved. */
export function isApproved({ approval, approvalOutdated }: NoticeOverview): boolean {
  return approval !== null && !approvalOutdated;
}

/** More new sheets than this are not made unasked. */
const MAXIMUM_UNASKED = 3;

/** How many new sheets the chosen notices would be, where that is to be asked; else null. */
export function sheetsToAsk(state: NoticesState): number | null {
  const { overview, choice } = state;
  const scope = overview?.kinds.find(({ kind }) => kind.id === choice.kind)?.kind.scope;
  const isMade = overview?.statuses.some(
    ({ notice, sheet }) => notice.kind === choice.kind && sheet !== null,
  );
  const count = tickedUnits(state).size;
  const isAsked =
    scope === "unit" && choice.layout === "sheets" && isMade !== true && count > MAXIMUM_UNASKED;
  return isAsked ? count : null;
}

/** The unit that is previewed: the clerk's, while it is ticked, else the first ticked one. */
export function shownUnit(state: NoticesState): string {
  const ticked = tickedUnits(state);
  if (ticked.has(state.choice.unit)) return state.choice.unit;
  const [first = ""] = ticked;
  return first;
}
