import { later } from "../later";
import type { PaneSettings } from "../paneState";
import { createNoticesStore, type NoticesStore } from "./noticesStore";

/** The store of the notices' page over the workbook that Excel has open. */
export function officeNotices(settings: () => PaneSettings): NoticesStore {
  return createNoticesStore({
    loadWork: async () => (await import("./officeNoticesWork")).officeNoticesWork(),
    now: () => new Date(),
    later,
    settings,
  });
}
