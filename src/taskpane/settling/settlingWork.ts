import { breathe } from "../../actions/breathe";
import { openSettlingAction } from "../../actions/openSettlingAction";
import type { RecognisedTable } from "../../core/assessment/assessment";
import type { TableReading } from "../../core/recognise/reading/tableReading";
import type { WorkbookReading } from "../../core/recognise/reading/readTables";
import { formatDecimal } from "../../core/numbers/decimal";
import type { Scheme } from "../../core/scheme/scheme";
import type { HeaderPlace, SettleAnswers } from "../../core/settle/answers";
import { answersOfTable } from "../../core/settle/answersOfTable";
import { likelyHeader, type SheetChoice } from "../../core/settle/candidates";
import type { Settled } from "../../core/settle/faults";
import { settleInSteps, type Settlement } from "../../core/settle/settle";
import { readTableAt } from "../../core/settle/settleTable";
import { suggestAnswers, weightRows } from "../../core/settle/suggest";
import type { SettlingTable } from "./settlingState";
import { settlingColumns } from "./settlingColumns";
import type { WeightSources } from "./settlingAnswers";

/** How the workbook is read now, for the settling view to go on from. */
export interface InForce {
  readonly table: RecognisedTable;
  readonly scheme: Scheme;
}

/** What the settling view's store works with; loaded with the other work of the pane. */
export const settlingWork = {
  open: openSettlingAction,
  firstPlace,
  readSettlingTable,
  settleAnswers,
  weightSources,
};

export type SettlingWork = typeof settlingWork;

/** The header that the settling view opens with: of the table in force, else the likeliest one. */
function firstPlace(sheets: readonly SheetChoice[], inForce: InForce | null): HeaderPlace | null {
  const own = sheets
    .find(({ sheet }) => sheet === inForce?.table.sheet)
    ?.headers.find(({ place }) => place.headerRow === inForce?.table.headerRows[1]);
  const [first] = sheets;
  return own?.place ?? (first ? likelyHeader(first) : null);
}

/** The table under a header with the answers to begin with. Null where the clerk has gone on to another, or nothing is there. */
async function readSettlingTable(
  workbook: WorkbookReading,
  place: HeaderPlace,
  inForce: InForce | null,
  signal: AbortSignal,
): Promise<SettlingTable | null> {
  const read = await breathe({ signal }, readTableAt(workbook, place, { unitColumn: null, weightRow: null }));
  if (read.status !== "done" || read.output === null) return null;
  const reading = read.output;
  const answers = openingAnswers(reading, place, inForce);
  return {
    reading,
    columns: settlingColumns(reading),
    answers,
    chosen: new Set(),
    weights: weightSources(reading, answers),
  };
}

function openingAnswers(reading: TableReading, place: HeaderPlace, inForce: InForce | null): SettleAnswers {
  const { table, scheme } = inForce ?? {};
  const isOwn =
    table !== undefined &&
    table.sheet === place.sheet &&
    table.headerRows[1] === place.headerRow &&
    table.columns.every(({ column }) => reading.columns.some((one) => one.column === column));
  if (isOwn && scheme) return answersOfTable(table, scheme, place);
  return { ...suggestAnswers(reading, place), ...(scheme ? { base: scheme } : {}) };
}

/** Where the weights of the score columns can come from. */
function weightSources(reading: TableReading, { roles }: SettleAnswers): WeightSources {
  const stated = new Map<number, string>();
  for (const { column, texts } of reading.columns) {
    const weight = texts.findLast((text) => text.weight !== null)?.weight;
    if (weight && roles.get(column) === "score") stated.set(column, formatDecimal(weight));
  }
  return { rows: weightRows(reading, roles), hasColumns: [...roles.values()].includes("weight"), stated };
}

/** What the answers come to; null where the clerk has changed them meanwhile. */
async function settleAnswers(
  workbook: WorkbookReading,
  answers: SettleAnswers,
  year: number,
  signal: AbortSignal,
): Promise<Settled<Settlement> | null> {
  const settled = await breathe({ signal }, settleInSteps(workbook, answers, year));
  return settled.status === "done" ? settled.output : null;
}
