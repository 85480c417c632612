import type { NoticesInput } from "../../actions/noticesAction";
import { parseDate } from "../../core/calendar/calendarDate";
import { noticeKind } from "../../core/notices/noticeKinds";
import { isApproved, shownUnit, tickedUnits, type NoticesMessage, type NoticesState } from "./noticesState";

/** What the chosen notices are made from, or the message about what the clerk has to put right first. */
export type InputOutcome =
  | { readonly ok: true; readonly input: NoticesInput }
  | { readonly ok: false; readonly message: NoticesMessage };

/**
 * The input of a run from what the clerk has chosen.
 *
 * @param previewed Only the unit that is previewed, as a draft or a final like the whole run, and nothing written.
 */
export function noticesInput(state: NoticesState, previewed: boolean): InputOutcome {
  const { choice } = state;
  const kind = noticeKind(choice.kind);
  if (!kind) throw new Error(`The kinds of notices have no ${choice.kind}.`);
  const date = choice.date.trim() === "" ? undefined : parseDate(choice.date);
  if (date === null) return { ok: false, message: { kind: "bad-date", text: choice.date } };
  const unit = shownUnit(state);
  const units = previewed && kind.scope === "unit" ? (unit === "" ? [] : [unit]) : [...tickedUnits(state)];
  const problems = new Map(
    [...choice.problems].filter(([, text]) => text.trim() !== "").map(([name, text]) => [name, [text]]),
  );
  return {
    ok: true,
    input: {
      kind,
      ...(kind.scope === "all" ? {} : { units }),
      ...(date ? { date } : {}),
      // A tick from before the figures changed cannot be taken away while the box is off: it counts no more.
      final: choice.final && state.overview !== null && isApproved(state.overview),
      redHead: choice.redHead,
      layout: choice.layout,
      talk: choice.talk,
      problems,
      preview: previewed,
    },
  };
}

/** The approval that the clerk has typed, or the message about what is missing in it. */
export function approvalInput({ choice: { approval } }: NoticesState) {
  const by = approval.by.trim();
  const number = approval.number.trim();
  if (by === "" || number === "" || approval.on.trim() === "") {
    return { ok: false, message: { kind: "approval-incomplete" } as NoticesMessage } as const;
  }
  const on = parseDate(approval.on);
  if (on === null)
    return { ok: false, message: { kind: "bad-date", text: approval.on } as NoticesMessage } as const;
  return { ok: true, approval: { by, on, number } } as const;
}
