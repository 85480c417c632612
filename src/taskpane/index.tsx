import { loadFunctions } from "../functions/register";
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
 * a workbook whose cells call PERF functions does not wait for the pane. What they do is loaded when a cell first calls
 * one, else when the pane stands: a pane does not wait for functions that nobody calls.
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
  const insideExcel = host === Office.HostType.Excel;
  await mountPane(store, notices, insideExcel);
  // No cell has called a function so far: the first that does finds them loaded. What fails is told there.
  if (insideExcel) await loadFunctions();
});
