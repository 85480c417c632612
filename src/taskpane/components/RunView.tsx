import { useEffect, useRef, useSyncExternalStore } from "react";
import { JOURNAL_MARK } from "../../core/repairs/journal";
import { SettlingView } from "../settling/SettlingView";
import type { PaneState } from "../paneState";
import { isForSettling, reportOf } from "../paneState";
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
  const { store, translate } = usePane();
  const { phase } = state;
  const report = reportOf(phase);
  const choosing = phase.kind === "choosing-repairs";
  const settling = useSyncExternalStore(store.settling.subscribe, store.settling.getState);
  const isSettlingOpen = settling.kind !== "closed";
  // The settling view stands in the place of what it settles.
  const isAnswered = isSettlingOpen && phase.kind === "refused" && isForSettling(phase.problem);
  const findings = useFocusAfter(choosing);
  return (
    <>
      {phase.kind === "running" && (
        <RunProgress progress={phase.progress} answer={busyText(phase, translate)} />
      )}
      {!isAnswered && <PhaseMessage state={state} />}
      {isSettlingOpen && <SettlingView state={settling} />}
      {choosing && (
        <RepairsView repairs={phase.repairs} mayUndo={hasReport(phase.report.output, JOURNAL_MARK)} />
      )}
      {report && (
        <div className="report" hidden={choosing || isSettlingOpen} ref={findings} tabIndex={-1}>
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
