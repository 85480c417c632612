import type { Translate } from "../../i18n/translate";
import type { NoticesRun } from "./noticesState";

/** What a press is answered while a task is on. Null without a press. */
export function busyNoticesText({ task, pressed }: NoticesRun, translate: Translate): string | null {
  if (pressed === null) return null;
  const doing = translate(`notices.doing.${task}`);
  return translate(pressed === task ? "pane.busy.same" : "pane.busy.other", { doing });
}
