import "../functions/register";
import { associateCommands } from "../commands/commands";
import { createNoticesStore } from "./notices/noticesStore";
import { createPaneStore } from "./store";

/** Calls the work once after a time; the call that it gives back prevents that. */
function later(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}

/*
 * The shared runtime's first script. Functions and ribbon commands are registered here, before React is loaded:
 * a workbook whose cells call PERF functions does not wait for the pane.
 */
const store = createPaneStore({
  loadWork: async () => (await import("./officeWork")).officeWork(),
  now: () => new Date(),
  later,
});

const notices = createNoticesStore({
  loadWork: async () => (await import("./notices/officeNoticesWork")).officeNoticesWork(),
  now: () => new Date(),
  later,
  settings: () => store.getState().settings,
});

associateCommands(store, notices);

const pane = import("./mountPane");

void Office.onReady(async ({ host }) => {
  const { mountPane } = await pane;
  await mountPane(store, notices, host === Office.HostType.Excel);
});
