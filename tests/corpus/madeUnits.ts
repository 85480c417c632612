import { exactTotal, PLAN, type MadeUnit, type PlainScheme } from "./oracle";
import type { Random } from "./random";
import { ROSTER } from "./roster";

/** Which units of the roster a workbook holds, and under which names. */
export interface UnitChoice {
  /** Zero-based groups of the roster; all of them by default. */
  readonly groups?: readonly number[];
  readonly names?: "full" | "short";
}

/** Units of the plan's roster with made-up scores. */
export function rosterUnits(
  random: Random,
  { groups = [0, 1, 2, 3], names = "full" }: UnitChoice = {},
): MadeUnit[] {
  return groups.flatMap((index) => {
    const group = ROSTER[index];
    return (group?.units ?? []).map((unit) =>
      belowFullMark({
        name: unit.name,
        as: names === "full" ? unit.name : unit.short,
        group: group?.group ?? "",
        scores: planScores(random),
        ...adjustments(random),
      }),
    );
  });
}

/** A bonus that lifts the total above 100 is worth a warning (rule 5), which clean workbooks must not earn. */
function belowFullMark(unit: MadeUnit): MadeUnit {
  return exactTotal(PLAN, unit).gt(99) ? { ...unit, bonus: "0" } : unit;
}

/** Units of some other office with made-up scores of its own components. */
export function ownUnits(
  random: Random,
  scheme: PlainScheme,
  groups: Readonly<Record<string, readonly string[]>>,
): MadeUnit[] {
  return Object.entries(groups).flatMap(([group, names]) =>
    names.map((name) => ({
      name,
      as: name,
      group,
      scores: Object.fromEntries(
        scheme.components.map(({ id }) => [id, hundredths(7000 + random.below(2900))]),
      ),
      bonus: "0",
      deduction: "0",
    })),
  );
}

/** Scores of the plan's four components: leaders score in halves, the others come from counts and surveys. */
function planScores(random: Random): Record<string, string> {
  return {
    result: hundredths(7800 + random.below(2100)),
    process: hundredths(7500 + random.below(2450)),
    leader: hundredths(8000 + random.below(1800)),
    public: hundredths(7600 + random.below(2200)),
  };
}

function adjustments(random: Random): { bonus: string; deduction: string } {
  return {
    bonus: String(random.below(3) === 0 ? 1 + random.below(3) : 0),
    deduction: String(random.below(6) === 0 ? random.pick([1, 5]) : 0),
  };
}

/** 9235 → `92.35`. */
function hundredths(value: number): string {
  return (value / 100).toFixed(2);
}
