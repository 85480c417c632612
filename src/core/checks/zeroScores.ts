import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { decimalToNumber } from "../numbers/decimal";
import { middleOf } from "../numbers/middleOf";
import type { CheckSubject } from "./checkSubject";
import { sourceOf, type ScoreColumn } from "./scoreColumns";

/** More zeros than this in one column are one finding. */
const MAXIMUM_SINGLE = 3;
const USUAL_DISTANCES = 4;
/** Fewer scores than this have no usual spread. */
const FEW = 5;
/** A share of the full mark. */
const LOW = 0.2;

/**
 * A score of 0 counts as 0 (rule 26), but it may stand for a blank: a hint each, or one for a column of many. Where
 * small scores are usual, such as games won, a 0 is one of them.
 */
export function checkZeroScores(subject: CheckSubject): Finding[] {
  return subject.scoreColumns.flatMap((column) => {
    const { component, scores } = column;
    const zeros = scores.filter(({ value }) => value.units === 0);
    if (zeros.length > 0 && reachesDown(column)) return [];
    const [first] = zeros;
    if (zeros.length > MAXIMUM_SINGLE && first) {
      const source = sourceOf(column, first);
      return [
        createFinding(
          "component-zeros",
          { sheet: source.sheet, cell: source },
          { component: component.name, count: zeros.length },
        ),
      ];
    }
    return zeros.map((zero) => {
      const source = sourceOf(column, zero);
      return createFinding(
        "component-zero",
        { sheet: source.sheet, cell: source },
        { component: component.name },
      );
    });
  });
}

/**
 * Whether a 0 is within the column's usual spread: not further from the middle than four usual distances; of a few
 * scores, whether one is low.
 */
function reachesDown({ component, scores }: ScoreColumn): boolean {
  const above = Float64Array.from(scores, ({ value }) => decimalToNumber(value)).filter((value) => value > 0);
  if (above.length > 0 && above.length < FEW)
    return above.some((value) => value <= decimalToNumber(component.maximum) * LOW);
  const middle = middleOf(above);
  const usual = middleOf(above.map((value) => Math.abs(value - middle)));
  return above.length > 0 && middle <= usual * USUAL_DISTANCES;
}
