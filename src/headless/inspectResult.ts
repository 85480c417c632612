import type { Fact, FactKind } from "../core/facts/fact";
import type { SheetRelations } from "../core/facts/relations/relation";
import { formatDecimal } from "../core/numbers/decimal";
import { rankTable } from "../core/recognise/reading/tableRanking";
import type { WorkbookReading } from "../core/recognise/reading/readTables";
import type { TableReading } from "../core/recognise/reading/tableReading";
import { columnMark } from "../core/shape/columnMark";
import { areaAddress, cellAddress } from "../core/workbook/address";
import type { Translate } from "../i18n";
import { describeEvidence } from "../i18n/describeEvidence";
import { tableArea } from "../core/recognise/reading/tableArea";
import { relationResults, type RelationResult } from "./inspectRelations";
import { wrongCells } from "./wrongCells";

/** A fact as `inspect --json` prints it: columns as letters, decimals as texts. */
interface FactResult {
  readonly column: string;
  readonly kind: FactKind;
  readonly main: boolean;
  readonly of: string | readonly string[];
  readonly weights: readonly string[];
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly constant: string | null;
  readonly places: number | null;
  readonly from: Fact["from"];
  readonly kept: number;
  readonly broken: readonly { readonly cell: string; readonly stated: string; readonly right: string }[];
  readonly within?: string;
  readonly order?: Fact["order"];
  readonly ties?: Fact["ties"];
}

/** What `inspect --json` prints on one line for a workbook; rows count from 1, as Excel shows them. */
export interface InspectResult {
  readonly file: string;
  readonly tables: readonly object[];
  readonly ranking: readonly object[];
  readonly questions: readonly object[];
  readonly relations?: readonly RelationResult[];
  readonly wrong: readonly string[];
  readonly lines?: readonly string[];
}

/** What is printed beside the tables. */
export interface InspectOptions {
  readonly relations: boolean;
  readonly lines: boolean;
}

/** A workbook's reading as data. */
export function inspectResult(
  file: string,
  reading: WorkbookReading,
  relations: SheetRelations | null,
  options: InspectOptions,
  translate: Translate,
): InspectResult {
  const tables = reading.sheets.flatMap((sheet) => sheet.tables);
  return {
    file,
    tables: tables.map((table) => tableResult(table, translate)),
    ranking: tables.flatMap(rankingResult),
    questions: tables.flatMap((table) => questionsOf(table, translate)),
    ...(options.relations ? { relations: relationResults(reading.sheets[0]?.tables ?? [], relations) } : {}),
    wrong: wrongCells(tables, relations),
    ...(options.lines ? { lines: reading.sheets[0]?.lines ?? [] } : {}),
  };
}

function tableResult(table: TableReading, translate: Translate): object {
  const { shape, unitRows, columns, facts, result } = table;
  const { grid } = shape;
  const sheetRow = (row: number) =>
    (grid.flipped
      ? grid.position(row, shape.firstColumn).column
      : grid.position(row, shape.firstColumn).row) + 1;
  const letters = (column: number) => columnMark(table.shape.grid, column);
  const [first = 0, last = 0] = [unitRows[0], unitRows.at(-1)];
  const isUnit = new Set(unitRows);
  const area = tableArea(shape);
  // Where the units stand in columns, the body is the lines of what they are scored on.
  const rows = grid.flipped
    ? [Math.max(shape.firstColumn, ...shape.unitColumns) + 2, shape.endColumn]
    : [sheetRow(first), sheetRow(last)];
  return {
    sheet: table.sheet.name,
    range: areaAddress(area),
    kind: result === null ? "other" : "scores",
    header: shape.headerRows === null ? [0, 0] : shape.headerRows.map(sheetRow),
    rows,
    notUnits: shape.rows
      .filter(({ row }) => row > first && row < last && !isUnit.has(row))
      .map(({ row }) => sheetRow(row)),
    unit: grid.flipped || shape.unitColumns[0] === undefined ? null : letters(shape.unitColumns[0]),
    group: result?.within === undefined || result.within === null ? null : letters(result.within),
    transposed: grid.flipped,
    columns: columns.map(({ column, path, role, candidates }) => ({
      column: letters(column),
      header: path.join(" / "),
      role,
      why: (candidates.find((one) => one.role === role)?.evidence ?? []).map((one) =>
        describeEvidence(translate, one),
      ),
    })),
    // What is looked up elsewhere follows from no column; a formula that is none of the contract's kinds has no word there.
    facts: facts
      .filter(({ kind }) => kind !== "formula" && kind !== "look-up")
      .map((fact) => factResult(table, fact)),
  };
}

function factResult(table: TableReading, fact: Fact): FactResult {
  const letters = (column: number) => columnMark(table.shape.grid, column);
  const { result } = table;
  const of = fact.of.map(letters);
  return {
    column: letters(fact.column),
    kind: fact.kind,
    main: fact.column === result?.total || fact.column === result?.rank?.column,
    of: fact.kind === "rank" ? (of[0] ?? "") : of,
    weights: fact.weights.map(formatDecimal),
    plus: fact.plus.map(letters),
    minus: fact.minus.map(letters),
    constant: fact.constant === null ? null : formatDecimal(fact.constant),
    places: fact.places,
    from: fact.from,
    kept: fact.kept,
    broken: fact.broken.map(({ place, stated, right }) => ({ cell: cellAddress(place), stated, right })),
    ...(fact.within === null ? {} : { within: letters(fact.within) }),
    ...(fact.order === null ? {} : { order: fact.order }),
    ...(fact.ties === null ? {} : { ties: fact.ties }),
  };
}

function rankingResult(table: TableReading): object[] {
  const name = areaAddress(tableArea(table.shape));
  return rankTable(table).map(({ group, units }) => ({
    sheet: table.sheet.name,
    table: name,
    group,
    units: units.map(({ name: unit, total, rank }) => [unit, formatDecimal(total), rank]),
  }));
}

function questionsOf({ sheet, shape, columns, result }: TableReading, translate: Translate): object[] {
  if (result === null || result.rival === null) return [];
  const nameOf = (column: number) => {
    const path = columns.find((one) => one.column === column)?.path ?? [];
    return path.at(-1) ?? columnMark(shape.grid, column);
  };
  const row = shape.headerRows?.[1] ?? shape.rows[0]?.row ?? shape.grid.firstRow;
  return [
    {
      sheet: sheet.name,
      cell: cellAddress(shape.grid.position(row, result.total)),
      ask: translate("inspect.which-result", {}),
      choices: [nameOf(result.total), nameOf(result.rival)],
    },
  ];
}
