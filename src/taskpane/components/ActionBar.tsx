import { useCallback, useEffect, useRef } from "react";
import { Button } from "@fluentui/react-components";
import type { PaneState } from "../paneState";
import { SettingsDisclosure } from "./SettingsDisclosure";
import { usePane } from "./PaneContext";

/** The settings, the one primary button, and the check; while a run is on, the way to stop it. */
export function ActionBar({ state }: { readonly state: PaneState }) {
  const { store, translate } = usePane();
  const { phase } = state;
  const running = phase.kind === "running";
  const primary = useFocusAfterRun(running);
  return (
    <footer className="action-bar">
      <SettingsDisclosure state={state} />
      <div className="action-buttons">
        <Button
          ref={primary}
          appearance="primary"
          className="action-primary"
          disabledFocusable={running}
          onClick={() => void store.generateRanking()}
        >
          {translate("action.rank")}
        </Button>
        {running ? (
          <Button
            disabledFocusable={phase.cancelling}
            onClick={() => {
              store.cancel();
            }}
          >
            {translate(phase.cancelling ? "pane.cancelling" : "pane.cancel")}
          </Button>
        ) : (
          <Button onClick={() => void store.check()}>{translate("pane.check")}</Button>
        )}
      </div>
    </footer>
  );
}

/**
 * Cancel goes away when a run ends: whoever stood on it with the keyboard is put on the primary button.
 * Gives the ref of that button.
 */
function useFocusAfterRun(running: boolean): (element: HTMLButtonElement | null) => void {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(running);
  useEffect(() => {
    if (before.current && !running && document.activeElement === document.body) button.current?.focus();
    before.current = running;
  }, [running]);
  return useCallback((element) => {
    button.current = element;
  }, []);
}
