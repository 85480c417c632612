import type { Translate } from "../../i18n";
import { busyText } from "../busyText";
import { deedText } from "../deedText";
import type { PaneState, Phase } from "../paneState";
import { countRanking } from "../rankingCounts";
import { usePane } from "./PaneContext";

/** What screen readers are told: progress and results. */
export function Announcement({ state: { phase, selectionProblem } }: { readonly state: PaneState }) {
  const { translate } = usePane();
  return selectionProblem
    ? translate(`problem.${selectionProblem.code}`, { detail: selectionProblem.detail })
    : announcement(translate, phase);
}

function announcement(translate: Translate, phase: Phase): string {
  switch (phase.kind) {
    case "invitation":
      return "";
    case "running":
      return (
        busyText(phase, translate) ??
        translate(phase.progress ? `step.${phase.progress.step}` : "pane.starting")
      );
    case "choosing-repairs":
      return translate("pane.repairs.heading");
    case "reported":
      if (phase.deed) return deedText(phase.deed, translate);
      return phase.report.kind === "ranked"
        ? `${translate("pane.done.title")} ${translate("pane.done.ranked", countRanking(phase.report.output.ranking))}`
        : translate("pane.checked", { count: phase.report.output.findings.length });
    case "refused":
      return translate(`problem.${phase.problem.code}`, { detail: phase.problem.detail });
    case "cancelled":
      return translate("pane.cancelled");
    case "failed":
      return translate("pane.failed", { message: phase.message });
  }
}
