/** The ids of headings that counts in messages lead to. */
export const RANKING_HEADING = "ranking-heading";
export const UNRANKED_HEADING = "unranked-heading";

/** Takes the clerk, and the keyboard with him, to a heading of the report. */
export function goToHeading(id: string): void {
  const heading = document.getElementById(id);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "start" });
}
