import { dateOfSerial, parseDate, type DateSystem } from "../../calendar/calendarDate";
import { contains, names, type Concept } from "../../vocabulary/concepts";
import type { CellValue } from "../../workbook/snapshot";
import { yearIn } from "../header/periodText";
import type { ReadTable } from "../tables/classifySheet";
import type { UnitRow } from "./readUnitRow";

/** The year that a ledger's events are of, and where day 1 of its workbook's dates is. */
export interface LedgerYear {
  readonly year: number;
  readonly dateSystem: DateSystem;
}

/**
 * Tells why an event of a ledger may not count, by what stands beside it; null where nothing speaks against it. `row`
 * is the row of the ledger's own table.
 */
export type EventDoubts = (event: UnitRow, unitKey: string, row: number) => string | null;

/**
 * Makes the reader of what stands beside the events of a ledger, whether it has a row for each (类型 | 分值) or columns of
 * points (加分 | 扣分): one out of force, one of another year than the period's among others of that year, one with a
 * document that has counted for the unit already (rule 19).
 */
export function createEventDoubts(table: ReadTable, { year, dateSystem }: LedgerYear): EventDoubts {
  const { block, columns } = table.list ?? table;
  const columnOf = (concept: Concept) => columns.find(({ header }) => names(header, concept)) ?? null;
  const [state, date, source, kind] = [
    columnOf("state"),
    columnOf("date"),
    columnOf("document"),
    columnOf("event"),
  ];
  const yearAt = (row: number) =>
    date === null ? null : yearOf(block.view.shown(row, date.column), dateSystem);
  const rows = Array.from({ length: block.endRow - block.firstRow }, (_, index) => block.firstRow + index);
  const isDated = rows.some((row) => yearAt(row) === year);
  const counted = new Set<string>();
  return ({ bonus, deduction, counts }, unitKey, ownRow) => {
    const figure = bonus ?? deduction;
    if (figure === null) return null;
    // A list was turned into a table of its own: its figures point at the list's rows.
    const row = table.list === undefined ? ownRow : figure.row;
    const said = (column: number) => block.view.text(row, column);
    if (state && isOutOfForce(state.header, said(state.column))) {
      return `${state.header}：${said(state.column)}`;
    }
    const eventYear = isDated ? yearAt(row) : null;
    if (date && eventYear !== null && eventYear !== year) return `${date.header}：${String(eventYear)}`;
    const number = source ? said(source.column) : "";
    if (number === "") return null;
    const ofKind = [...counts.keys(), kind ? said(kind.column) : "", bonus ? "+" : "", deduction ? "-" : ""];
    const key = [unitKey, ...(table.list === undefined ? ofKind : counts.keys()), number].join("\n");
    if (counted.has(key)) return `${source?.header ?? ""}：${number}`;
    counted.add(key);
    return null;
  };
}

function isOutOfForce(header: string, text: string): boolean {
  if (names(header, "revoked-state")) return names(text, "yes");
  return contains(text, "out-of-force") || (names(header, "valid-state") && names(text, "no"));
}

/** The year of a date, as text or as a day's number of this century; null for anything else. */
function yearOf(value: CellValue, dateSystem: DateSystem): number | null {
  if (typeof value === "string") return yearIn(value) ?? parseDate(value)?.year ?? yearBefore(value);
  const year = typeof value === "number" ? dateOfSerial(value, dateSystem)?.year : undefined;
  return year !== undefined && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** 2015.6 and 2015/6: a year and a month. */
function yearBefore(text: string): number | null {
  return Number(/^(20\d\d)[-./]/.exec(text)?.[1]) || null;
}

/** Smaller and greater numbers are no days. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];
