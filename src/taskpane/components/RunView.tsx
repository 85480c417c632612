import { useEffect, useRef } from "react";
import { JOURNAL_MARK } from "../../core/repairs/journal";
import type { PaneState } from "../paneState";
import { reportOf } from "../paneState";
import { hasReport } from "../recognition";
import { busyText } from "../busyText";
import { usePane } from "./PaneContext";
import { PhaseMessage } from "./PhaseMessage";
import { RepairsView } from "./RepairsView";
import { ReportView } from "./ReportView";
import { RunProgress } from "./RunProgress";

/**
 * Everything that there is to see once a run was started: progress, how it ended, and what it found out. While the
 * clerk chooses repairs the report is hidden, not gone, so that its folds and filters are as they were.
 */
export function RunView({ state }: { readonly state: PaneState }) {
  const { translate } = usePane();
  const { phase } = state;
  const report = reportOf(phase);
  const choosing = phase.kind === "choosing-repairs";
  const findings = useFocusAfter(choosing);
  return (
    <>
      {phase.kind === "running" && (
        <RunProgress progress={phase.progress} answer={busyText(phase, translate)} />
      )}
      <PhaseMessage state={state} />
      {choosing && (
        <RepairsView repairs={phase.repairs} mayUndo={hasReport(phase.report.output, JOURNAL_MARK)} />
      )}
      {report && (
        <div className="report" hidden={choosing} ref={findings} tabIndex={-1}>
          <ReportView report={report} state={state} />
        </div>
      )}
    </>
  );
}

/** When the repairs close, the keyboard goes on in the report, which stays where it is on the screen. */
function useFocusAfter(choosing: boolean) {
  const report = useRef<HTMLDivElement>(null);
  const wasChoosing = useRef(choosing);
  useEffect(() => {
    if (wasChoosing.current && !choosing) report.current?.focus({ preventScroll: true });
    wasChoosing.current = choosing;
  }, [choosing]);
  return report;
}
