import { Button } from "@fluentui/react-components";
import type { PaneState } from "../paneState";
import { SettingsDisclosure } from "./SettingsDisclosure";
import { usePaneStart } from "./PaneContext";

/**
 * The settings, the one primary button, and the check; while a run is on, the way to stop it. Check and Cancel are
 * one button with two labels, so that the keyboard's focus is not lost when a run begins or ends.
 */
export function ActionBar({ state }: { readonly state: PaneState }) {
  const { store, translate } = usePaneStart();
  const { phase } = state;
  const running = phase.kind === "running";
  return (
    <footer className="action-bar">
      <SettingsDisclosure state={state} />
      <div className="action-buttons">
        <Button
          appearance="primary"
          className="action-primary"
          // Not disabled: a press while a run is on is answered.
          onClick={() => void store.start({ task: "ranking" })}
        >
          {translate("action.rank")}
        </Button>
        <Button
          disabledFocusable={running && phase.cancelling}
          onClick={() => {
            if (running) store.cancel();
            else void store.start({ task: "check" });
          }}
        >
          {translate(running ? (phase.cancelling ? "pane.cancelling" : "pane.cancel") : "pane.check")}
        </Button>
      </div>
    </footer>
  );
}
