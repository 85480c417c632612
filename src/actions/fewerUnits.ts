import { rankedCount, type Ranking } from "../core/ranking/ranking";
import type { WorkbookProblem } from "../workbook/port";

/** Why a ranking is not put in the place of a better one: it has fewer units than it should; else null. */
export function fewerUnits(ranking: Ranking, least = 0): WorkbookProblem | null {
  const ranked = rankedCount(ranking);
  return ranked < least ? { code: "fewer-units", detail: `${String(least)} → ${String(ranked)}` } : null;
}
