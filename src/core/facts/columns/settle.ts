import { decimalOfNumber, decimalToNumber, formatDecimal, formatNumber } from "../../numbers/decimal";
import { roundToPlaces } from "../../numbers/rounding";
import { isCellError } from "../../workbook/snapshot";
import type { BrokenCell, Fact, FactRounding, FactTable } from "../fact";
import { factWith } from "../factWith";
import type { FigureColumn, Figures } from "./figures";
import type { FoundGrade } from "./gradeSearch";
import type { FoundRank } from "./rankSearch";
import { isFarOut } from "./farOut";
import { partsOf, type Rule, type Verdict } from "./rule";
import { statedPlaces } from "./standings";

/** A cell is called wrong only where so many rows keep the rule, in number and as a share. */
const SURE_ROWS = 4;
const SURE_SHARE = 0.8;
/** A rule that most formulas state is sure with fewer. */
const STATED_SHARE = 0.7;

/** A few slips, or one row in ten where formulas state the rule: beyond that another rule is likelier. */
const FEW_SLIPS = 3;
const SLIP_SHARE = 0.1;
/** Slips are rare however long a table is: where figures alone tell the rule, they grow with the root of its rows. */
const SLIPS_PER_ROOT = 0.5;

function isSureOf(kept: number, telling: number, from: Fact["from"]): boolean {
  const slips = telling - kept;
  const share = from === "formulas" ? STATED_SHARE : SURE_SHARE;
  const most = from === "formulas" ? telling * SLIP_SHARE : Math.sqrt(telling) * SLIPS_PER_ROOT;
  return kept >= SURE_ROWS && kept >= telling * share && slips <= Math.max(FEW_SLIPS, most);
}

/** The fact that a verdict over all rows proves. */
export function factOfVerdict(verdict: Verdict, figures: Figures, from: Fact["from"]): Fact {
  const { rule, marks, kept, telling, rounding, bits } = verdict;
  const target = figures.columns[rule.target];
  const isSure = isSureOf(kept, telling, from);
  const places = target && !target.exact && rounding !== null ? target.places : null;
  const broken = isSure && target && isDirected(verdict, from) ? brokenFigures(verdict, target, figures) : [];
  return factWith({
    column: rule.target,
    kind: rule.kind,
    of: rule.of,
    weights: rule.weights ?? [],
    plus: rule.plus ?? [],
    minus: rule.minus ?? [],
    constant: rule.constant ?? null,
    ...(rule.dropped ? { dropped: rule.dropped } : {}),
    ...(rule.factor ? { factor: rule.factor } : {}),
    ...(rule.ofTotal === true ? { ofTotal: true } : {}),
    places,
    rounding,
    from,
    kept,
    bits,
    partial: !isSure && marks.includes(0),
    broken,
    unused: unusedBeside(figures, partsOf(rule), rule.target),
  });
}

/** Of a sum of two that stands before its parts it is open which of the three follows from the others. */
function isDirected({ rule }: Verdict, from: Fact["from"]): boolean {
  const parts = partsOf(rule);
  return from === "formulas" || parts.length > 2 || parts.every((part) => part < rule.target);
}

function brokenFigures(verdict: Verdict, target: FigureColumn, figures: Figures): BrokenCell[] {
  const { table } = figures;
  if (isCapped(verdict, target)) return [];
  const broken: BrokenCell[] = [];
  for (const [row, mark] of verdict.marks.entries()) {
    if (mark !== 0) continue;
    const input = slippedInput(verdict, target, figures, row);
    if (input) {
      broken.push(input);
      continue;
    }
    broken.push({
      row,
      column: target.column,
      place: table.place(row, target.column),
      stated: formatNumber(target.numbers[row] ?? 0),
      right: roundedText(verdict.predictions[row] ?? 0, target, verdict.rounding),
    });
  }
  return broken;
}

