import type { Decimal } from "../../numbers/decimal";
import { findFactsInSteps } from "../../facts/columns/findFacts";
import type { Fact } from "../../facts/fact";
import { range } from "../../numbers/range";
import type { ShapedTable } from "../../shape/shape";
import { shapeSheetInSteps } from "../../shape/shapeSheet";
import { finish, type Steps } from "../../steps";
import { contains } from "../../vocabulary/concepts";
import { readHeaderText } from "../../vocabulary/headerText";
import type { SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import { columnProfile, sampleOf } from "./columnProfile";
import { factTable, onGrid } from "./factTable";
import { candidatesOf, type ColumnEvidence } from "./generalRoles";
import { upright } from "./direction";
import { headerPath } from "./headerPath";
import { refineTables } from "./refineTables";
import { withLabels } from "./rowLabels";
import { withNamedUnits } from "./namedColumns";
import { namedRanks } from "./namedRanks";
import { resultOf } from "./tableResult";
import { wordedTable } from "./wordedTable";
import type { ReadColumn, RoleCandidate, TableReading, TableResult } from "./tableReading";
import { figureIn } from "../../numbers/cellFigure";
import { followPlace } from "../settled/followPlace";
import { settledKept } from "../settled/settledPlace";
import { settledShape } from "../settled/settledShape";
import { settledWorkbook } from "../settled/settledWorkbook";

/** What one sheet holds: the class of each row, and its tables. */
export interface SheetReading {
  readonly sheet: SheetSnapshot;
  readonly lines: readonly string[];
  readonly tables: readonly TableReading[];
  /** Tables beside the settled one, which count where they are records of bonus and deduction. */
  readonly records?: readonly TableReading[];
  /** The clerk has said what the sheet holds: no other layout is looked for on it. */
  readonly isSettled?: true;
}

/** Everything that a workbook says without a scheme: read once, used by all that asks. */
export interface WorkbookReading {
  readonly snapshot: Snapshot;
  readonly sheets: readonly SheetReading[];
}

/** Reads all sheets but those that PERF wrote. */
export function readWorkbook(snapshot: Snapshot): WorkbookReading {
  return finish(readWorkbookInSteps(snapshot));
}

/** `readWorkbook` as work that may be interrupted. */
export function* readWorkbookInSteps(snapshot: Snapshot): Steps<WorkbookReading> {
  const sheets: SheetReading[] = [];
  const kept = settledKept(snapshot)?.place ?? null;
  const place = kept && followPlace(snapshot, kept);
  let settled: TableReading | null = null;
  for (const sheet of snapshot.sheets) {
    if (sheet.mark !== null) continue;
    const { lines, tables } = yield* shapeSheetInSteps(sheet);
    const named = (yield* refineTables(tables))
      .map(upright)
      .map((table) => withNamedUnits(table, snapshot.dateSystem));
    yield;
    const shapes = named.map(withLabels);
    const worded = shapes.length === 0 ? wordedTable(sheet) : null;
    const read: TableReading[] = [];
    for (const shape of worded === null ? shapes : [worded]) read.push(yield* readTable(shape, snapshot));
    sheets.push({ sheet, lines, tables: read });
    const own = place?.sheet === sheet.name ? settledShape(sheet, shapes, place) : null;
    if (own !== null) settled = yield* readTable(own, snapshot);
  }
  const reading: WorkbookReading = { snapshot, sheets };
  return settled === null ? reading : settledWorkbook(reading, settled, place?.countsRecords);
}

/** What a table says without a scheme: its columns, what follows from what, and its result. */
export function* readTable(
  shape: ShapedTable,
  { sheets, dateSystem }: Pick<Snapshot, "sheets" | "dateSystem">,
): Steps<TableReading> {
  const unitRows = shape.rows.filter(({ kind }) => kind === "unit").map(({ row }) => row);
  const evidence: ColumnEvidence[] = [];
  for (let column = shape.firstColumn; column < shape.endColumn; column += 1) {
    evidence.push({
      column,
      path: headerPath(shape, column, dateSystem),
      profile: columnProfile(shape, unitRows, column),
    });
  }
  yield;
  const stated = statedWeights(shape, evidence);
  const found = yield* findFactsInSteps(factTable(shape, unitRows, stated, sheets));
  // What follows from itself says nothing.
  const facts = found
    .filter(({ column, of }) => !of.includes(column))
    .map((fact) =>
      isChange(fact, evidence[fact.column], found) ? { ...fact, broken: [] } : sureOfSlips(fact),
    )
    .map((fact) => onGrid(fact, shape.firstColumn));
  const turned = withNamedRanks(facts, evidence);
  const directed = [...turned, ...namedRanks(shape, unitRows, evidence, turned)];
  const result = resultOf(evidence, directed, runningTotal(shape, unitRows, evidence));
  return {
    sheet: shape.grid.sheet,
    shape,
    unitRows,
    columns: withRoles(evidence, shape, directed, result),
    facts: directed,
    result,
  };
}

/** Whether a column only tells how something moved, up or down, and enters nothing else: its own slips harm nobody. */
function isChange(fact: Fact, own: ColumnEvidence | undefined, facts: readonly Fact[]): boolean {
  const isUsed = facts.some(({ of, plus, minus }) => [...of, ...plus, ...minus].includes(fact.column));
  return fact.kind === "difference" && !isUsed && own !== undefined && own.profile.smallest < 0;
}

/** So many rows have to keep a rule for each that breaks it, before the one is called a slip. */
const KEPT_FOR_SLIP = 6;
/** Quotients agree by chance: theirs have to be rarer. */
const KEPT_FOR_RARE_SLIP = 20;
const RARE: ReadonlySet<Fact["kind"]> = new Set([
  "product",
  "share",
  "ratio",
  "difference",
  "grade",
  "look-up",
]);

/** A false alarm is worse than a miss: where too many rows break a rule, or it is a weak one, none is called wrong. */
function sureOfSlips(fact: Fact): Fact {
  if (fact.broken.length === 0) return fact;
  const share = fact.kept / fact.broken.length;
  const needed = fact.from === "formulas" ? 2 : RARE.has(fact.kind) ? KEPT_FOR_RARE_SLIP : KEPT_FOR_SLIP;
  return share >= needed ? fact : { ...fact, broken: [] };
}

/** Arithmetic cannot tell which of two orders is the rank of the other; a header that says rank can. */
function withNamedRanks(facts: readonly Fact[], columns: readonly ColumnEvidence[]): Fact[] {
  const isNamed = (at: number) =>
    columns.some(({ column, path }) => column === at && path.some((text) => contains(text, "rank")));
  const known = new Set(facts.map(({ column }) => column));
  return facts.map((fact) => {
    const [of] = fact.of;
    if (fact.kind !== "rank" || of === undefined || isNamed(fact.column) || !isNamed(of) || known.has(of))
      return fact;
    return { ...fact, column: of, of: [fact.column], broken: [] };
  });
}

/** Fewer columns grow from one to the next by chance. */
const LEAST_RUNNING = 4;
const SHARE_RUNNING = 0.95;

/** The last of at least four columns of figures, where nearly every unit's figures grow from each to the next. */
function runningTotal(
  { grid }: ShapedTable,
  unitRows: readonly number[],
  columns: readonly ColumnEvidence[],
): number | null {
  const figures = columns.filter(
    ({ profile }) => profile.numbers === profile.rows && !profile.steps && !profile.dates,
  );
  const last = figures.at(-1);
  if (last === undefined || figures.length < LEAST_RUNNING || unitRows.length < LEAST_RUNNING) return null;
  const sample = sampleOf(unitRows);
  const growing = sample.filter((row) =>
    figures.every(({ column }, index) => {
      const before = figures[index - 1];
      return (
        before === undefined || Number(grid.value(row, column)) >= Number(grid.value(row, before.column))
      );
    }),
  );
  return growing.length >= sample.length * SHARE_RUNNING ? last.column : null;
}

/** The deepest block of rows between header and units in which weights may be stated. */
const MAXIMUM_WEIGHT_ROWS = 6;

/** Numbers that may be the columns' weights: what the headers state, and every row of figures that is no unit's. */
function statedWeights(
  { grid, rows, headerRows, firstColumn, endColumn }: ShapedTable,
  columns: readonly ColumnEvidence[],
): (readonly (Decimal | null)[])[] {
  const texts = columns.map(({ path }) => path.map(readHeaderText));
  const inHeaders = texts.map((path) => path.findLast(({ weight }) => weight !== null)?.weight ?? null);
  const factors = texts.map((path) => path.at(-1)?.factor ?? null);
  const others = [
    ...(headerRows === null ? [] : range(headerRows[0], headerRows[1] + 1)),
    ...rows.filter(({ kind }) => kind === "summary" || kind === "note").map(({ row }) => row),
  ].slice(0, MAXIMUM_WEIGHT_ROWS);
  const lists = others.map((row) =>
    range(firstColumn, endColumn).map((column) => figureIn(grid.shown(row, column))),
  );
  return [inHeaders, factors, ...lists].filter((list) => list.filter((value) => value !== null).length > 1);
}

/** Each column with the role that its evidence supports best; the result is the total, one column names the units. */
function withRoles(
  columns: readonly ColumnEvidence[],
  shape: ShapedTable,
  facts: readonly Fact[],
  result: TableResult | null,
): ReadColumn[] {
  return columns.map((column): ReadColumn => {
    const candidates = candidatesOf(column, { unitColumns: shape.unitColumns, facts });
    return {
      ...column,
      texts: column.path.map(readHeaderText),
      role: roleOf(column.column, candidates, result),
      candidates,
    };
  });
}

function roleOf(
  column: number,
  candidates: readonly RoleCandidate[],
  result: TableResult | null,
): RoleCandidate["role"] {
  if (column === result?.total) return "total";
  const [best] = candidates;
  if (best === undefined) return "unknown";
  // There is one total: what else is called so sums up a part.
  return best.role === "total" ? "subtotal" : best.role;
}
