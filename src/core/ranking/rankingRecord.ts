import type { AssessedUnit } from "../assessment/assessment";
import { rankingDigest } from "../notices/figuresOf";
import { decimalToNumber, type Decimal } from "../numbers/decimal";
import type { Ranking } from "./ranking";

/** A unit as it stood in a ranking that was written. */
export interface RecordedUnit {
  readonly group: string;
  readonly name: string;
  /** Scores by component id. */
  readonly scores: ReadonlyMap<string, number>;
  readonly bonus: number | null;
  readonly deduction: number | null;
  /** Both null for a unit without a rank. */
  readonly total: number | null;
  readonly rank: number | null;
  /** What was written into its 备注. */
  readonly note: string;
  /** What the clerk put there instead; null where the note is ours. */
  readonly ownNote: string | null;
}

/** A ranking as it was when it was written. Later states of the workbook are compared with it. */
export interface RankingRecord {
  /** The period's id. */
  readonly period: string;
  /** When it was made, as its sheet says. */
  readonly madeAt: string;
  /** The name of the scheme. */
  readonly scheme: string;
  /** The fingerprint that an approval is given to. */
  readonly digest: string;
  /** Ids of the components, in their order. */
  readonly components: readonly string[];
  readonly units: readonly RecordedUnit[];
}

/** Takes down a ranking. */
export function recordRanking(
  ranking: Ranking,
  madeAt: string,
  ownNotes: ReadonlyMap<string, string> = new Map(),
): RankingRecord {
  const { scheme, period, groups } = ranking;
  return {
    period: period.id,
    madeAt,
    scheme: scheme.name,
    digest: rankingDigest(ranking),
    components: scheme.components.map(({ id }) => id),
    units: groups.flatMap(({ ranked, unranked }) => [
      ...ranked.map(({ unit, total, rank }) => recordUnit(unit, total, rank, ownNotes)),
      ...unranked.map(({ unit }) => recordUnit(unit, null, null, ownNotes)),
    ]),
  };
}

/** Tells units apart: the same name in two groups is two units. */
export function unitKey({ group, name }: { readonly group: string; readonly name: string }): string {
  return JSON.stringify([group, name]);
}

function recordUnit(
  unit: AssessedUnit,
  total: Decimal | null,
  rank: number | null,
  ownNotes: ReadonlyMap<string, string>,
): RecordedUnit {
  return {
    group: unit.group,
    name: unit.name,
    scores: new Map([...unit.components].map(([id, { value }]) => [id, decimalToNumber(value)])),
    bonus: unit.bonus && decimalToNumber(unit.bonus.value),
    deduction: unit.deduction && decimalToNumber(unit.deduction.value),
    total: total && decimalToNumber(total),
    rank,
    note: unit.note ?? "",
    ownNote: ownNotes.get(unitKey(unit)) ?? null,
  };
}
