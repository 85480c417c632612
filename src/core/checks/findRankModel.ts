import { RANKING_ORDERS, TIE_RULES } from "../scheme/scheme";
import type { Rounding } from "../numbers/rounding";
import type { Scheme } from "../scheme/scheme";
import { flatMapInSteps, type Steps } from "../steps";
import { rowsGivenBy, scopesOf, type RankModel, type RankScope, type StatedRank } from "./rankModel";

/** A model that explains why ranks differ, with how many of all rows it gives. */
export interface FoundRankModel {
  readonly model: RankModel;
  readonly count: number;
  reproduces(row: StatedRank): boolean;
}

/** How a scheme ranks. */
export type RankingRule = Pick<Scheme, "ties" | "order">;

const SHARE_OF_ALL = 0.8;
const SHARE_OF_WRONG = 0.6;
/** One wrong rank has many explanations, two for one reason are taken for it. */
const MINIMUM_EXPLAINED = 2;

/**
 * Finds how the author ranked where the ranks differ from the scheme's: another tie rule, across groups, from the
 * lowest total, by the workbook's own totals. The simplest model that gives the most rows wins; null when none gives
 * enough of them.
 */
export function* findRankModel(
  rounding: Rounding,
  own: RankingRule,
  rows: readonly StatedRank[],
): Steps<FoundRankModel | null> {
  const wrong = rows.filter(({ right }) => !right);
  if (wrong.length === 0) return null;
  const found = yield* bestModel(rounding, own, rows);
  if (found === null) return null;
  const { model } = found;
  const given = new Set(found.given);
  const explained = wrong.filter((row) => given.has(row)).length;
  const lost = rows.filter((row) => row.right && row.expected !== null && !given.has(row)).length;
  // Ranks by totals with all their digits, or by another tie rule, part units that print alike: where that gives every
  // rank, one pair of them is enough to see it.
  const partsTies = model.by === "stated-unrounded" || isOtherTieRule(model, own);
  const minimum = partsTies && given.size === rows.length ? 1 : MINIMUM_EXPLAINED;
  const enough =
    explained >= Math.max(minimum, wrong.length * SHARE_OF_WRONG) &&
    given.size >= rows.length * SHARE_OF_ALL &&
    explained > lost;
  return enough ? { model, count: given.size, reproduces: (row) => given.has(row) } : null;
}

function isOtherTieRule({ by, scope, order }: RankModel, own: RankingRule): boolean {
  return by === "computed" && scope === "group" && order === own.order;
}

/** The first of the models that give the most rows. */
function* bestModel(
  rounding: Rounding,
  own: RankingRule,
  rows: readonly StatedRank[],
): Steps<{ readonly model: RankModel; readonly given: readonly StatedRank[] } | null> {
  const scopes = new Map<string, readonly RankScope[]>();
  let best: { model: RankModel; given: readonly StatedRank[] } | null = null;
  for (const model of modelsFor(own)) {
    const key = `${model.by} ${model.scope}`;
    const ranked = scopes.get(key) ?? (yield* scopesOf(model, rows, rounding));
    scopes.set(key, ranked);
    const given = yield* flatMapInSteps(ranked, (scope) => rowsGivenBy(model, scope));
    if (given.length > (best?.given.length ?? 0)) best = { model, given };
    if (given.length === rows.length) break;
    yield;
  }
  return best;
}

/** Every way but the scheme's own, those nearest to it first. */
function modelsFor(own: RankingRule): RankModel[] {
  const models: RankModel[] = [];
  for (const by of ["computed", "stated", "stated-unrounded"] as const) {
    for (const scope of ["group", "all"] as const) {
      for (const order of RANKING_ORDERS) {
        for (const ties of TIE_RULES) models.push({ by, scope, ties, order });
      }
    }
  }
  return models
    .filter((model) => distance(model, own) > 0)
    .sort((a, b) => distance(a, own) - distance(b, own));
}

function distance({ by, scope, ties, order }: RankModel, own: RankingRule): number {
  // Ordinal ranks fit whatever parts the ties, so that what parts them for a reason comes first.
  const tieRule = ties === own.ties ? 0 : ties === "ordinal" ? 1.5 : 1;
  return (by === "computed" ? 0 : 1) + (scope === "group" ? 0 : 1) + (order === own.order ? 0 : 1) + tieRule;
}
