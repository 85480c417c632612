import { useEffect, useState } from "react";
import { ProgressBar } from "@fluentui/react-components";
import type { Progress } from "../paneState";
import { usePane } from "./PaneContext";

/** Excel lets calls wait without a word while a cell is being edited; after this long the clerk is told. */
const PATIENCE_MILLISECONDS = 1500;

interface RunProgressProps {
  readonly progress: Progress | null;
  /** The answer to a press meanwhile. */
  readonly answer?: string | null;
}

/** The step that a run is at, and how far it has come. */
export function RunProgress({ progress, answer = null }: RunProgressProps) {
  const { translate } = usePane();
  const waiting = useStillness(progress);
  const step = translate(progress ? `step.${progress.step}` : "pane.starting");
  return (
    <section className="pane-section run-progress">
      <p className="run-progress-step">
        <span>{step}</span>
        {progress && (
          <span className="number">
            {translate("pane.percent", { value: Math.round(progress.done * 100) })}
          </span>
        )}
      </p>
      <ProgressBar {...(progress && { value: progress.done })} thickness="large" aria-label={step} />
      {answer !== null && <p className="run-progress-answer">{answer}</p>}
      {waiting && <p className="pane-quiet">{translate("pane.finishEditing")}</p>}
    </section>
  );
}

/** Whether nothing has moved for a while. */
function useStillness(progress: Progress | null): boolean {
  const [stillAt, setStillAt] = useState<Progress | null | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      setStillAt(progress);
    }, PATIENCE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [progress]);
  return stillAt === progress;
}
