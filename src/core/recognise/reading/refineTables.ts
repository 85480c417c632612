import type { ShapedTable } from "../../shape/shape";
import type { Steps } from "../../steps";
import { trimHeader, withHeaderAbove, withHeadings, withoutFigures, withWeightsOnTop } from "./headerRows";
import { withLabels, withNamesBelow, withNumbered, withSummaryBelow } from "./rowLabels";
import { joinContinued, splitAcross, splitDown } from "./tableParts";

/**
 * Tables with what only their whole shows: a line with one text at the top of a header is a title, one at its foot names
 * the first group; where a header stands again under a title or a gap, or again to the right, another table begins; a
 * line of figures right under the units sums them up.
 */
export function* refineTables(tables: readonly ShapedTable[]): Steps<ShapedTable[]> {
  const refined: ShapedTable[] = [];
  for (const table of joinContinued(tables.map(withHeaderAbove))) {
    yield;
    for (const across of splitAcross(withoutFigures(withHeadings(trimHeader(table))))) {
      yield;
      for (const part of splitDown(across)) {
        yield;
        const numbered = withNumbered(part);
        yield;
        refined.push(withNamesBelow(withWeightsOnTop(withLabels(withSummaryBelow(numbered)))));
      }
    }
  }
  yield;
  return refined;
}
