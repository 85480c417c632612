import { Button } from "@fluentui/react-components";
import { useNotices } from "./NoticesContext";

/** The one primary button, and the preview; while a task is on, the way to stop it. */
export function NoticesBar() {
  const { store, state, translate } = useNotices();
  const { run, overview } = state;
  const running = run !== null;
  const stop = running ? (run.cancelling ? "pane.cancelling" : "pane.cancel") : "notices.preview.make";
  return (
    <footer className="action-bar">
      <div className="action-buttons">
        <Button
          appearance="primary"
          className="action-primary"
          disabledFocusable={!running && overview === null}
          onClick={() => void store.make()}
        >
          {translate("action.notices")}
        </Button>
        <Button
          disabledFocusable={running ? run.cancelling : overview === null}
          onClick={() => {
            if (running) store.cancel();
            else void store.preview();
          }}
        >
          {translate(stop)}
        </Button>
      </div>
    </footer>
  );
}
