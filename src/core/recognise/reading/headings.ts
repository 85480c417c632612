import { conceptsOf, type Concept } from "../../vocabulary/concepts";
import { readHeaderText } from "../../vocabulary/headerText";
import { isBlank } from "../tables/sheetView";

/** Concepts that head columns; a cell that names one is no unit's name. */
const HEADS: ReadonlySet<Concept> = new Set([
  "total",
  "subtotal",
  "rank",
  "grade",
  "bonus",
  "deduction",
  "net",
  "score",
  "group",
  "mean",
  "weighted-score",
]);

/** How much a text is a heading: 1 when its words are one, half when it has such words among others (结果得分). */
export function headingIn(value: unknown): number {
  if (typeof value !== "string" || isBlank(value)) return 0;
  const { weight, fullMark } = readHeaderText(value);
  if (weight !== null || fullMark !== null) return 1;
  const concepts = conceptsOf(value).filter(({ concept }) => HEADS.has(concept));
  if (concepts.some(({ strength }) => strength !== "contained")) return 1;
  return concepts.length > 0 ? 0.5 : 0;
}
