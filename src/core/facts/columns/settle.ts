import { decimalOfNumber, formatDecimal } from "../../numbers/decimal";
import { roundToPlaces } from "../../numbers/rounding";
import { isCellError } from "../../workbook/snapshot";
import type { BrokenCell, Fact, FactRounding, FactTable } from "../fact";
import { figureText, type FigureColumn, type Figures } from "./figures";
import type { FoundGrade } from "./gradeSearch";
import type { FoundRank } from "./rankSearch";
import { partsOf, type Verdict } from "./rule";

/** A cell is called wrong only where so many rows keep the rule, in number and as a share. */
const SURE_ROWS = 4;
const SURE_SHARE = 0.8;

/** A few slips, or one row in ten: beyond that another rule is likelier. */
const FEW_SLIPS = 3;
const SLIP_SHARE = 0.1;

function isSureOf(kept: number, telling: number): boolean {
  const slips = telling - kept;
  return (
    kept >= SURE_ROWS && kept >= telling * SURE_SHARE && slips <= Math.max(FEW_SLIPS, telling * SLIP_SHARE)
  );
}

const EMPTY = {
  weights: [],
  plus: [],
  minus: [],
  constant: null,
  places: null,
  rounding: null,
  within: null,
  withinBlocks: false,
  order: null,
  ties: null,
  first: null,
  excerpt: false,
  partial: false,
  unused: [],
  broken: [],
} as const;

/** A fact with nothing set but what is given. */
export function factWith(
  fact: Pick<Fact, "column" | "kind" | "of" | "from" | "kept" | "bits"> & Partial<Fact>,
): Fact {
  return { ...EMPTY, ...fact };
}

/** The fact that a verdict over all rows proves. */
export function factOfVerdict(verdict: Verdict, figures: Figures, from: Fact["from"]): Fact {
  const { rule, marks, kept, telling, rounding, bits } = verdict;
  const target = figures.columns[rule.target];
  const isSure = isSureOf(kept, telling);
  const places = target && !target.exact && rounding !== null ? target.places : null;
  const broken = isSure && target ? brokenFigures(verdict, target, figures.table) : [];
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

function brokenFigures(verdict: Verdict, target: FigureColumn, table: FactTable): BrokenCell[] {
  if (isCapped(verdict, target)) return [];
  const broken: BrokenCell[] = [];
  for (const [row, mark] of verdict.marks.entries()) {
    if (mark !== 0) continue;
    broken.push({
      row,
      place: table.place(row, target.column),
      stated: figureText(target.numbers[row] ?? 0),
      right: roundedText(verdict.predictions[row] ?? 0, target, verdict.rounding),
    });
  }
  return broken;
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
    return figureText((rounding === "down" ? Math.floor(scaled) : Math.ceil(scaled)) / unit);
  }
  return formatDecimal(roundToPlaces(decimal, target.places, "half-up"));
}

/** The fact of a ranking. */
export function factOfRank(found: FoundRank, figures: Figures, from: Fact["from"]): Fact {
  const isSure = isSureOf(found.kept, found.telling) && !found.excerpt;
  const wrong = isSure ? [...found.marks.entries()].filter(([, mark]) => mark === 0) : [];
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
    broken: wrong.map(([row]) => ({
      row,
      place: figures.table.place(row, found.target),
      stated: textAt(figures.table, row, found.target),
      right: figureText(found.right[row] ?? 0),
    })),
  });
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
    broken: wrong.map(([row]) => ({
      row,
      place: figures.table.place(row, target),
      stated: textAt(figures.table, row, target),
      right: found.right[row] ?? "",
    })),
  });
}

/** What a cell shows, as plain text. */
export function textAt(table: FactTable, row: number, column: number): string {
  const value = table.value(row, column);
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "number" ? figureText(value) : String(value);
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
