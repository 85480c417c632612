import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import type { CheckSubject } from "./checkSubject";

/** More zeros than this in one column are one finding. */
const MAXIMUM_SINGLE = 3;

/** A score of 0 counts as 0 (rule 26), but it may stand for a blank: a hint each, or one for a column of many. */
export function checkZeroScores(subject: CheckSubject): Finding[] {
  return subject.scoreColumns.flatMap(({ component, scores }) => {
    const zeros = scores.filter(({ figure }) => figure.value.units === 0);
    const [first] = zeros;
    if (zeros.length > MAXIMUM_SINGLE && first) {
      const { source } = first.figure;
      return [
        createFinding(
          "component-zeros",
          { sheet: source.sheet, cell: source },
          { component: component.name, count: zeros.length },
        ),
      ];
    }
    return zeros.map(({ figure: { source } }) =>
      createFinding("component-zero", { sheet: source.sheet, cell: source }, { component: component.name }),
    );
  });
}
