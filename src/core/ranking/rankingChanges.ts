import type { SheetCell } from "../workbook/address";
import type { Ranking } from "./ranking";
import { recordRanking, unitKey, type RankingRecord, type RecordedUnit } from "./rankingRecord";

/** Something that a ranking's sources say otherwise than when it was made. */
export type RankingChange =
  | {
      readonly kind: "figure";
      readonly unit: string;
      /** The name of the component, or which points. */
      readonly item: { readonly component: string } | "bonus" | "deduction";
      /** Null: there was, or is, no figure. */
      readonly before: number | null;
      readonly after: number | null;
      /** Where the figure stands, or the unit where there is none. */
      readonly cell: SheetCell;
    }
  | { readonly kind: "joined"; readonly unit: string; readonly cell: SheetCell }
  | { readonly kind: "left"; readonly unit: string }
  /** The unit has the same figures, but takes part now, or no longer. */
  | { readonly kind: "takes-part" | "stands-aside"; readonly unit: string; readonly cell: SheetCell }
  /** Same figures, other totals: the rules are others. */
  | { readonly kind: "rules" };

/** How a ranking that was written stands to the workbook as it is. */
export interface RankingChanges {
  readonly changes: readonly RankingChange[];
  /** How many units would have another rank now. */
  readonly moved: number;
}

/** Holds a ranking that was written against what the workbook gives now, unit by unit and figure by figure. */
export function rankingChanges(record: RankingRecord, ranking: Ranking): RankingChanges {
  const before = new Map(record.units.map((unit) => [unitKey(unit), unit]));
  const changes: RankingChange[] = [];
  let moved = 0;
  let isScoredOtherwise = false;
  for (const [cells, unit] of present(ranking)) {
    const known = before.get(unitKey(unit));
    before.delete(unitKey(unit));
    if (known?.rank !== unit.rank) moved += 1;
    if (known === undefined) {
      changes.push({ kind: "joined", unit: unit.name, cell: cells.unit });
      continue;
    }
    const figures = figureChanges(known, unit, ranking, cells);
    changes.push(...figures);
    if (figures.length > 0 || known.total === unit.total) continue;
    if (known.total !== null && unit.total !== null) isScoredOtherwise = true;
    else {
      const kind = unit.total === null ? "stands-aside" : "takes-part";
      changes.push({ kind, unit: unit.name, cell: cells.unit });
    }
  }
  for (const { name } of before.values()) changes.push({ kind: "left", unit: name });
  return { changes: isScoredOtherwise ? [{ kind: "rules" }, ...changes] : changes, moved };
}

/** Where a unit and its figures stand. */
interface UnitCells {
  readonly unit: SheetCell;
  readonly scores: ReadonlyMap<string, SheetCell>;
  readonly bonus: SheetCell | null;
  readonly deduction: SheetCell | null;
}

function present(ranking: Ranking): (readonly [UnitCells, RecordedUnit])[] {
  const units = ranking.groups.flatMap(({ ranked, unranked }) => [...ranked, ...unranked]);
  // The record has the units in this very order.
  return recordRanking(ranking, "").units.flatMap((recorded, index) => {
    const unit = units[index]?.unit;
    if (!unit) return [];
    const { source, components, bonus, deduction } = unit;
    return [[{ unit: source, scores: components, bonus, deduction }, recorded] as const];
  });
}

function figureChanges(
  before: RecordedUnit,
  after: RecordedUnit,
  { scheme }: Ranking,
  cells: UnitCells,
): RankingChange[] {
  const unit = after.name;
  const scores = scheme.components.flatMap(({ id, name }): RankingChange[] => {
    const [was, is] = [before.scores.get(id) ?? null, after.scores.get(id) ?? null];
    if (was === is) return [];
    const cell = cells.scores.get(id) ?? cells.unit;
    return [{ kind: "figure", unit, item: { component: name }, before: was, after: is, cell }];
  });
  const points = (["bonus", "deduction"] as const).flatMap((side): RankingChange[] => {
    // No points and 0 points are the same (rule 26).
    if ((before[side] ?? 0) === (after[side] ?? 0)) return [];
    const cell = cells[side] ?? cells.unit;
    return [{ kind: "figure", unit, item: side, before: before[side], after: after[side], cell }];
  });
  return [...scores, ...points];
}
