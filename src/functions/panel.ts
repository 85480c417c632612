import { decimalToNumber, type Decimal } from "../core/numbers/decimal";
import { readNumber } from "../core/numbers/readNumber";
import type { PanelRule } from "../core/scheme/scheme";
import { panelScore } from "../core/scoring/panelScore";
import { contentOf, rangeOf, type Content } from "./argument";
import { shapeOf } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type CellResult } from "./fault";
import type { PerfFunctions } from "./host";
import { optionWhole } from "./option";
import { decimalOf, reasonOf } from "./reason";

const HUNDRED: Decimal = { units: 100, places: 0 };
/** Dropping one highest and one lowest takes three ballots; 0 stands for "never". */
const SMALLEST_TRIMMED = 3;
const LARGEST_TRIMMED = 1_000_000;

/**
 * `PERF.PANEL`: mean of a panel's ballots; from `trim` ballots on, one highest and one lowest are dropped (rule 18).
 * Ballots in one column are one unit's; with more columns every row is a unit. Blanks and marks for "none" are no
 * ballots, and a ballot outside 0 to 100 is void.
 */
export function createPanel(environment: FunctionEnvironment): PerfFunctions["panel"] {
  return (ballots, trim) => {
    const { scheme, translate } = environment;
    const name = translate("function.trim");
    const trimFrom = optionWhole(trim, name, [0, LARGEST_TRIMMED], translate);
    if (isFault(trimFrom)) return [[trimFrom]];
    if (trimFrom !== null && trimFrom > 0 && trimFrom < SMALLEST_TRIMMED) {
      return [[invalidValue(translate("function.trim-range", { smallest: SMALLEST_TRIMMED }))]];
    }
    const rule = {
      trimFrom: trimFrom === 0 ? Number.POSITIVE_INFINITY : (trimFrom ?? scheme.panel.trimFrom),
    };
    const range = rangeOf(ballots) ?? [[null]];
    const units = shapeOf(range).columns === 1 ? [range.flat()] : range;
    return units.map((cells) => [meanOf(cells, rule, environment)]);
  };
}

function meanOf(cells: readonly unknown[], rule: PanelRule, { translate }: FunctionEnvironment): CellResult {
  const name = translate("function.ballots");
  const ballots: Decimal[] = [];
  for (const cell of cells) {
    const content = contentOf(cell);
    const ballot = decimalOf(content);
    if (ballot !== null) ballots.push(ballot);
    else if (content.kind === "error") return notAvailable(reasonOf(name, content, translate));
    else if (!isNoBallot(content)) return invalidValue(reasonOf(name, content, translate));
  }
  const { score, voided } = panelScore(ballots, rule, HUNDRED);
  if (score !== null) return decimalToNumber(score);
  return notAvailable(translate("function.no-ballot", { voided: voided.length }));
}

function isNoBallot(content: Content): boolean {
  return content.kind === "blank" || (content.kind === "text" && readNumber(content.text).kind === "none");
}
