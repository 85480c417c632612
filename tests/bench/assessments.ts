import type { AssessedUnit, Assessment } from "../../src/core/assessment/assessment";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { periodOf } from "../../src/core/scheme/period";

/** Plain numbers of one made-up unit. */
export interface PlainUnit {
  readonly group: number;
  readonly scores: readonly [number, number, number, number];
  readonly bonus: number;
  readonly deduction: number;
}

/** Made-up units with two-decimal scores, the same on every run, in groups of the given size. */
export function plainUnits(count: number, groupSize: number): PlainUnit[] {
  let state = 20150525;
  const next = (below: number) => {
    // A linear congruential generator: no promise but that it repeats.
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const score = () => (6000 + next(4001)) / 100;
  return Array.from({ length: count }, (_, index) => ({
    group: Math.floor(index / groupSize),
    scores: [score(), score(), score(), score()] as const,
    bonus: next(3),
    deduction: next(2),
  }));
}

/** The same units as the recogniser would give them. */
export function assessmentOf(units: readonly PlainUnit[]): Assessment {
  const hundredths = (value: number) => ({ units: Math.round(value * 100), places: 2 });
  const groups = [...new Set(units.map(({ group }) => `Group ${group}`))];
  const assessed = units.map((unit, row): AssessedUnit => {
    const figure = (value: number, column: number) => ({
      value: hundredths(value),
      sheet: "Scores",
      row,
      column,
    });
    return {
      name: `Unit ${row}`,
      id: null,
      as: `Unit ${row}`,
      group: `Group ${unit.group}`,
      source: { sheet: "Scores", row, column: 0 },
      components: new Map(
        anshan2015.components.map(({ id }, index) => [id, figure(unit.scores[index] ?? 0, index + 1)]),
      ),
      bonus: figure(unit.bonus, 5),
      deduction: figure(unit.deduction, 6),
      statedTotal: null,
      statedRank: null,
      note: null,
      blockers: [],
    };
  });
  return {
    period: periodOf(2015, "annual"),
    dynamic: false,
    groups,
    units: assessed,
    missingUnits: new Map(),
    tables: [],
  };
}
