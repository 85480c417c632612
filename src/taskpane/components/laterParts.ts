import { lazy } from "react";

/**
 * The parts that only a run or the opened settings show. They come in a file of their own, so that the first paint
 * does not wait for it: the folded settings ask for it as soon as they are there, long before a run can end.
 */
const loadLaterParts = () => import("./laterPartsBundle");

export const Announcement = lazy(async () => ({ default: (await loadLaterParts()).Announcement }));
export const OpenedRankings = lazy(async () => ({ default: (await loadLaterParts()).OpenedRankings }));
export const RunView = lazy(async () => ({ default: (await loadLaterParts()).RunView }));
export const SettingsFields = lazy(async () => ({ default: (await loadLaterParts()).SettingsFields }));

/** The notices' page has a file of its own: most openings of the pane do not need it. */
export const NoticesPage = lazy(async () => ({
  default: (await import("../notices/NoticesPage")).NoticesPage,
}));
