import type { Fact } from "../core/facts/fact";
import { absoluteDecimal, equalDecimals, formatDecimal, type Decimal } from "../core/numbers/decimal";
import type { Translate } from "./translate";

/** A fact about a column in words, with how many rows keep it: `总分 = 党建 + 业务×2 − 扣分，70 行中 68 行符合，2 行不符`. */
export function describeFact(translate: Translate, fact: Fact, nameOf: (column: number) => string): string {
  const { kept, broken, partial, unused } = fact;
  const rule = describeRule(translate, fact, nameOf);
  const rows = translate("fact.kept", { of: kept + broken.length, kept });
  const wrong = broken.length === 0 ? "" : translate("fact.broken", { count: broken.length });
  const other = partial ? translate("fact.other-rule") : "";
  const left = unused.length === 0 ? "" : translate("fact.unused", { parts: unused.map(nameOf).join("、") });
  return rule + rows + wrong + other + left;
}

const ONE: Decimal = { units: 1, places: 0 };

function describeRule(translate: Translate, fact: Fact, nameOf: (column: number) => string): string {
  const column = nameOf(fact.column);
  const names = fact.of.map(nameOf);
  const [first = "", second = ""] = names;
  const parts = names.join(fact.kind === "product" ? " × " : "、");
  switch (fact.kind) {
    case "sum":
    case "weighted-sum":
    case "difference":
      return translate("fact.combined", { column, expression: expressionOf(fact, nameOf) });
    case "ratio":
      return translate("fact.ratio", { column, first, second });
    case "share":
      if (!fact.factor && second !== "") return translate("fact.ratio", { column, first, second });
      return translate(fact.ofTotal === true ? "fact.share-of-total" : "fact.share", {
        column,
        first,
        factor: factorOf(fact),
      });
    case "product":
      return translate("fact.product", {
        column,
        parts: fact.factor ? `${parts} × ${factorOf(fact)}` : parts,
      });
    case "trimmed-mean":
      return translate("fact.trimmed-mean", { column, parts, ...(fact.dropped ?? { high: 1, low: 1 }) });
    case "best-of":
      return translate("fact.best-of", { column, parts, count: fact.of.length - (fact.dropped?.low ?? 0) });
    case "rank":
      return translate("fact.rank", {
        column,
        first,
        order: translate(fact.order === "ascending" ? "fact.ascending" : "fact.descending"),
        scope: scopeOf(translate, fact, nameOf),
      });
    default:
      return translate(`fact.${fact.kind}`, { column, first, parts }) + constantOf(fact);
  }
}

function factorOf({ factor }: Fact): string {
  return factor ? formatDecimal(factor) : "1";
}

/** What is added to the figure of a rule that is no sum: ` + 5`, ` − 5`; empty for nothing. */
function constantOf({ constant }: Fact): string {
  if (constant === null || constant.units === 0) return "";
  return constant.units < 0
    ? ` − ${formatDecimal(absoluteDecimal(constant))}`
    : ` + ${formatDecimal(constant)}`;
}

function scopeOf(
  translate: Translate,
  { within, withinBlocks }: Fact,
  nameOf: (column: number) => string,
): string {
  if (within !== null) return translate("fact.within", { group: nameOf(within) });
  return translate(withinBlocks ? "fact.within-blocks" : "fact.through-all");
}

/** `党建 + 业务×2 + 加分 − 扣分`; long sums name the first and the last of their parts. */
function expressionOf(fact: Fact, nameOf: (column: number) => string) {
  const { of, weights, plus, minus, constant, kind } = fact;
  const terms = of.map((column, index) => {
    const weight = weights[index];
    return weight === undefined || equalDecimals(weight, ONE)
      ? nameOf(column)
      : `${nameOf(column)}×${formatDecimal(weight)}`;
  });
  if (kind === "difference") {
    const from = [...terms, ...minus.map(nameOf)].join(" − ");
    const isAdded = constant !== null && constant.units > 0;
    return isAdded ? `${formatDecimal(constant)} + ${from}` : from + constantOf(fact);
  }
  const shown = terms.length > 8 ? [...terms.slice(0, 3), "…", ...terms.slice(-2)] : terms;
  const added = [...(constant === null ? [] : [formatDecimal(constant)]), ...shown, ...plus.map(nameOf)];
  return added.join(" + ") + minus.map((column) => ` − ${nameOf(column)}`).join("");
}
