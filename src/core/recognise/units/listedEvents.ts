import { plainText } from "../../numbers/readNumber";
import type { CellValue } from "../../workbook/snapshot";
import { yearIn } from "../header/periodText";
import type { ReadTable } from "../tables/classifySheet";
import type { UnitRow } from "./readUnitRow";

const STATE_HEADER = /^(?:状态|是否有效|有效|是否计入|是否撤销)$/;
const DATE_HEADER = /^(?:日期|时间|年月|通报(?:日期|时间)|发文(?:日期|时间))$/;
const DOCUMENT_HEADER = /^(?:文号|发文字号|文件号|文件文号|依据文号)$/;
const OUT_OF_FORCE = /撤销|撤回|作废|无效|取消|失效|不计/;

/** Tells why an event of a ledger may not count, by what stands beside it; null where nothing speaks against it. */
export type EventDoubts = (event: UnitRow, unitKey: string) => string | null;

/**
 * Makes the reader of what stands beside the events of a ledger: one out of force, one of another year than the
 * period's among others of that year, one with a document that has counted for the unit already (rule 19).
 */
export function createEventDoubts({ list }: ReadTable, year: number): EventDoubts {
  if (!list) return () => null;
  const { block, columns } = list;
  const columnOf = (pattern: RegExp) => columns.find(({ header }) => pattern.test(plainText(header))) ?? null;
  const [state, date, source] = [STATE_HEADER, DATE_HEADER, DOCUMENT_HEADER].map(columnOf);
  const datedRows = Array.from(
    { length: block.endRow - block.firstRow },
    (_, index) => block.firstRow + index,
  );
  const isDated =
    date && datedRows.some((row) => yearOf(block.view.shown(row, date.column)) === year) ? date : null;
  const counted = new Set<string>();
  return ({ bonus, deduction, counts }, unitKey) => {
    const figure = bonus ?? deduction;
    if (figure === null) return null;
    const said = (column: number) => block.view.text(figure.row, column);
    if (state && isOutOfForce(plainText(state.header), said(state.column))) {
      return `${state.header}：${said(state.column)}`;
    }
    const eventYear = isDated ? yearOf(block.view.shown(figure.row, isDated.column)) : null;
    if (isDated && eventYear !== null && eventYear !== year) return `${isDated.header}：${String(eventYear)}`;
    const number = source ? said(source.column) : "";
    if (number === "") return null;
    const key = [unitKey, ...counts.keys(), number].join("\n");
    if (counted.has(key)) return `${source?.header ?? ""}：${number}`;
    counted.add(key);
    return null;
  };
}

function isOutOfForce(header: string, text: string): boolean {
  if (header === "是否撤销") return text === "是";
  return OUT_OF_FORCE.test(text) || (/^(?:是否)?有效$|^是否计入$/.test(header) && /^(?:否|×|不)$/.test(text));
}

/** The year of a date, as text or as a day's number; null for anything else. */
function yearOf(value: CellValue): number | null {
  if (typeof value === "string") return yearIn(value) ?? (Number(/^(20\d\d)[-./]/.exec(value)?.[1]) || null);
  if (typeof value !== "number" || value < FIRST_DAY || value > LAST_DAY) return null;
  return new Date((Math.floor(value) - DAYS_BEFORE_1970) * MILLISECONDS_A_DAY).getUTCFullYear();
}

/** Days as workbooks number them: of 2000 and of 2099. */
const [FIRST_DAY, LAST_DAY] = [36_526, 73_050];
const DAYS_BEFORE_1970 = 25_569;
const MILLISECONDS_A_DAY = 86_400_000;
