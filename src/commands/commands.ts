import type { Page, PageStore } from "../taskpane/pageStore";
import type { PaneStore } from "../taskpane/store";

/** The ribbon's buttons by the action ids that the manifest names. */
export function associateCommands(store: PaneStore, page: PageStore): void {
  const associate = (id: string, shown: Page | null, work: () => Promise<void>) => {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => void perform(event, shown, work));
  };
  /** A command opens the pane, so that progress and result are seen, and tells Excel when it is through. */
  const perform = async (
    event: Office.AddinCommands.Event,
    shown: Page | null,
    work: () => Promise<void>,
  ) => {
    try {
      await Office.addin.showAsTaskpane();
      if (shown) page.show(shown);
      await work();
    } finally {
      event.completed();
    }
  };
  associate("openPane", null, () => Promise.resolve());
  associate("check", "ranking", () => store.start({ task: "check" }));
  associate("generateRanking", "ranking", () => store.start({ task: "ranking" }));
  associate("openNotices", "notices", () => Promise.resolve());
}
