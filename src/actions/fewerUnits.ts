import type { Ranking } from "../core/ranking/ranking";
import type { WorkbookProblem } from "../workbook/port";

/** Why a ranking is not put in the place of a better one: it has fewer units than it should; else null. */
export function fewerUnits({ groups }: Ranking, least = 0): WorkbookProblem | null {
  const ranked = groups.reduce((sum, group) => sum + group.ranked.length, 0);
  return ranked < least ? { code: "fewer-units", detail: `${String(least)} → ${String(ranked)}` } : null;
}
