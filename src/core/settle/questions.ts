import type { SheetReading } from "../recognise/reading/readTables";
import { rankTable, type RankedRow } from "../recognise/reading/tableRanking";
import type { TableReading } from "../recognise/reading/tableReading";
import type { CellPosition } from "../workbook/address";
import type { SettleAnswers, SettledRole } from "./answers";
import { columnName } from "./columnName";
import { suggestAnswers } from "./suggest";

/** One way to read a table, and the units that come first by it. */
export interface ResultAlternative {
  readonly name: string;
  readonly answers: SettleAnswers;
  readonly first: readonly RankedRow[];
}

/** Two columns that could both be the result: by the first the table is ranked now. */
export interface ResultQuestion {
  readonly sheet: string;
  /** The header of the column that is ranked now. */
  readonly cell: CellPosition;
  readonly alternatives: readonly [ResultAlternative, ResultAlternative];
}

/** So many units show what a choice changes. */
const FIRST_UNITS = 3;

/** What the tables of a sheet leave open: each that has a rival of its result is asked about. */
export function resultQuestions({ tables }: SheetReading): ResultQuestion[] {
  return tables.flatMap((table): ResultQuestion[] => {
    const { result, shape, sheet } = table;
    if (result === null || result.rival === null || table.unitRows.length === 0) return [];
    const row = shape.headerRows?.[1] ?? shape.rows[0]?.row ?? shape.grid.firstRow;
    return [
      {
        sheet: sheet.name,
        cell: shape.grid.position(row, result.total),
        alternatives: [alternative(table, result.total), alternative(table, result.rival)],
      },
    ];
  });
}

function alternative(table: TableReading, total: number): ResultAlternative {
  const { sheet, shape, result } = table;
  const place = {
    sheet: sheet.name,
    flipped: shape.grid.flipped,
    headerRow: shape.headerRows?.[1] ?? null,
  };
  const suggested = suggestAnswers(table, place);
  const roles = new Map(
    [...suggested.roles].map(([column, role]): [number, SettledRole] => [
      column,
      role === "total" ? "unused" : role,
    ]),
  );
  roles.set(total, "total");
  return {
    name: columnName(table, total),
    answers: { ...suggested, roles, method: { by: "stated" } },
    first: firstUnits(total === result?.total ? table : rankedBy(table, total)),
  };
}

/** The table with another column as its result; the author's ranks are of the first one. */
function rankedBy(table: TableReading, total: number): TableReading {
  const { result } = table;
  return result === null ? table : { ...table, result: { ...result, total, rank: null, rival: null } };
}

function firstUnits(table: TableReading): readonly RankedRow[] {
  return rankTable(table)[0]?.units.slice(0, FIRST_UNITS) ?? [];
}
