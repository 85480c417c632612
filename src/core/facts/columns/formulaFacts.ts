import { recalculate } from "../../formulas/recalculate";
import type { RangeValues } from "../../formulas/rangeValues";
import type { BrokenCell, Fact } from "../fact";
import { formatNumber } from "../../numbers/decimal";
import type { FigureColumn, Figures } from "./figures";
import type { FormulaFinding } from "./formulaFindings";
import { setRule } from "./kindRules";
import { searchScaled } from "./pairSearch";
import { judge, meets, type Rule, type Verdict } from "./rule";
import { takeSample } from "./sample";
import { factWith } from "../factWith";
import { factOfVerdict, roundedText, textAt } from "./settle";
import { linearRule, type Term, tidyWeight } from "./sums";

/** The fact that a column's formulas state, with the cells that give something else than the formula of most. */
export function factOfFormulas(finding: FormulaFinding, figures: Figures, values: RangeValues): Fact {
  const rule = ruleOf(finding, figures);
  const verdict = rule && finding.shape.isComputable ? judge(rule, figures) : null;
  const { places, rounding } = finding.shape;
  if (verdict) {
    const fact = factOfVerdict(verdict, figures, "formulas");
    const usual = new Set(finding.alike);
    return {
      ...fact,
      broken: fact.broken.filter(
        (cell) =>
          !usual.has(cell.row) || finding.shape.isUneven === true || isStale(cell, finding, figures, values),
      ),
      kind: kindIn(finding, fact.kind, figures),
      places: places ?? fact.places,
      rounding: rounding ?? fact.rounding,
    };
  }
  return scaledFact(finding, figures) ?? plainFact(finding, rule, figures, values);
}

/**
 * What the formula of most gives is right, whatever a cap or a condition in it does, if it says what it means: but its result
 * may have been left as it was when a figure changed.
 */
function isStale(
  { row, place }: BrokenCell,
  { column, tree, shape }: FormulaFinding,
  { columns }: Figures,
  values: RangeValues,
): boolean {
  // What only tells how something moved (places gained since last year) enters no total.
  if (shape.linear !== null && [...shape.linear.terms.values()].some((weight) => weight < 0)) return false;
  const target = columns[column];
  const right = target?.states[row] === "number" ? recalculate(tree, place, values) : null;
  return (
    typeof right === "number" && !meets(target?.numbers[row] ?? 0, right, target?.half[row] ?? 0, "half-up")
  );
}

/** Shares of a total that each formula points to in its own way (B4/B22, B5/B22): the figures tell the total. */
function scaledFact({ column, shape }: FormulaFinding, figures: Figures): Fact | null {
  const [part] = shape.of;
  const target = figures.columns[column];
  if (shape.kind !== "share" || shape.of.length !== 1 || part === undefined || !target) return null;
  const sample = takeSample(figures, target, [part]);
  if (!sample) return null;
  const found: Verdict[] = [];
  searchScaled(figures, sample, part, {
    isFull: () => false,
    offer: (rule) => {
      const verdict = judge(rule, figures);
      if (verdict) found.push(verdict);
    },
  });
  const [best] = found.sort((left, right) => right.bits - left.bits);
  return best ? { ...factOfVerdict(best, figures, "formulas"), kind: "share" } : null;
}

function ruleOf({ column, shape }: FormulaFinding, figures: Figures): Rule | null {
  if (shape.linear && !shape.linear.isMoving) {
    const terms = [...shape.linear.terms].map(([part, weight]): Term => ({
      column: part,
      weight: tidyWeight(weight),
    }));
    return terms.length === 0 || shape.kind === "look-up"
      ? null
      : linearRule(figures, column, terms, 0, tidyWeight(shape.linear.constant));
  }
  return shape.isComputable ? setRule(figures, column, shape.kind, shape.of, 0, shape.dropped) : null;
}

/** A column over or times a constant keeps that name with something added to it; a text looked up by a figure is its grade. */
function kindIn({ column, shape }: FormulaFinding, kind: Fact["kind"], { columns }: Figures): Fact["kind"] {
  const [key, ...others] = shape.of;
  const isFigure = (at: number | undefined) => at !== undefined && columns[at]?.isFigure === true;
  if (kind === "look-up" && others.length === 0 && isFigure(key) && !isFigure(column)) return "grade";
  return shape.kind === "share" || shape.kind === "product" ? shape.kind : kind;
}

/** A fact whose rule the columns alone do not give: its formula is worked out again where a cell has another one. */
function plainFact(finding: FormulaFinding, rule: Rule | null, figures: Figures, values: RangeValues): Fact {
  const { column, shape } = finding;
  const target = figures.columns[column];
  const broken = target ? strays(finding, target, figures, values) : [];
  const kept = finding.alike.length;
  const isOther = broken.length > (kept + broken.length) * MOST_BROKEN;
  const isSure = kept >= 4 && !isOther;
  return factWith({
    column,
    kind: kindIn(finding, rule?.kind ?? shape.kind, figures),
    of: rule?.of ?? shape.of,
    weights: rule?.weights ?? [],
    plus: rule?.plus ?? [],
    minus: rule?.minus ?? [],
    constant: rule?.constant ?? null,
    ...(shape.dropped ? { dropped: shape.dropped } : {}),
    ...(rule?.factor ? { factor: rule.factor } : {}),
    places: shape.places,
    rounding: shape.rounding,
    from: "formulas",
    kept,
    bits: kept * 4,
    partial: isOther,
    broken: isSure ? broken : [],
  });
}

/** Beyond this share another rule is likelier than slips. */
const MOST_BROKEN = 0.2;

/** Cells with another formula or a typed figure whose value differs from what the formula of most gives there. */
function strays(
  { column, alike, tree }: FormulaFinding,
  target: FigureColumn,
  figures: Figures,
  values: RangeValues,
): BrokenCell[] {
  const usual = new Set(alike);
  const broken: BrokenCell[] = [];
  for (let row = 0; row < figures.rowCount; row += 1) {
    if (usual.has(row) || target.states[row] !== "number") continue;
    const place = figures.table.place(row, column);
    const right = recalculate(tree, place, values);
    const stated = target.numbers[row] ?? 0;
    if (typeof right !== "number" || meets(stated, right, target.half[row] ?? 0, "half-up")) continue;
    broken.push({
      row,
      place,
      stated: textAt(figures.table, row, column),
      right: target.exact ? formatNumber(right) : roundedText(right, target, null),
    });
  }
  return broken;
}
