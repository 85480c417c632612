import { installExternal } from "../emulator/officeForBrowser";
import type { PaneFrame } from "./paneFrame";

/*
 * Runs in the pane's page before Office.js, which is as Microsoft ships it: puts the host emulator where desktop
 * Excel puts itself.
 */
const external = (window.frameElement as PaneFrame | null)?.perfExternal;
if (!external) throw new Error("This page belongs beside the workbench's grid");
installExternal(window, external);

interface PrivateOfficeExtension {
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
}

window.addEventListener("DOMContentLoaded", () => {
  void Office.onReady(() => {
    // As in a host that checks requirement sets: what a set lacks is refused on the spot. Not in the public types.
    const { CommonUtility } = OfficeExtension as unknown as PrivateOfficeExtension;
    CommonUtility._doApiNotSupportedCheck = true;
  });
});
