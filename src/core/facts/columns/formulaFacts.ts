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
        ({ row }) =>
          !usual.has(row) || finding.shape.isUneven === true || isStale(row, finding, figures, values),
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
function isStale(row: number, finding: FormulaFinding, figures: Figures, values: RangeValues): boolean {
  const weights = finding.shape.linear?.terms.values() ?? [];
  // What only tells how something moved (places gained since last year) enters no total.
  if ([...weights].some((weight) => weight < 0)) return false;
  return otherFigure(row, finding, figures, values) !== null;
}

/** What the formula of most gives in a row where the cell holds another figure; null where it holds that one. */
function otherFigure(
  row: number,
  { column, tree }: FormulaFinding,
  { columns, table }: Figures,
  values: RangeValues,
): number | null {
  const target = columns[column];
  if (target?.states[row] !== "number") return null;
  const right = recalculate(tree, table.place(row, column), values);
  if (typeof right !== "number") return null;
  return meets(target.numbers[row] ?? 0, right, target.half[row] ?? 0, "half-up") ? null : right;
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
  finding: FormulaFinding,
  target: FigureColumn,
  figures: Figures,
  values: RangeValues,
): BrokenCell[] {
  const { column } = finding;
  const usual = new Set(finding.alike);
  const broken: BrokenCell[] = [];
  for (let row = 0; row < figures.rowCount; row += 1) {
    const right = usual.has(row) ? null : otherFigure(row, finding, figures, values);
    if (right === null) continue;
    broken.push({
      row,
      column,
      place: figures.table.place(row, column),
      stated: textAt(figures.table, row, column),
      right: target.exact ? formatNumber(right) : roundedText(right, target, null),
    });
  }
  return broken;
}
