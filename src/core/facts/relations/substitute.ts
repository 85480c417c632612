import type { Rule } from "./rule";
import type { Settled } from "./settle";

/**
 * Puts subtotals in the place of their parts: a total of all parts of another settled sum, on the same lines, is a total of that
 * sum, where the subtotal stands among them or between them and the total. Gives the settled rules anew, in the same order.
 */
export function substituteSubtotals(settled: readonly Settled[]): Settled[] {
  const sums = settled.filter(({ rule }) => rule.kind === "Sum");
  return settled.map((own) => {
    if (own.rule.kind !== "Sum") return own;
    let { rule } = own;
    // The largest subtotal first, so that totals of subtotals go before the subtotals in them.
    const inside = sums
      .filter((other) => other !== own && standsFor(other, own))
      .sort((one, other) => other.rule.parts.length - one.rule.parts.length);
    for (const other of inside) rule = substituted(rule, other.rule);
    return rule === own.rule ? own : { ...own, rule };
  });
}

/** Whether one sum holds on most of the lines of another, in the same direction. */
function standsFor(inner: Settled, outer: Settled): boolean {
  if (inner.claims !== outer.claims) return false;
  const lines = new Set(inner.kept);
  return outer.kept.filter((line) => lines.has(line)).length * 2 > outer.kept.length;
}

function substituted(rule: Rule, inner: Rule): Rule {
  const { target, parts } = inner;
  if (parts.length < 2 || parts.length >= rule.parts.length) return rule;
  if (target === rule.target || rule.parts.includes(target)) return rule;
  const [first = 0, last = 0] = [rule.parts[0], rule.parts.at(-1)];
  if (target < Math.min(first, rule.target) || target > Math.max(last, rule.target)) return rule;
  const own = new Set(rule.parts);
  if (!parts.every((part) => own.has(part))) return rule;
  const rest = rule.parts.filter((part) => !parts.includes(part));
  return { ...rule, parts: [...rest, target].sort((one, other) => one - other) };
}
