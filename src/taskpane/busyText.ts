import type { Translate } from "../i18n/translate";
import type { Phase } from "./paneState";

/** What a press is answered while a run is on: what is being done, and whether to press again. Null without a press. */
export function busyText(phase: Phase & { kind: "running" }, translate: Translate): string | null {
  const { task, pressed } = phase;
  if (pressed === null) return null;
  const doing = translate(`pane.doing.${task}`);
  return translate(pressed === task ? "pane.busy.same" : "pane.busy.other", { doing });
}
