import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { compareNumbers } from "../numbers/compareNumbers";
import { compareDecimals, formatDecimal } from "../numbers/decimal";
import type { Ranking } from "../ranking/ranking";
import { flatMapInSteps, type Steps } from "../steps";
import type { CheckSubject } from "./checkSubject";
import { correctionOf } from "./correction";
import { firstOfLargestColumn } from "./statedColumns";
import type { RightFigures } from "./rightFigures";
import { findRankModel, type FoundRankModel } from "./findRankModel";
import { describeRankModel } from "./describeRankModel";
import { allRanksRight, rowsGivenBy, scopesOf, statedRanksOf, type StatedRank } from "./rankModel";

/** So many wrong ranks that are the right ones in another order are one finding. */
const MINIMUM_UNSORTED = 3;
const SHARE_UNSORTED = 0.3;
/** The order of fewer units than this agrees too easily. */
const MINIMUM_EXCERPT = 3;

/**
 * Compares the workbook's own ranks with those of the exact totals inside each group (rules 11 to 13). Where units of
 * the group are kept out of the ranking, the author may have ranked them: a rank that is later by no more than their
 * number is not called wrong. Where many ranks differ for one reason (another tie rule, ranked across groups, from the
 * lowest, by the author's own totals, left as they were before a sort), that is one finding for the column.
 */
export function* checkStatedRanks(subject: CheckSubject): Steps<Finding[]> {
  const { ranking, formulas, rightFigures } = subject;
  if (allRanksRight(ranking)) return [];
  const rows = yield* statedRanksOf(ranking);
  if (yield* areMended(ranking, rightFigures, rows)) return [];
  const wrong = rows.filter(({ right }) => !right);
  const excerpt = excerptOf(rows, wrong);
  if (excerpt) return [excerpt];
  const model = yield* findRankModel(ranking.scheme.rounding, ranking.scheme, rows);
  if (model) return yield* explained(subject, rows, wrong, model);
  const typed = wrong.every(({ source }) => formulas.formAt(source.sheet, source) === null);
  if (typed && isUnsorted(rows, wrong)) {
    const first = firstOfLargestColumn(wrong, ({ source }) => source);
    return first !== null
      ? [
          createFinding(
            "ranks-not-resorted",
            { sheet: first.source.sheet, cell: first.source },
            { count: wrong.length, of: rows.length },
          ),
        ]
      : [];
  }
  return yield* flatMapInSteps(wrong, (row) => differing(subject, row));
}

/**
 * Whether all ranks are right once the totals that break the author's own rule are put right: then they were given by the
 * right totals, and the totals' own findings say what is wrong.
 */
function* areMended({ scheme }: Ranking, right: RightFigures, rows: readonly StatedRank[]): Steps<boolean> {
  const [only, ...others] = scheme.components;
  if (only === undefined || others.length > 0) return false;
  const mended = rows.map((row): StatedRank => {
    const figure = row.unit.components.get(only.id);
    const total = figure ? right.at(figure) : null;
    return total === null || row.computedTotal === null ? row : { ...row, computedTotal: total };
  });
  if (mended.every((row, index) => row === rows[index])) return false;
  const model = { by: "computed", scope: "group", ...scheme } as const;
  const scopes = yield* scopesOf(model, mended, scheme.rounding);
  return scopes.every((scope) => rowsGivenBy(model, scope).length === scope.length);
}

function* explained(
  subject: CheckSubject,
  rows: readonly StatedRank[],
  wrong: readonly StatedRank[],
  model: FoundRankModel,
): Steps<Finding[]> {
  const given = wrong.filter((row) => model.reproduces(row));
  const first = firstOfLargestColumn(given, ({ source }) => source);
  if (first === null) return yield* flatMapInSteps(wrong, (row) => differing(subject, row));
  const place = { sheet: first.source.sheet, cell: first.source };
  const counts = { count: model.count, of: rows.length, differing: wrong.length };
  return [
    ...describeRankModel(subject.ranking.scheme, model.model).map((code) =>
      createFinding(code, place, counts),
    ),
    ...(yield* flatMapInSteps(wrong, (row) => (model.reproduces(row) ? [] : differing(subject, row)))),
  ];
}

function differing(subject: CheckSubject, { unit, stated, source, expected }: StatedRank): Finding[] {
  if (expected === null) return [];
  const own = formatDecimal(stated);
  return [
    createFinding(
      "rank-differs",
      { sheet: source.sheet, cell: source },
      { unit: unit.name, stated: own, computed: expected },
      correctionOf(subject, source, { stated: own, right: String(expected) }),
    ),
  ];
}

/**
 * Ranks of a larger whole, such as those of all counties beside the units of one: none is right here, but better totals
 * have better ranks, and equal ones the same.
 */
function excerptOf(rows: readonly StatedRank[], wrong: readonly StatedRank[]): Finding | null {
  const ranked = rows.flatMap(({ rank, computedTotal: total, source }) =>
    rank === null || total === null ? [] : [{ rank, total, source }],
  );
  ranked.sort((left, right) => left.rank - right.rank);
  const [first] = ranked;
  const last = ranked.at(-1);
  if (!first || !last || ranked.length < MINIMUM_EXCERPT || last.rank <= rows.length) return null;
  if (ranked.length < rows.length || wrong.length < rows.length * SHARE_UNSORTED) return null;
  const inOrder = ranked.every(({ rank, total }, index) => {
    const next = ranked[index + 1];
    if (!next) return true;
    const order = compareDecimals(total, next.total);
    return rank === next.rank ? order === 0 : order > 0;
  });
  if (!inOrder) return null;
  return createFinding(
    "ranks-of-larger-whole",
    { sheet: first.source.sheet, cell: first.source },
    { first: first.rank, last: last.rank, count: ranked.length },
  );
}

/** Whether each group's ranks are the right ones or 1 to the last, only not beside the right units. */
function isUnsorted(rows: readonly StatedRank[], wrong: readonly StatedRank[]): boolean {
  if (wrong.length < Math.max(MINIMUM_UNSORTED, rows.length * SHARE_UNSORTED)) return false;
  const groups = new Map<string, StatedRank[]>();
  for (const row of rows) {
    const group = groups.get(row.group);
    if (group) group.push(row);
    else groups.set(row.group, [row]);
  }
  return [...groups.values()].every((group) => {
    const stated = group.map(({ rank }) => rank ?? 0).sort(compareNumbers);
    const expected = group.map(({ expected: rank }) => rank ?? 0).sort(compareNumbers);
    return (
      stated.every((rank, index) => rank === index + 1) ||
      stated.every((rank, index) => rank === expected[index])
    );
  });
}
