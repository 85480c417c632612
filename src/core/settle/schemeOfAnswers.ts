import { figureIn } from "../numbers/cellFigure";
import { compareDecimals, formatDecimal, type Decimal } from "../numbers/decimal";
import { exactSum, formatWide, type Addend } from "../numbers/exactSum";
import { MAXIMUM_PLACES, USUAL_PLACES } from "../recognise/proposal/bornOut";
import { commonMaximum, componentId } from "../recognise/proposal/componentsOf";
import type { TableReading } from "../recognise/reading/tableReading";
import { names } from "../vocabulary/concepts";
import { range } from "../numbers/range";
import { parseScheme } from "../scheme/parseScheme";
import type { Scheme } from "../scheme/scheme";
import type { SchemeFileInput } from "../scheme/schemeFile";
import { POINTS, type SettleAnswers, type SettleFaultCode } from "./answers";
import { columnName, distinctNames } from "./columnName";
import { faulty, settled, type Settled } from "./faults";
import { companionOf, sameInAllRows, schemeDecimal, weightsOf } from "./weights";

/** A scheme that follows from the clerk's answers, and the columns that its components are scored in, in their order. */
export interface SettledScheme {
  readonly scheme: Scheme;
  readonly columns: readonly number[];
}

/** The scheme of the answers: an ordinary scheme file, as the sheet 考评方案 holds it. */
export function schemeOfAnswers(reading: TableReading, answers: SettleAnswers): Settled<SettledScheme> {
  const columns = columnsOf(answers, answers.method.by === "stated" ? "total" : "score");
  const start = startOf(answers);
  if (!start.ok) return start;
  const lacking = columns.length === 0 ? lackingColumns(answers, start.value) : null;
  if (lacking !== null) return faulty(lacking);
  const weights = weightsOf(reading, answers, columns);
  if (!weights.ok) return weights;
  const names = distinctNames(reading, columns);
  const components: SchemeFileInput["components"] = [];
  const shares: Addend[] = start.value === null ? [] : [{ factor: start.value }];
  let places = USUAL_PLACES;
  for (const [index, column] of columns.entries()) {
    const scores = scoresIn(reading, column);
    if (!scores.ok) return scores;
    const maximum = maximumOf(reading, answers, column, columns, scores.value);
    if (!maximum.ok) return maximum;
    const weight = schemeDecimal(weights.value[index] ?? { units: 0, places: 0 });
    const kept = schemeDecimal(maximum.value);
    if (weight === null || kept === null) return faulty("too-large", { column: columnName(reading, column) });
    shares.push({ factor: kept, by: weight });
    components.push({
      id: componentId(index),
      name: names[index] ?? "",
      max: formatDecimal(kept),
      weight: formatDecimal(weight),
    });
    if (keepsDecimals(answers)) places = Math.max(places, ...scores.value.map((score) => score.places));
  }
  const outcome = parseScheme({
    id: "workbook",
    name: reading.sheet.name,
    fullMark: formatWide(exactSum(shares)),
    ...(start.value === null ? {} : { base: formatDecimal(start.value) }),
    components,
    rounding: { places: Math.min(places, MAXIMUM_PLACES), mode: "half-up" },
    ties: reading.result?.rank?.ties === "dense" ? "dense" : "competition",
    order: answers.order,
    groups: null,
  } satisfies SchemeFileInput);
  if (!outcome.ok) return faulty("too-large", { column: outcome.problem.path });
  return settled({ scheme: withBase(outcome.scheme, answers.base), columns });
}

/** What every unit starts with; nothing under a total that stands there already. */
function startOf({ method, baseScore = "" }: SettleAnswers): Settled<Decimal | null> {
  const text = baseScore.trim();
  if (method.by === "stated" || text === "") return settled(null);
  const figure = figureIn(text);
  const kept = figure === null || figure.units < 0 ? null : schemeDecimal(figure);
  return kept === null ? faulty("bad-base", { text }) : settled(kept.units === 0 ? null : kept);
}

