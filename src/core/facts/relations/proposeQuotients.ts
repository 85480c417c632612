import type { FigureLines } from "./figureLines";
import type { Proposals } from "./proposals";
import { outcomeOf, type Rule } from "./rule";

/** Numerator and denominator stand within so many positions of the quotient. */
const REACH = 14;
/** A quotient costs so much before its places are told. */
const BASE_COST = 2;
/** Quotients have more decimals than what they are made of; one that has none pays for it. */
const COARSE_COST = 3;
/** What a quotient is made of stands on one side of it rather than on both. */
const BETWEEN_COST = 2;

/** Adds the quotients and relative changes, plain or in per cent, that give the target's figure on one line. */
export function proposeQuotients(
  lines: FigureLines,
  line: number,
  target: number,
  proposals: Proposals,
): void {
  const base = line * lines.positionCount;
  const stated = lines.values[base + target] ?? Number.NaN;
  const unit = lines.units[base + target] ?? 1;
  const from = Math.max(target - REACH, 0);
  const to = Math.min(target + REACH, lines.positionCount - 1);
  for (let under = from; under <= to; under += 1) {
    const denominator = lines.values[base + under] ?? Number.NaN;
    if (under === target || Number.isNaN(denominator) || denominator === 0) continue;
    for (let over = from; over <= to; over += 1) {
      const numerator = lines.values[base + over] ?? Number.NaN;
      if (over === under || over === target || Number.isNaN(numerator) || numerator === 0) continue;
      const quotient = numerator / denominator;
      const slack =
        unit / 2 +
        100 *
          (((lines.units[base + over] ?? 0) + Math.abs(quotient) * (lines.units[base + under] ?? 0)) /
            Math.abs(denominator));
      for (const factor of [1, 100] as const) {
        if (near(factor * quotient, stated, slack)) propose("Division", factor, [over, under]);
        if (near(factor * (quotient - 1), stated, slack)) propose("RelativeChange", factor, [under, over]);
      }
    }
  }

  function propose(
    kind: "Division" | "RelativeChange",
    factor: 1 | 100,
    parts: readonly [number, number],
  ): void {
    const [first, second] = parts;
    const [one, other] = [lines.units[base + first] ?? 0, lines.units[base + second] ?? 0];
    const coarse = unit > Math.min(one, other) ? 2 : unit === Math.max(one, other) ? 1 : 0;
    const between = Math.sign(first - target) === Math.sign(second - target) ? 0 : BETWEEN_COST;
    const distance = Math.abs(first - target) * Math.abs(second - target);
    const cost = BASE_COST + Math.log2(distance) + (factor === 100 ? 1 : 0) + COARSE_COST * coarse + between;
    const rule: Rule = { kind, target, parts, factor, cost };
    const bits = outcomeOf(rule, lines, line);
    if (bits > 0)
      proposals.add(
        (kind === "Division" ? 0 : 2) + (factor === 100 ? 1 : 0),
        first * lines.positionCount + second,
        bits,
        cost,
        () => rule,
      );
  }
}

function near(value: number, stated: number, slack: number): boolean {
  return Math.abs(value - stated) <= slack + Math.abs(stated) * 0.0005;
}
