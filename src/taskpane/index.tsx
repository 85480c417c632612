import "../functions/register";
import { associateCommands } from "../commands/commands";
import { createPaneStore } from "./store";

/*
 * The shared runtime's first script. Functions and ribbon commands are registered here, before React is loaded:
 * a workbook whose cells call PERF functions does not wait for the pane.
 */
const store = createPaneStore({
  loadWork: async () => (await import("./officeWork")).officeWork(),
  now: () => new Date(),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
});

associateCommands(store);

const pane = import("./mountPane");

void Office.onReady(async ({ host }) => {
  const { mountPane } = await pane;
  await mountPane(store, host === Office.HostType.Excel);
});
