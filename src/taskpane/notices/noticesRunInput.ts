import type { RunInput } from "../../actions/prepare";
import type { PaneSettings } from "../paneState";

/** What notices are made from beside their own choices: the period that the pane's settings name. */
export function noticesRunInput({ period }: PaneSettings): RunInput {
  return period ? { period } : {};
}
