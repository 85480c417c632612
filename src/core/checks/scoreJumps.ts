import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { compareDecimals, decimalToNumber, formatDecimal } from "../numbers/decimal";
import { middleOf } from "../numbers/middleOf";
import { filterInSteps, type Steps } from "../steps";
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
  const jumps: ({ readonly column: ScoreColumn; readonly rows: ReadonlySet<number> } & Jumps)[] = [];
  for (const column of subject.scoreColumns) {
    const found = yield* jumpsIn(column);
    jumps.push({ column, rows: new Set(found.cells.map(({ row }) => row)), ...found });
  }
  return jumps.flatMap(({ column, cells, middle }) =>
    cells
      .filter(({ row }) =>
        jumps.every(
          (other) => other.column === column || other.column.table !== column.table || !other.rows.has(row),
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

function* jumpsIn({ component, scores }: ScoreColumn): Steps<Jumps> {
  // Many units may well have full marks; a 0 and what is below it have findings of their own.
  const usualScores = yield* filterInSteps(
    scores,
    ({ value }) => value.units > 0 && compareDecimals(value, component.maximum) < 0,
  );
  yield;
  const values = new Float64Array(usualScores.length);
  for (const [index, { value }] of usualScores.entries()) values[index] = decimalToNumber(value);
  const middle = middleOf(values);
  if (values.length < MINIMUM_SCORES) return { cells: [], middle };
  const usual = middleOf(values.map((value) => Math.abs(value - middle)));
  const apart = decimalToNumber(component.maximum) * SHARE_OF_MAXIMUM;
  const limit = Math.max(usual * TIMES_USUAL, apart);
  const isSlip = movedPoint(values, middle, apart);
  const cells = yield* filterInSteps(usualScores, ({ value }) => {
    const number = decimalToNumber(value);
    return Math.abs(number - middle) > limit || isSlip(number);
  });
  return { cells: cells.length > most(values) ? [] : cells, middle };
}

/** So many scores of a column may be called jumps. */
function most({ length }: Float64Array): number {
  return Math.max(1, length * SHARE_OF_COLUMN);
}

/**
 * Tells a score whose decimal point moved, however wide the column is: one far below all but a few others that would
 * be among them when taken ten times.
 */
function movedPoint(values: Float64Array, middle: number, apart: number): (score: number) => boolean {
  const usual = values.filter((value) => value >= middle - apart);
  if (values.length - usual.length > most(values)) return () => false;
  const lowest = usual.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const highest = usual.reduce((high, value) => Math.max(high, value), 0);
  return (score) => lowest - score >= apart && score * 10 >= lowest && score * 10 <= highest;
}