/** The input that is far out of its column where the total is not, with the figure that would make the total right. */
function slippedInput(
  { rule, predictions }: Verdict,
  target: FigureColumn,
  figures: Figures,
  row: number,
): BrokenCell | null {
  if (isFarOut(target, row)) return null;
  const [slipped, ...others] = partsOf(rule).filter((part) => {
    const own = figures.columns[part];
    return own !== undefined && isFarOut(own, row);
  });
  const own = slipped === undefined ? undefined : figures.columns[slipped];
  const weight = slipped === undefined ? null : weightOf(rule, slipped);
  if (!own || weight === null || others.length > 0) return null;
  const stated = own.numbers[row] ?? 0;
  const right = stated + ((target.numbers[row] ?? 0) - (predictions[row] ?? 0)) / weight;
  return {
    row,
    column: own.column,
    place: figures.table.place(row, own.column),
    stated: textAt(figures.table, row, own.column),
    right: roundedText(right, own, null),
  };
}

/** What a part is multiplied by in a rule that adds its parts up; null in others. */
function weightOf(rule: Rule, part: number): number | null {
  if (rule.minus?.includes(part) === true) return -1;
  if (rule.kind === "mean") return 1 / rule.of.length;
  const weight = rule.weights?.[rule.of.indexOf(part)];
  if (weight && decimalToNumber(weight) !== 0) return decimalToNumber(weight);
  return rule.kind === "sum" || rule.plus?.includes(part) === true ? 1 : null;
}

/** Rows that all hold the column's highest figure where the rule gives more: a cap, no slips. */
function isCapped({ marks, predictions }: Verdict, target: FigureColumn): boolean {
  const most = target.numbers.reduce((top, number) => (number > top ? number : top), -Infinity);
  const rows = [...marks.keys()].filter((row) => marks[row] === 0);
  return (
    rows.length > 1 && rows.every((row) => target.numbers[row] === most && (predictions[row] ?? 0) > most)
  );
}

/** A predicted figure cut to the decimals that its column shows. */
export function roundedText(predicted: number, target: FigureColumn, rounding: FactRounding | null): string {
  const decimal = decimalOfNumber(Number(predicted.toPrecision(14)));
  if (decimal === null) return String(predicted);
  if (target.exact) return formatDecimal(decimal);
  if (rounding === "down" || rounding === "up") {
    const unit = 10 ** target.places;
    const scaled = Number((predicted * unit).toPrecision(13));
    return formatNumber((rounding === "down" ? Math.floor(scaled) : Math.ceil(scaled)) / unit);
  }
  return formatDecimal(roundToPlaces(decimal, target.places, "half-up"));
}

/** The fact of a ranking. */
export function factOfRank(found: FoundRank, figures: Figures, from: Fact["from"]): Fact {
  // Ranks are worked out, hardly ever typed: where more than a few break the rule they follow another.
  const isFew = from === "formulas" || found.telling - found.kept <= FEW_SLIPS;
  const isSure = isSureOf(found.kept, found.telling, from) && isFew && !found.excerpt;
  const ranked = figures.columns[found.of];
  const isSlip = from === "formulas" ? () => true : slippedPlaces(found, figures);
  const isNoise = (row: number) => ranked !== undefined && isTiedByNoise(ranked, row);
  const isWrong = (row: number) => isNoise(row) || (isSure && isSlip(row));
  const mayBreak = isSure || from === "formulas";
  const wrong = [...found.marks.entries()].filter(([row, mark]) => mayBreak && mark === 0 && isWrong(row));
  return factWith({
    column: found.target,
    kind: "rank",
    of: [found.of],
    within: found.grouping.within,
    withinBlocks: found.grouping.byBlocks,
    order: found.order,
    ties: found.ties,
    first: found.first,
    excerpt: found.excerpt,
    from,
    kept: found.kept,
    bits: found.bits,
    partial: !isSure && found.kept < found.telling,
    broken: wrong.map(([row]) => brokenCell(figures, row, found.target, formatNumber(found.right[row] ?? 0))),
  });
}

