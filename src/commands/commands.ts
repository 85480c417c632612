import type { NoticesStore } from "../taskpane/notices/noticesStore";
import type { PaneStore } from "../taskpane/store";

/** The ribbon's buttons by the action ids that the manifest names. */
export function associateCommands(store: PaneStore, notices: NoticesStore): void {
  Office.actions.associate(
    "openPane",
    command(() => Promise.resolve()),
  );
  Office.actions.associate(
    "check",
    command(() => store.start({ task: "check" })),
  );
  Office.actions.associate(
    "generateRanking",
    command(() => store.start({ task: "ranking" })),
  );
  Office.actions.associate(
    "openNotices",
    command(() => notices.open()),
  );
}

/** A ribbon command opens the pane, so that progress and result are seen, and tells Excel when it is through. */
function command(work: () => Promise<void>): (event: Office.AddinCommands.Event) => void {
  const perform = async (event: Office.AddinCommands.Event) => {
    try {
      await Office.addin.showAsTaskpane();
      await work();
    } finally {
      event.completed();
    }
  };
  return (event) => void perform(event);
}
