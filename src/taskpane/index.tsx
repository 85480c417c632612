import { loadFunctions } from "../functions/register";
import { associateCommands } from "../commands/commands";
import { later } from "./later";
import type { NoticesStore } from "./notices/noticesStore";
import { createPageStore } from "./pageStore";
import { createPaneStore } from "./store";

/*
 * The shared runtime's first script. Functions and ribbon commands are registered here, before React is loaded:
 * a workbook whose cells call PERF functions does not wait for the pane. What they do is loaded when a cell first calls
 * one, else when the pane stands: a pane does not wait for functions that nobody calls.
 */
const store = createPaneStore({
  loadWork: async () => (await import("./officeWork")).officeWork(),
  lookForRankings: async () => (await import("./officeRankings")).officeRankings(),
  now: () => new Date(),
  later,
});

const page = createPageStore();

let notices: Promise<NoticesStore> | null = null;

/** The notices' store, made when the page is first shown: one for all openings, because it keeps what was chosen. */
function loadNotices(): Promise<NoticesStore> {
  notices ??= import("./notices/officeNotices").then(({ officeNotices }) =>
    officeNotices(() => store.getState().settings),
  );
  return notices;
}

associateCommands(store, page);

const pane = import("./mountPane");

void Office.onReady(async ({ host }) => {
  const { mountPane } = await pane;
  const insideExcel = host === Office.HostType.Excel;
  await mountPane({ store, page, loadNotices, insideExcel });
  // No cell has called a function so far: the first that does finds them loaded. What fails is told there.
  if (insideExcel) await loadFunctions();
});
