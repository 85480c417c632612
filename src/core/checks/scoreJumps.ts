import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { compareDecimals, decimalToNumber, formatDecimal } from "../numbers/decimal";
import { middleOf } from "../numbers/middleOf";
import type { Steps } from "../steps";
import type { CheckSubject } from "./checkSubject";
import { sourceOf, type ScoreCell, type ScoreColumn } from "./scoreColumns";

const MINIMUM_SCORES = 8;
/** A jump is this many times the column's usual distance from its middle, and this share of the full mark. */
const TIMES_USUAL = 8;
const SHARE_OF_MAXIMUM = 0.2;
/** Where more than this share of a column jumps, the column is simply wide. */
const SHARE_OF_COLUMN = 0.05;

/**
 * A score far from all others of its column while the unit's other scores are not: a slip of the keyboard such as
 * 9.25 for 92.5. A unit that is far behind in everything is no slip.
 */
export function* checkScoreJumps(subject: CheckSubject): Steps<Finding[]> {
  const jumps: ({ readonly column: ScoreColumn } & Jumps)[] = [];
  for (const column of subject.scoreColumns) {
    yield;
    jumps.push({ column, ...jumpsIn(column) });
  }
  return jumps.flatMap(({ column, cells, middle }) =>
    cells
      .filter(({ row }) =>
        jumps.every(
          (other) =>
            other.column === column ||
            other.column.table !== column.table ||
            !other.cells.some((cell) => cell.row === row),
        ),
      )
      .map((cell) => {
        const source = sourceOf(column, cell);
        return createFinding(
          "score-jump",
          { sheet: source.sheet, cell: source },
          { component: column.component.name, value: formatDecimal(cell.value), middle },
        );
      }),
  );
}

/** The jumps of a column, and its middle. */
interface Jumps {
  readonly cells: readonly ScoreCell[];
  readonly middle: number;
}

function jumpsIn({ component, scores }: ScoreColumn): Jumps {
  // Many units may well have full marks; a 0 has its own hint.
  const usualScores = scores.filter(
    ({ value }) => value.units !== 0 && compareDecimals(value, component.maximum) < 0,
  );
  const values = Float64Array.from(usualScores, ({ value }) => decimalToNumber(value));
  const middle = middleOf(values);
  if (values.length < MINIMUM_SCORES) return { cells: [], middle };
  const usual = middleOf(values.map((value) => Math.abs(value - middle)));
  const limit = Math.max(usual * TIMES_USUAL, decimalToNumber(component.maximum) * SHARE_OF_MAXIMUM);
  const cells = usualScores.filter(({ value }) => Math.abs(decimalToNumber(value) - middle) > limit);
  return { cells: cells.length > Math.max(1, values.length * SHARE_OF_COLUMN) ? [] : cells, middle };
}
