import type { PageSetup } from "./plan";

/** The page of our own tables: A4, all columns on one page across. */
export function plainPage(orientation: PageSetup["orientation"]): PageSetup {
  return {
    paper: "a4",
    orientation,
    margins: { top: 20, bottom: 18, left: 15, right: 15, header: 8, footer: 8 },
    fitWidth: true,
  };
}
