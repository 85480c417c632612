import type { workbench as chinese } from "../zh-CN/workbench";

/** The same words in English; the type holds the keys equal. */
export const workbench: Readonly<Record<keyof typeof chinese, string>> = {
  "workbench.title": "PERF workbench",
  "workbench.label": "Demo, not connected to Excel",
  "workbench.label-tip":
    "There is no Excel here: an open-source grid shows the workbook, and a host emulator stands in for Excel.",
  "workbench.toolbar": "Workbench toolbar",
  "workbench.open": "Open",
  "workbench.open-tip": "Open an .xlsx workbook (or drop the file on the page)",
  "workbench.save": "Save",
  "workbench.save-tip": "Save the workbook as an .xlsx file",
  "workbench.sample": "Sample",
  "workbench.sample-tip": "Load the sample workbook again (all of its figures are made up)",
  "workbench.language": "Language",
  "workbench.theme": "Theme",
  "workbench.theme.colorful": "Colorful",
  "workbench.theme.darkGray": "Dark gray",
  "workbench.theme.black": "Black",
  "workbench.grid": "Workbook",
  "workbench.pane": "PERF task pane",
  "workbench.pane-close": "Close the pane",
  "workbench.pane-heading": "PERF",
  "workbench.opening": "Opening {name}",
  "workbench.opened": "Opened {name}",
  "workbench.saving": "Saving",
  "workbench.saved": "Saved as {name}",
  "workbench.saved-anew":
    "Saved as {name}. More than cells had changed, so the file was made anew from the grid, without comments, validation, conditional formats and charts",
  "workbench.sample-opened": "Loaded the sample workbook; its figures are made up",
  "workbench.drop": "Let go to open the workbook",
  "workbench.failed": "Something went wrong: {detail}",
};
