import type { ColumnRole } from "../../assessment/assessment";
import { names, type Concept } from "../../vocabulary/concepts";

/** What headers name whatever the scheme, and the role of it; where words mean several, the first is meant. */
const ROLES: readonly (readonly [Concept, ColumnRole])[] = [
  ["unit", "unit"],
  ["sequence", "sequence"],
  ["identifier", "sequence"],
  ["group", "group"],
  ["period", "period"],
  ["bonus", "bonus"],
  ["deduction", "deduction"],
  ["net", "net"],
  ["rank", "rank"],
  ["total", "total"],
  ["note", "note"],
  ["grade", "grade"],
  ["problem", "problem"],
  ["subtotal", "subtotal"],
  ["full-mark", "full-mark"],
  ["weight", "full-mark"],
];

/** The role that a header's words name, whatever the scheme; null when they name none. */
export function commonRole(words: string): ColumnRole | null {
  return ROLES.find(([concept]) => names(words, concept))?.[1] ?? null;
}
