import type { OfficeExternal } from "../emulator/officeForBrowser";

/** The frame of the pane's page. What Office.js is to find there waits on the element until the page asks. */
export interface PaneFrame extends HTMLIFrameElement {
  perfExternal?: OfficeExternal;
}
