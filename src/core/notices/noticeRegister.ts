import { plainText } from "../numbers/readNumber";
import { cellAddress, parseArea, type CellPosition } from "../workbook/address";
import { sheetMarked, valueAt, type CellValue, type SheetMark, type Snapshot } from "../workbook/snapshot";
import { formatIsoDate, parseDate, type CalendarDate } from "../calendar/calendarDate";
import { noticeKind, type NoticeKindId } from "./noticeKinds";

/** The mark of the sheet that keeps approvals and the notices made, with their numbers. */
export const REGISTER_MARK: SheetMark = { kind: "register", key: "notices" };

/** That a ranking was approved: by whom, when, under which number (rule 21). */
export interface Approval {
  readonly period: string;
  readonly by: string;
  readonly on: CalendarDate;
  readonly number: string;
  /** Fingerprint of the ranking that was approved: another ranking is not. */
  readonly digest: string;
}

/** A notice that was made. */
export interface RegisteredNotice {
  readonly kind: NoticeKindId;
  readonly period: string;
  /** Its units: one for a notice to a unit, the chosen ones for a list, none for a notice about all. */
  readonly units: readonly string[];
  /** Year and number of its 文号; null for kinds without one. */
  readonly number: DocumentNumber | null;
  /** The 文号 as printed. */
  readonly numberText: string;
  readonly state: "draft" | "final";
  readonly date: CalendarDate;
  /** Fingerprint of the figures that it shows. */
  readonly digest: string;
  readonly sheet: string;
  /** The cell of its sheet that takes a stamp when its figures change. */
  readonly stamp: CellPosition | null;
}

/** A number of the year's sequence. */
export interface DocumentNumber {
  readonly year: number;
  readonly number: number;
}

/** What the register holds. */
export interface NoticeRegister {
  readonly approvals: readonly Approval[];
  readonly notices: readonly RegisteredNotice[];
}

/** Columns of the register's sheet. */
export const REGISTER_HEADER = [
  "文种",
  "考评期",
  "单位",
  "年份",
  "序号",
  "文号",
  "状态",
  "日期",
  "批准人",
  "工作表",
  "加注位置",
  "数据校验码（请勿改动）",
] as const;

/** What stands in the first column for an approval; notices have the name of their kind there. */
const APPROVAL_WORD = "排名批准";
const STATE_WORDS = { draft: "送审稿", final: "定稿" } as const;
/** Between the units of one notice. */
const UNIT_SEPARATOR = "、";

/** Reads the register; empty where the workbook has none. Rows that are not of the register's form are left out. */
export function readRegister(snapshot: Snapshot): NoticeRegister {
  const sheet = sheetMarked(snapshot, REGISTER_MARK);
  const approvals: Approval[] = [];
  const notices: RegisteredNotice[] = [];
  if (!sheet) return { approvals, notices };
  const lastRow = sheet.area.row + sheet.area.rowCount;
  for (let row = sheet.area.row; row < lastRow; row += 1) {
    const cells = REGISTER_HEADER.map((_, column) => textOf(valueAt(sheet, { row, column })));
    const approval = approvalOf(cells);
    if (approval) approvals.push(approval);
    const notice = noticeOf(cells);
    if (notice) notices.push(notice);
  }
  return { approvals, notices };
}

function textOf(value: CellValue): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" ? String(value) : "";
}

function approvalOf(cells: readonly string[]): Approval | null {
  const [kind = "", period = "", , , , number = "", , dateText = "", by = "", , , digest = ""] = cells;
  const on = parseDate(dateText);
  if (kind !== APPROVAL_WORD || on === null) return null;
  return { period, by, on, number, digest };
}

function noticeOf(cells: readonly string[]): RegisteredNotice | null {
  const [name = "", period = "", units = "", year = "", number = "", numberText = "", state = ""] = cells;
  const [dateText = "", , sheet = "", stamp = "", digest = ""] = cells.slice(7);
  const area = parseArea(stamp);
  const kind = noticeKind(name);
  const date = parseDate(dateText);
  if (kind === null || date === null) return null;
  return {
    kind: kind.id,
    period,
    units: units === "" ? [] : units.split(UNIT_SEPARATOR),
    number: numberOf(year, number),
    numberText,
    state: state === STATE_WORDS.final ? "final" : "draft",
    date,
    digest,
    sheet,
    stamp: area && { row: area.row, column: area.column },
  };
}

function numberOf(year: string, number: string): DocumentNumber | null {
  const [yearValue, numberValue] = [Number(plainText(year)), Number(plainText(number))];
  const whole = Number.isSafeInteger(yearValue) && Number.isSafeInteger(numberValue);
  return whole && yearValue > 0 && numberValue > 0 ? { year: yearValue, number: numberValue } : null;
}

/** The cells of the register's rows under its header: approvals first, then notices in the order in which they came. */
export function registerRows({ approvals, notices }: NoticeRegister): (string | number | null)[][] {
  return [
    ...approvals.map(({ period, by, on, number, digest }) => [
      APPROVAL_WORD,
      period,
      null,
      null,
      null,
      number,
      null,
      formatIsoDate(on),
      by,
      null,
      null,
      digest,
    ]),
    ...notices.map((notice) => [
      noticeKind(notice.kind)?.name ?? notice.kind,
      notice.period,
      notice.units.join(UNIT_SEPARATOR),
      notice.number?.year ?? null,
      notice.number?.number ?? null,
      notice.numberText,
      STATE_WORDS[notice.state],
      formatIsoDate(notice.date),
      null,
      notice.sheet,
      notice.stamp && cellAddress(notice.stamp),
      notice.digest,
    ]),
  ];
}

/** Whether two notices are the same one, made anew: same kind and period and, for a notice to a unit, same unit. */
export function isSameNotice(
  left: Pick<RegisteredNotice, "kind" | "period" | "units">,
  right: Pick<RegisteredNotice, "kind" | "period" | "units">,
): boolean {
  if (left.kind !== right.kind || left.period !== right.period) return false;
  return noticeKind(left.kind)?.scope !== "unit" || left.units[0] === right.units[0];
}

/** The register with an approval; an older one of the same period gives way. */
export function withApproval(register: NoticeRegister, approval: Approval): NoticeRegister {
  return {
    ...register,
    approvals: [...register.approvals.filter(({ period }) => period !== approval.period), approval],
  };
}

/** The register with notices made; each takes the place of the same notice made before, new ones come last. */
export function withNotices(register: NoticeRegister, made: readonly RegisteredNotice[]): NoticeRegister {
  const left = [...made];
  const notices = register.notices.map((notice) => {
    const index = left.findIndex((candidate) => isSameNotice(candidate, notice));
    return index < 0 ? notice : (left.splice(index, 1)[0] ?? notice);
  });
  return { ...register, notices: [...notices, ...left] };
}
