import { useEffect, useState } from "react";
import { ProgressBar } from "@fluentui/react-components";
import type { Progress } from "../paneState";
import { usePane } from "./PaneContext";

/** Excel lets calls wait without a word while a cell is being edited; after this long the clerk is told. */
const PATIENCE_MILLISECONDS = 1500;
/** After this long without an answer the clerk is asked whether to go on waiting: Excel may never answer. */
const SILENCE_MILLISECONDS = 20_000;

interface RunProgressProps {
  readonly progress: Progress | null;
  /** The answer to a press meanwhile. */
  readonly answer?: string | null;
}

/** The step that a run is at, and how far it has come. */
export function RunProgress({ progress, answer = null }: RunProgressProps) {
  const { translate } = usePane();
  const waiting = useStillness(progress, PATIENCE_MILLISECONDS);
  const silent = useStillness(progress, SILENCE_MILLISECONDS);
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
      {waiting && <p className="pane-quiet">{translate(silent ? "pane.noAnswer" : "pane.finishEditing")}</p>}
    </section>
  );
}

/** Whether nothing has moved for so many milliseconds. */
function useStillness(progress: Progress | null, milliseconds: number): boolean {
  const [stillAt, setStillAt] = useState<Progress | null | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      setStillAt(progress);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [progress, milliseconds]);
  return stillAt === progress;
}