/** What is lacking where nothing is scored; null where bonus or deduction change what every unit starts with. */
function lackingColumns({ method, roles }: SettleAnswers, start: Decimal | null): SettleFaultCode | null {
  if (method.by === "stated") return "no-total";
  const hasPoints = [...roles.values()].some((role) => POINTS.has(role));
  if (!hasPoints) return "no-score";
  return start === null ? "no-base" : null;
}

/** What the office's scheme says beside the items goes on to hold: who is ranked with whom, rounding, ties, lines. */
function withBase(scheme: Scheme, base: Scheme | undefined): Scheme {
  if (base === undefined) return scheme;
  const { id, fullMark, components, order, base: start } = scheme;
  // Rules about single items would speak of items that are no longer there.
  return { ...base, id, fullMark, base: start, components, order, tieBreak: [], dynamic: null };
}

/** Totals as they stand and plain sums have the decimals of what they are made of; means and weighted sums have two. */
function keepsDecimals({ method }: SettleAnswers): boolean {
  return method.by === "stated" || method.by === "sum";
}

/** The columns of one role from left to right. */
export function columnsOf({ roles }: SettleAnswers, role: "total" | "score" | "unit"): number[] {
  return [...roles]
    .filter(([, one]) => one === role)
    .map(([column]) => column)
    .sort((left, right) => left - right);
}

/** The scores of a column; refused where it holds mostly texts, or a score below zero, which no scheme has. */
function scoresIn(reading: TableReading, column: number): Settled<readonly Decimal[]> {
  const { grid } = reading.shape;
  const scores: Decimal[] = [];
  let texts = 0;
  let firstText: { readonly row: number; readonly text: string } | null = null;
  for (const row of reading.unitRows) {
    const value = grid.value(row, column);
    const figure = figureIn(value);
    if (figure === null) {
      if (typeof value !== "string" || value.trim() === "") continue;
      texts += 1;
      firstText ??= { row, text: value.trim() };
      continue;
    }
    if (figure.units < 0) {
      const cell = grid.position(row, column);
      return faulty("negative-score", {
        column: columnName(reading, column),
        cell,
        text: formatDecimal(figure),
      });
    }
    scores.push(figure);
  }
  if (scores.length > texts) return settled(scores);
  return faulty("text-score", {
    column: columnName(reading, column),
    ...(firstText === null ? {} : { cell: grid.position(firstText.row, column), text: firstText.text }),
  });
}

/** The figure of a column in the row that its label calls the full marks; null without one. */
function inMarkRow(
  { shape: { grid, rows, firstColumn, unitColumns } }: TableReading,
  column: number,
): Decimal | null {
  const labelled = range(firstColumn, (unitColumns[0] ?? firstColumn) + 1);
  const own = rows.find(
    ({ row, kind }) =>
      kind !== "unit" &&
      labelled.some((at) => {
        const label = grid.shown(row, at);
        return typeof label === "string" && names(label, "mark-row");
      }),
  );
  return own === undefined ? null : figureIn(grid.value(own.row, column));
}

/** The full mark: of its own column, as it is in force, as its header or the row of full marks states it, else the usual one that all scores stay within. */
function maximumOf(
  reading: TableReading,
  { roles, fullMarks }: SettleAnswers,
  column: number,
  columns: readonly number[],
  scores: readonly Decimal[],
): Settled<Decimal> {
  const from = companionOf(column, "full-mark", roles, columns);
  const inColumn = from === null ? settled(null) : sameInAllRows(reading, from);
  if (!inColumn.ok) return inColumn;
  const inForce = from === null ? fullMarks?.get(column) : undefined;
  if (inForce !== undefined) return settled(inForce);
  const texts = reading.columns.find((one) => one.column === column)?.texts ?? [];
  const stated =
    figureIn(inColumn.value) ??
    texts.findLast(({ fullMark }) => fullMark !== null)?.fullMark ??
    inMarkRow(reading, column);
  // A full mark that a score is above is none.
  if (stated !== null && stated.units > 0 && scores.every((score) => compareDecimals(score, stated) <= 0)) {
    return settled(stated);
  }
  const common = commonMaximum(scores);
  return common === null ? faulty("too-large", { column: columnName(reading, column) }) : settled(common);
}
