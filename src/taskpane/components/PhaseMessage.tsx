import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { WorkbookProblem } from "../../workbook/port";
import type { Phase, PaneState, Task } from "../paneState";
import type { MessageKey } from "../../i18n";
import { RankingDone } from "./RankingDone";
import { usePane } from "./PaneContext";

const NOT_DONE: Readonly<Record<Task, MessageKey>> = {
  check: "pane.notDone.check",
  ranking: "pane.notDone.ranking",
};

/** How the last run or click ended, where that is not a report. */
export function PhaseMessage({ state }: { readonly state: PaneState }) {
  return (
    <>
      <RunEnd phase={state.phase} />
      {state.selectionProblem && <ProblemMessage problem={state.selectionProblem} intent="warning" />}
    </>
  );
}

function RunEnd({ phase }: { readonly phase: Phase }) {
  const { translate } = usePane();
  switch (phase.kind) {
    case "invitation":
    case "running":
      return null;
    case "reported":
      return phase.report.kind === "ranked" ? <RankingDone output={phase.report.output} /> : null;
    case "refused":
      return <ProblemMessage problem={phase.problem} intent="error" title={NOT_DONE[phase.task]} />;
    case "cancelled":
      return (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{translate("pane.cancelled")}</MessageBarBody>
        </MessageBar>
      );
    case "failed":
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{translate(NOT_DONE[phase.task])}</MessageBarTitle>
            {translate("pane.failed", { message: phase.message })}
          </MessageBarBody>
        </MessageBar>
      );
  }
}

interface ProblemMessageProps {
  readonly problem: WorkbookProblem;
  readonly intent: "error" | "warning";
  readonly title?: MessageKey;
}

/** Expected trouble in one line. */
function ProblemMessage({ problem, intent, title }: ProblemMessageProps) {
  const { translate } = usePane();
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {title && <MessageBarTitle>{translate(title)}</MessageBarTitle>}
        {translate(`problem.${problem.code}`, { detail: problem.detail })}
      </MessageBarBody>
    </MessageBar>
  );
}
