import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { equalDecimals, formatDecimal, formatFixed } from "../numbers/decimal";
import { roundDecimal, type Rounding } from "../numbers/rounding";
import type { RankedUnit, Ranking } from "../ranking/ranking";
import { scoreSetOf } from "../ranking/rankAssessment";
import { explainTotal } from "../scoring/explainTotal";
import { computeTotal, totalFormula, type ScoreSet, type TotalFormula } from "../scoring/total";
import { flatMapInSteps, type Steps } from "../steps";
import type { CheckSubject } from "./checkSubject";
import { correctionOf } from "./correction";
import type { RightFigures } from "./rightFigures";
import { byColumn, firstOfLargestColumn } from "./statedColumns";
import { findTotalModel, type FoundModel } from "./findTotalModel";
import type { StatedTotal } from "./totalModel";
import { describeTotalModel } from "./describeTotalModel";

/**
 * Compares the workbook's own totals with the exact ones (part 四, rule 10). A stated total with more decimals than
 * the scheme's is rounded first: it is the same total, only not yet rounded. Where many rows differ for one reason
 * (other weights, an adjustment left out, another rounding), that reason is one finding with the number of rows that
 * it reproduces; rows that it does not explain are findings of their own.
 */
export function* checkStatedTotals(subject: CheckSubject): Steps<Finding[]> {
  const { ranking, rightFigures } = subject;
  const formula = totalFormula(ranking.scheme, ranking.dynamic);
  if (
    ranking.groups.every(({ ranked }) => ranked.every((unit) => isStatedRight(unit, ranking.scheme.rounding)))
  )
    return [];
  const rows = yield* statedRows(ranking, formula, rightFigures);
  const whole = yield* findTotalModel(formula, rows);
  if (whole) return yield* explained(subject, formula, rows, whole);
  const columns = byColumn(rows, ({ stated }) => stated);
  if (columns.length === 1) return yield* wrongOnes(subject, formula, rows);
  const findings: Finding[] = [];
  for (const own of columns) {
    const model = yield* findTotalModel(formula, own);
    const found = model
      ? yield* explained(subject, formula, own, model)
      : yield* wrongOnes(subject, formula, own);
    for (const finding of found) findings.push(finding);
  }
  return findings;
}

function* statedRows(
  { groups, scheme }: Ranking,
  formula: TotalFormula,
  figures: RightFigures,
): Steps<StatedTotal[]> {
  const rows: StatedTotal[] = [];
  for (const { ranked } of groups) {
    yield;
    const own = yield* flatMapInSteps(ranked, ({ unit, total }) => {
      const stated = unit.statedTotal;
      if (stated === null) return [];
      const set = scoreSetOf(formula, unit);
      const right = isStatedRight({ unit, total }, scheme.rounding) || isMended(formula, unit, set, figures);
      return [{ unit, stated, total, set, right }];
    });
    for (const row of own) rows.push(row);
  }
  return rows;
}

/** Whether a unit's stated total is the exact one, rounded or not yet rounded, or the workbook states none. */
function isStatedRight({ unit, total }: Pick<RankedUnit, "unit" | "total">, rounding: Rounding): boolean {
  return unit.statedTotal === null || equalDecimals(roundDecimal(unit.statedTotal.value, rounding), total);
}

/** Whether the stated total is that of the right scores: a score that is wrong itself is found where it stands. */
function isMended(
  formula: TotalFormula,
  unit: RankedUnit["unit"],
  set: ScoreSet,
  figures: RightFigures,
): boolean {
  const scores = formula.components.map(({ id }, index) => {
    const figure = unit.components.get(id);
    return (figure ? figures.at(figure) : null) ?? set.scores[index] ?? null;
  });
  if (scores.every((score, index) => score === set.scores[index])) return false;
  const mended = computeTotal(formula, { ...set, scores });
  return mended.kind === "total" && isStatedRight({ unit, total: mended.total }, formula.scheme.rounding);
}

function wrongOnes(
  subject: CheckSubject,
  formula: TotalFormula,
  rows: readonly StatedTotal[],
): Steps<Finding[]> {
  return flatMapInSteps(rows, (row) => (row.right ? [] : [differing(subject, formula, row)]));
}

function* explained(
  subject: CheckSubject,
  formula: TotalFormula,
  rows: readonly StatedTotal[],
  model: FoundModel,
): Steps<Finding[]> {
  const wrong = rows.filter(({ right }) => !right);
  const given = wrong.filter((row) => model.reproduces(row));
  const first = firstOfLargestColumn(given, ({ stated }) => stated);
  if (first === null) return yield* wrongOnes(subject, formula, wrong);
  const place = { sheet: first.stated.sheet, cell: first.stated };
  const counts = { count: model.count, of: rows.length, differing: wrong.length };
  return [
    ...describeTotalModel(formula, model.model).map(({ code, parameters }) =>
      createFinding(code, place, { ...counts, ...parameters }),
    ),
    ...(yield* flatMapInSteps(wrong, (row) =>
      model.reproduces(row) ? [] : [differing(subject, formula, row)],
    )),
  ];
}

function differing(
  subject: CheckSubject,
  formula: TotalFormula,
  { unit, stated, total, set }: StatedTotal,
): Finding {
  const own = formatDecimal(stated.value);
  const computed = formatFixed(total, formula.scheme.rounding.places);
  return createFinding(
    "total-differs",
    { sheet: stated.sheet, cell: stated },
    {
      unit: unit.name,
      stated: own,
      computed,
      explanation: explainTotal(formula, set) ?? "",
    },
    correctionOf(subject, stated, { stated: own, right: computed }),
  );
}
