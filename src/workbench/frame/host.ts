import { installExternal } from "../emulator/officeForBrowser";
import type { PaneFrame } from "./paneFrame";

/*
 * Runs in the pane's page in the place of Office.js: puts the host emulator where desktop Excel puts itself, then
 * lets the page load Office.js, unmodified. Office.js has to be there before the page's next script runs, and
 * `document.write` is what a page still being parsed has for that.
 */
const external = (window.frameElement as PaneFrame | null)?.perfExternal;
if (!external) throw new Error("This page belongs beside the workbench's grid");
installExternal(window, external);
document.write(
  '<script src="office-js/office.js"></script>',
  // As in a host that checks requirement sets: what a set lacks is refused on the spot.
  "<script>Office.onReady(() => { OfficeExtension.CommonUtility._doApiNotSupportedCheck = true; });</script>",
);
