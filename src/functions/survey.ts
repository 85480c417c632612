import { decimalToNumber, type Decimal } from "../core/numbers/decimal";
import type { SurveyScale } from "../core/scheme/scheme";
import { surveyScore } from "../core/scoring/surveyScore";
import type { FunctionWords } from "./words";
import { contentOf, rangeOf, type Range } from "./argument";
import { shapeOf } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type CellResult, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import { numberOr } from "./reason";

const ANSWERS = ["satisfied", "fairly-satisfied", "dissatisfied", "no-opinion"] as const;
const MOST_PEOPLE = 1_000_000_000;

/**
 * `PERF.SURVEY`: counts of 满意, 基本满意, 不满意 and, if asked, 不了解 to a score (rule 17). Counts in a row are a unit
 * a row; a column of three or four is one unit. A row without any count stays blank.
 */
export function createSurvey(environment: FunctionEnvironment): PerfFunctions["survey"] {
  return (counts, points) => {
    const { scheme, translate } = environment;
    const scale = scaleOf(points, scheme.survey, translate);
    if (isFault(scale)) return [[scale]];
    const rows = unitsOf(rangeOf(counts) ?? [[null]], translate);
    if (isFault(rows)) return [[rows]];
    return rows.map((row) => [scoreOf(row, scale, translate)]);
  };
}

function unitsOf(range: Range, translate: FunctionWords): Range | Fault {
  const { rows, columns } = shapeOf(range);
  if (columns === 3 || columns === 4) return range;
  if (columns === 1 && (rows === 3 || rows === 4)) return [range.map((row) => row[0])];
  return invalidValue(translate("function.survey-shape", { rows, columns }));
}

function scoreOf(row: readonly unknown[], scale: SurveyScale, translate: FunctionWords): CellResult {
  if (row.every((cell) => contentOf(cell).kind === "blank")) return "";
  const numbers: number[] = [];
  for (const [index, answer] of ANSWERS.entries()) {
    // 不了解 takes no part in the score, so that a blank there leaves nothing open.
    const open = answer === "no-opinion" && contentOf(row[index]).kind === "blank";
    const name = () => translate(`function.survey.${answer}`);
    const count = open ? 0 : wholeCount(row[index], name, translate);
    if (typeof count !== "number") return count;
    numbers.push(count);
  }
  const [satisfied = 0, fairlySatisfied = 0, dissatisfied = 0, noOpinion = 0] = numbers;
  const score = surveyScore({ satisfied, fairlySatisfied, dissatisfied, noOpinion }, scale);
  return score === null ? notAvailable(translate("function.nobody-answered")) : decimalToNumber(score);
}

function wholeCount(cell: unknown, name: () => string, translate: FunctionWords): number | Fault {
  const count = numberOr(cell, name, translate);
  if (isFault(count)) return count;
  const value = decimalToNumber(count);
  if (Number.isInteger(value) && value >= 0 && value <= MOST_PEOPLE) return value;
  return invalidValue(
    translate("function.whole", { name: name(), text: value, lowest: 0, highest: MOST_PEOPLE }),
  );
}

/** The points of the three answers that count, highest first; the scheme's when left out. */
function scaleOf(points: unknown, own: SurveyScale, translate: FunctionWords): SurveyScale | Fault {
  const range = rangeOf(points);
  if (range === null) return own;
  const cells = range.flat();
  if (cells.length !== 3) return invalidValue(translate("function.survey-points", { count: cells.length }));
  const decimals: Decimal[] = [];
  for (const cell of cells) {
    const point = numberOr(cell, () => translate("function.points"), translate);
    if (isFault(point)) return point;
    decimals.push(point);
  }
  const [satisfied, fairlySatisfied, dissatisfied] = decimals;
  if (!satisfied || !fairlySatisfied || !dissatisfied) return own;
  return { satisfied, fairlySatisfied, dissatisfied };
}
