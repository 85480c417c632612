import type { AssessedUnit, Figure } from "../assessment/assessment";
import type { Finding } from "../findings/finding";
import { compareDecimals, formatDecimal, type Decimal } from "../numbers/decimal";
import { exactSum, formatWide } from "../numbers/exactSum";
import { addendsOf, isConverted, reachable, totalFormula } from "../scoring/total";
import { scoreSetOf } from "./rankAssessment";
import type { RankedGroup, Ranking } from "./ranking";

/** One figure of a total: where it stands, and what it brings. */
export interface StoryStep {
  readonly item: { readonly component: string } | "bonus" | "deduction";
  readonly figure: Figure;
  /** Null where the figure counts as it is. */
  readonly weight: Decimal | null;
  /** The most that counts, where the figure is more than that. */
  readonly cap: Decimal | null;
  /** What it adds to the total, exact; a deduction is below zero. */
  readonly amount: string;
}

/** The unit next in rank. */
export interface Neighbour {
  readonly name: string;
  readonly rank: number;
  /** How far its total is away; `0` for a tie. */
  readonly distance: string;
}

/** How a unit's total comes about, and how it stands to the units beside it. */
export interface UnitStory {
  /** What every unit starts with; null where that is nothing. */
  readonly base: string | null;
  readonly steps: readonly StoryStep[];
  /** The exact sum of base and steps, before it is rounded. */
  readonly sum: string;
  /** The full marks between which a dynamic score is converted; null where it is not. */
  readonly converted: { readonly from: string; readonly to: string } | null;
  readonly above: Neighbour | null;
  readonly below: Neighbour | null;
}

/** The story of a ranked unit's total; null where the group has no such place. */
export function unitStory(ranking: Ranking, { ranked }: RankedGroup, place: number): UnitStory | null {
  const own = ranked[place];
  if (own === undefined) return null;
  const formula = totalFormula(ranking.scheme, ranking.dynamic);
  const { scheme, components } = formula;
  const { unit } = own;
  const scores = components.flatMap(({ id, name, weight }): StoryStep[] => {
    const figure = unit.components.get(id);
    if (!figure) return [];
    const amount = formatWide(exactSum([{ factor: figure.value, by: weight }]));
    const isWhole = formatDecimal(weight) === "1";
    return [{ item: { component: name }, figure, weight: isWhole ? null : weight, cap: null, amount }];
  });
  const reached = exactSum(reachable(scheme, components));
  return {
    base: scheme.base === null ? null : formatDecimal(scheme.base),
    steps: [
      ...scores,
      ...pointsStep("bonus", unit.bonus, scheme.bonusCap),
      ...pointsStep("deduction", unit.deduction, scheme.deductionCap),
    ],
    sum: formatWide(exactSum(addendsOf(formula, scoreSetOf(formula, unit)))),
    converted: isConverted(formula)
      ? { from: formatWide(reached), to: formatDecimal(scheme.fullMark) }
      : null,
    above: neighbour(own.total, ranked[place - 1]),
    below: neighbour(own.total, ranked[place + 1]),
  };
}

function pointsStep(item: "bonus" | "deduction", figure: Figure | null, limit: Decimal | null): StoryStep[] {
  if (figure === null || figure.value.units === 0) return [];
  const cap = limit !== null && compareDecimals(figure.value, limit) > 0 ? limit : null;
  const points = formatDecimal(cap ?? figure.value);
  return [{ item, figure, weight: null, cap, amount: item === "bonus" ? points : `-${points}` }];
}

function neighbour(total: Decimal, other: RankedGroup["ranked"][number] | undefined): Neighbour | null {
  if (!other) return null;
  const minus = { units: -other.total.units, places: other.total.places };
  const distance = formatWide(exactSum([{ factor: total }, { factor: minus }])).replace("-", "");
  return { name: other.unit.name, rank: other.rank, distance };
}

/** The findings about a unit: in its row, or at one of its figures elsewhere. */
export function findingsAbout(unit: AssessedUnit, findings: readonly Finding[]): Finding[] {
  const { source } = unit;
  const figures = [...unit.components.values(), unit.bonus, unit.deduction].filter((cell) => cell !== null);
  return findings.filter(
    ({ sheet, cell }) =>
      cell !== null &&
      ((sheet === source.sheet && cell.row === source.row) ||
        figures.some(
          (figure) => figure.sheet === sheet && figure.row === cell.row && figure.column === cell.column,
        )),
  );
}
