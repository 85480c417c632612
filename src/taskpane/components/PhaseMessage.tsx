import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { WorkbookProblem } from "../../workbook/port";
import type { Phase, PaneState } from "../paneState";
import type { Task } from "../task";
import { DeedMessage } from "./DeedMessage";
import { RankingDone } from "./RankingDone";
import { SchemeOffer } from "./SchemeOffer";
import { usePane } from "./PaneContext";

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
    case "choosing-repairs":
      return null;
    case "reported":
      // A ranking says itself that what was settled is in use.
      if (phase.deed && !(phase.deed.kind === "settled" && phase.report.kind === "ranked")) {
        return <DeedMessage deed={phase.deed} />;
      }
      return phase.report.kind === "ranked" ? <RankingDone output={phase.report.output} /> : null;
    case "refused":
      return <ProblemMessage problem={phase.problem} intent="error" task={phase.task} />;
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
            <MessageBarTitle>{translate(`pane.notDone.${phase.task}`)}</MessageBarTitle>
            {translate("pane.failed", { message: phase.message })}
          </MessageBarBody>
        </MessageBar>
      );
  }
}

interface ProblemMessageProps {
  readonly problem: WorkbookProblem;
  readonly intent: "error" | "warning";
  /** The run that it ended; none where a cell could not be selected. */
  readonly task?: Task;
}

/** Expected trouble in one line. */
function ProblemMessage({ problem: { code, detail }, intent, task }: ProblemMessageProps) {
  const { store, translate } = usePane();
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {task && <MessageBarTitle>{translate(`pane.notDone.${task}`)}</MessageBarTitle>}
        {translate(`problem.${code}`, { detail })}
      </MessageBarBody>
      {code === "fewer-units" && (
        <MessageBarActions>
          <Button onClick={store.insist}>{translate("settle.fewer.use")}</Button>
        </MessageBarActions>
      )}
      <SchemeOffer code={code} onChosen={() => void store.start({ task: "check" })} />
    </MessageBar>
  );
}
