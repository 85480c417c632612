import type { Fact, FactKind } from "../core/facts/fact";
import { blockNumbers } from "../core/facts/columns/groupings";
import type { SheetRelations } from "../core/facts/relations/relation";
import { groupedBy } from "../core/groupedBy";
import { decimalToNumber } from "../core/numbers/decimal";
import { wholeOfShare } from "../core/recognise/reading/shareWhole";
import type { TableReading } from "../core/recognise/reading/tableReading";
import { cellAddress } from "../core/workbook/address";
import type { CellValue } from "../core/workbook/snapshot";

/** One relation between cells, in the words of the contract. */
export interface RelationResult {
  readonly op: string;
  readonly at: string;
  readonly of: string | readonly string[];
  readonly weights?: readonly number[];
  readonly order?: string;
  readonly ties?: string;
}

/** What one fact says of one cell, in the contract's words; facts of other kinds have no word there. */
const OPERATIONS: Partial<Record<FactKind, string>> = {
  sum: "Sum",
  mean: "Average",
  ratio: "Division",
  difference: "Difference",
  "weighted-sum": "WeightedSum",
};

/**
 * Where the search cell by cell explains nearly all that a column's fact does, it says it closer to how the sheet was
 * added up: with subtotals in place of their parts.
 */
const NEARLY_ALL = 0.9;

/** The facts of the tables cell by cell, and what is known of other cells besides. */
export function relationResults(
  tables: readonly TableReading[],
  sheet: SheetRelations | null,
): RelationResult[] {
  const byCells = (sheet?.relations ?? []).map(({ op, at, of }) => ({
    op,
    at: cellAddress(at),
    of: of.map(cellAddress),
  }));
  const known = new Set(byCells.map(({ at }) => at));
  const byColumns = tables.flatMap((table) =>
    table.facts.flatMap((fact) => {
      const relations = cellRelations(table, fact);
      const open = relations.filter(({ at }) => !known.has(at));
      return open.length <= relations.length * (1 - NEARLY_ALL) ? open : relations;
    }),
  );
  const saidByColumns = new Set(byColumns.map(({ at }) => at));
  const rest = byCells.filter(({ at, op }) => !saidByColumns.has(at) || op === "RelativeChange");
  for (const { at } of byColumns) known.add(at);
  // What follows from the figures of its own row or column says more than a share of some cell.
  const shares = tables
    .flatMap((table) => table.facts.flatMap((fact) => shareRelations(table, fact)))
    .filter(({ at }) => !known.has(at));
  return [...byColumns, ...rest, ...shares];
}

function cellRelations(table: TableReading, fact: Fact): RelationResult[] {
  if (fact.kind === "rank") return rankRelations(table, fact);
  const op = OPERATIONS[fact.kind];
  if (op === undefined) return [];
  const { grid } = table.shape;
  return filledRows(table, fact).map((row) =>
    linear(fact, (column) => cellAddress(grid.position(row, column)), op),
  );
}

/** Each rank lists all that it is among: a longer column would be millions of cells, and its fact says the same. */
const MOST_RANKED_BY_CELL = 1000;

function rankRelations(table: TableReading, fact: Fact): RelationResult[] {
  const { grid } = table.shape;
  const at = (row: number, column: number) => cellAddress(grid.position(row, column));
  const [of = 0] = fact.of;
  return rankedTogether(table, fact).flatMap((together) => {
    // Who has no figure is not ranked.
    const rows = together.filter((row) => grid.value(row, of) !== null);
    if (rows.length > MOST_RANKED_BY_CELL) return [];
    const cells = rows.map((row) => at(row, of));
    return rows.map((row) => ({
      op: "Rank",
      at: at(row, fact.column),
      of: cells,
      order: fact.order === "ascending" ? "asc" : "desc",
      ties: fact.ties ?? "competition",
    }));
  });
}

/** The rows that are ranked among each other. */
function rankedTogether({ shape: { grid }, unitRows }: TableReading, fact: Fact): (readonly number[])[] {
  const { within } = fact;
  if (fact.withinBlocks) {
    const blocks = blockNumbers(unitRows);
    return [...groupedBy(unitRows.keys(), (index) => blocks[index]).values()].map((indices) =>
      indices.map((index) => unitRows[index] ?? 0),
    );
  }
  if (within === null) return [unitRows];
  // A blank below a category belongs to it.
  let last: CellValue = null;
  return [...groupedBy(unitRows, (row) => (last = grid.shown(row, within) ?? last)).values()];
}

/** A share by cell: the part, and the cell that holds the whole. None where no cell does. */
function shareRelations(table: TableReading, fact: Fact): RelationResult[] {
  const whole = fact.kind === "share" ? wholeOfShare(table, fact) : null;
  if (whole === null) return [];
  const { grid } = table.shape;
  const [part = 0] = fact.of;
  return filledRows(table, fact).map((row) => ({
    op: "Division",
    at: cellAddress(grid.position(row, fact.column)),
    of: [cellAddress(grid.position(row, part)), cellAddress(grid.position(whole, part))],
  }));
}

function filledRows({ shape: { grid }, unitRows }: TableReading, fact: Fact): number[] {
  return unitRows.filter((row) => grid.value(row, fact.column) !== null);
}

function linear(fact: Fact, name: (column: number) => string, op: string): RelationResult {
  const extra = [...fact.plus, ...fact.minus];
  if (extra.length === 0 && fact.kind !== "weighted-sum") {
    return { op, at: name(fact.column), of: fact.of.map(name) };
  }
  const weights = [
    ...fact.of.map((_, index) => {
      const weight = fact.weights[index];
      return weight === undefined ? 1 : decimalToNumber(weight);
    }),
    ...fact.plus.map(() => 1),
    ...fact.minus.map(() => -1),
  ];
  return { op: "WeightedSum", at: name(fact.column), of: [...fact.of, ...extra].map(name), weights };
}
