import { describe, expect, test } from "@jest/globals";
import {
  exactTenThousandths,
  findingsIn,
  foundWith,
  halfUp,
  madeUnits,
  ranksInside,
  scoreSheet,
  type Faults,
} from "./scoreWorkbook";

const units = madeUnits();
const totals = units.map((unit) => halfUp(exactTenThousandths(unit)));
const ranks = ranksInside(units, totals);

function codesOf(faults: Faults): string[] {
  return findingsIn(scoreSheet(faults)).map(({ code }) => code);
}

/** Units of which several tie: every fifth takes the scores of the one before it. */
const tied = units.map((unit, index) => {
  const other = index % 5 === 4 ? (units[index - 1] ?? unit) : unit;
  return { ...unit, scores: other.scores, bonus: other.bonus, deduction: other.deduction };
});
const tiedTotals = tied.map((unit) => halfUp(exactTenThousandths(unit)));

describe("the author's ranks", () => {
  test("a single wrong rank is a finding at its cell", () => {
    const wrong = ranks.map((rank, index) => (index === 30 ? rank + 20 : rank));
    expect(foundWith({ ranks: wrong })).toEqual(["rank-differs@J33"]);
  });

  test("ranks that count a unit whose name or group is in doubt are not called wrong", () => {
    const first = ranks.findIndex((rank, index) => rank === 1 && units[index]?.group === "第四组");
    const cell = `B${first + 3}`;
    // No column says the group of a name that nobody knows.
    const withoutGroups = Object.fromEntries(units.map((_, index) => [`A${index + 3}`, index + 1]));
    const misspelt = foundWith({ cells: { ...withoutGroups, A2: "序号", [cell]: "市某某局" } });
    expect(misspelt.filter((place) => !place.startsWith("unit-"))).toEqual([]);
    expect(misspelt).toContain(`unit-unknown@${cell}`);
    const moved = foundWith({ cells: { [`A${first + 3}`]: "第一组" } });
    expect(moved).toEqual([`unit-wrong-group@${cell}`]);
  });

  test("ranks that count a unit whose row was lost are not called wrong", () => {
    const lost = ranks.findIndex((rank, index) => rank === 2 && units[index]?.group === "第四组");
    const kept = units.filter((_, index) => index !== lost);
    const keptRanks = ranks.filter((_, index) => index !== lost);
    const keptTotals = totals.filter((_, index) => index !== lost);
    expect(foundWith({ units: kept, ranks: keptRanks, totals: keptTotals })).toEqual(["unit-missing"]);
  });

  test("ranks across the groups are one finding", () => {
    const across = totals.map((total) => 1 + totals.filter((other) => other > total).length);
    expect(codesOf({ ranks: across })).toEqual(["ranks-across-groups"]);
  });

  test("ranks from the lowest total are one finding", () => {
    const ascending = units.map(
      ({ group }, index) =>
        1 +
        units.filter((other, place) => other.group === group && (totals[place] ?? 0) < (totals[index] ?? 0))
          .length,
    );
    expect(codesOf({ ranks: ascending })).toEqual(["ranks-ascending"]);
  });

  test("two ranks for the only two equal totals are one finding about the rule, no wrong rank", () => {
    const pair = units.map((unit, index) => {
      const other = index === 31 ? (units[30] ?? unit) : unit;
      return { ...unit, scores: other.scores, bonus: other.bonus, deduction: other.deduction };
    });
    const right = ranksInside(
      pair,
      pair.map((unit) => halfUp(exactTenThousandths(unit))),
    );
    const parted = right.map((rank, index) => (index === 31 ? rank + 1 : rank));
    const codes = codesOf({ units: pair, ranks: parted });
    expect(codes).toContain("ranks-ordinal");
    expect(codes).not.toContain("rank-differs");
  });

  test("ranks without gaps after ties are one finding", () => {
    const dense = tied.map(
      ({ group }, index) =>
        1 +
        new Set(
          tiedTotals.filter(
            (total, place) => tied[place]?.group === group && total > (tiedTotals[index] ?? 0),
          ),
        ).size,
    );
    expect(codesOf({ units: tied, ranks: dense })).toContain("ranks-dense");
    expect(codesOf({ units: tied, ranks: dense })).not.toContain("rank-differs");
  });

  test("different ranks for equal totals are one finding", () => {
    const ordinal = tied.map(
      ({ group }, index) =>
        1 +
        tied.filter(
          (other, place) =>
            other.group === group &&
            ((tiedTotals[place] ?? 0) > (tiedTotals[index] ?? 0) ||
              (tiedTotals[place] === tiedTotals[index] && place < index)),
        ).length,
    );
    expect(codesOf({ units: tied, ranks: ordinal })).toContain("ranks-ordinal");
    expect(codesOf({ units: tied, ranks: ordinal })).not.toContain("rank-differs");
  });

  test("ranks by totals that are wrong themselves are one finding", () => {
    const wrong = units.map((unit) => halfUp(exactTenThousandths(unit, [30, 55, 10, 5])));
    expect(codesOf({ totals: wrong, ranks: ranksInside(units, wrong) }).sort()).toEqual([
      "ranks-follow-totals",
      "totals-other-weights",
    ]);
  });

  test("ranks left behind by a sort are one finding", () => {
    const inGroup = new Map<string, number>();
    const left = units.map(({ group }) => {
      const next = (inGroup.get(group) ?? 0) + 1;
      inGroup.set(group, next);
      return next;
    });
    expect(codesOf({ ranks: left })).toEqual(["ranks-not-resorted"]);
  });

  test("ranks by totals with all their digits are one finding where units print alike", () => {
    // The first two units of the last group: 84.8500 and 84.8525 exactly, both 84.85.
    const alike = units.map((unit, index) => {
      if (index === 10) return { ...unit, scores: [8500, 8500, 8500, 8200] as const, bonus: 0, deduction: 0 };
      if (index === 11) return { ...unit, scores: [8500, 8500, 8500, 8205] as const, bonus: 0, deduction: 0 };
      return unit;
    });
    const unrounded = alike.map((unit) => exactTenThousandths(unit));
    const cells = Object.fromEntries(unrounded.map((total, index) => [`I${index + 3}`, total / 10000]));
    expect(codesOf({ units: alike, cells, ranks: ranksInside(alike, unrounded) })).toEqual([
      "ranks-unrounded",
    ]);
  });
});