/**
 * Which rows hold a place by a slip: one that is taken by another row already, while nobody has the right one. Places that
 * only stand in another order, or number the rows of a tie, follow from figures that are not shown.
 */
function slippedPlaces({ right, grouping, target }: FoundRank, figures: Figures): (row: number) => boolean {
  const stated = statedOf(target, figures);
  const key = (row: number, place: number) => `${String(grouping.groups[row])} ${String(place)}`;
  const holders = new Map<string, { stated: number; right: number }>();
  const holdersOf = (row: number, place: number) => {
    const known = holders.get(key(row, place)) ?? { stated: 0, right: 0 };
    holders.set(key(row, place), known);
    return known;
  };
  for (const row of right.keys()) {
    holdersOf(row, stated[row] ?? Number.NaN).stated += 1;
    holdersOf(row, right[row] ?? Number.NaN).right += 1;
  }
  return (row) => {
    const [own, wanted] = [stated[row] ?? Number.NaN, right[row] ?? Number.NaN];
    const [taken, open] = [holdersOf(row, own), holdersOf(row, wanted)];
    const inTie = own > wanted && own < wanted + open.right;
    return !inTie && taken.stated > taken.right && open.stated < open.right;
  };
}

function statedOf(target: number, { columns, table }: Figures): Float64Array {
  const own = columns[target];
  return own ? statedPlaces(own, (row) => table.value(row, target)) : new Float64Array();
}

function brokenCell({ table }: Figures, row: number, column: number, right: string): BrokenCell {
  return { row, column, place: table.place(row, column), stated: textAt(table, row, column), right };
}

/** Whether another row holds the same figure but for the trace of binary fractions, which formulas rank apart. */
function isTiedByNoise({ numbers }: FigureColumn, row: number): boolean {
  const own = numbers[row] ?? Number.NaN;
  return numbers.some((number) => number !== own && Math.abs(number - own) <= Math.abs(own) * 1e-12);
}

/** The fact of grades by cut-offs. */
export function factOfGrade(target: number, found: FoundGrade, figures: Figures, from: Fact["from"]): Fact {
  const isSure = found.kept >= SURE_ROWS * 2 && found.kept >= found.telling * 0.9;
  const wrong = isSure ? [...found.marks.entries()].filter(([, mark]) => mark === 0) : [];
  return factWith({
    column: target,
    kind: "grade",
    of: [found.of],
    from,
    kept: found.kept,
    bits: found.bits,
    partial: !isSure && found.kept < found.telling,
    broken: wrong.map(([row]) => brokenCell(figures, row, target, found.right[row] ?? "")),
  });
}

/** What a cell shows, as plain text. */
export function textAt(table: FactTable, row: number, column: number): string {
  const value = table.value(row, column);
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "number" ? formatNumber(value) : String(value);
}

/** Columns right beside a row of parts that look like them and are left out. */
function unusedBeside(figures: Figures, parts: readonly number[], target: number): number[] {
  if (parts.length < 2) return [];
  const sizes = parts.map((part) => typical(figures.columns[part])).sort((left, right) => left - right);
  const middle = sizes[sizes.length >> 1] ?? 0;
  const places = Math.max(...parts.map((part) => figures.columns[part]?.places ?? 0));
  return [Math.min(...parts) - 1, Math.max(...parts) + 1].filter((column) => {
    const own = figures.columns[column];
    if (
      !own ||
      column === target ||
      !own.isFigure ||
      own.isConstant ||
      own.isCode ||
      own.isSequence ||
      own.mayRank
    )
      return false;
    const size = typical(own);
    return (
      own.places <= places && own.count >= figures.rowCount * 0.5 && size > middle / 3 && size < middle * 3
    );
  });
}

function typical(column: FigureColumn | undefined): number {
  if (!column || column.count === 0) return 0;
  return column.addends.reduce((sum, addend) => sum + Math.abs(addend), 0) / column.count;
}
