import type { PaneState } from "../paneState";
import { reportOf } from "../paneState";
import { PhaseMessage } from "./PhaseMessage";
import { ReportView } from "./ReportView";
import { RunProgress } from "./RunProgress";

/** Everything that there is to see once a run was started: progress, how it ended, and what it found out. */
export function RunView({ state }: { readonly state: PaneState }) {
  const { phase } = state;
  const report = reportOf(phase);
  return (
    <>
      {phase.kind === "running" && <RunProgress progress={phase.progress} />}
      <PhaseMessage state={state} />
      {report && <ReportView report={report} />}
    </>
  );
}
