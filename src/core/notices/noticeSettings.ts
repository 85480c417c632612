import { plainText, readNumber } from "../numbers/readNumber";
import type { Line, Scheme } from "../scheme/scheme";
import type { CellPosition } from "../workbook/address";
import {
  sheetMarked,
  valueAt,
  type CellValue,
  type SheetMark,
  type SheetSnapshot,
  type Snapshot,
} from "../workbook/snapshot";
import { dateOfSerial, parseDate, type CalendarDate, type DateSystem } from "../calendar/calendarDate";
import { OFFICIAL_HOLIDAYS } from "./officialHolidays";
import { parseLine } from "./parseLine";
import type { NoticeLines } from "./proposeUnits";
import type { WorkCalendar } from "./workingDays";

/** The mark of the sheet on which the office keeps what its notices have in common. */
export const SETTINGS_MARK: SheetMark = { kind: "settings", key: "notices" };

/** Settings that hold one value: key, name on the sheet, value until the office gives its own, and what it is for. */
export const SETTING_ROWS = [
  ["issuer", "发文机关", "市政府绩效评估工作领导小组办公室", "署名和红头用"],
  ["basis", "考评依据", "", "考评办法的文件名和文号，写入公文首句；没有的不填"],
  ["code", "发文机关代字", "", "文号〔年份〕前的代字，没有的不填"],
  ["firstNumber", "起始序号", "1", "本年度第一个文号的序号"],
  ["sealed", "加盖印章", "是", "是：成文日期右空4字；否：右空2字"],
  ["addressee", "主送单位", "各县（市）区政府，各开发区管委会，市政府各部门，各有关单位", "通报的主送"],
  ["superior", "上级机关", "市政府", "请示的主送"],
  ["copyTo", "抄送", "", "没有的不填，版记中不出现"],
  ["signer", "签发人", "", "上行文红头用"],
  ["contact", "联系人", "", "约谈通知必填"],
  ["telephone", "联系电话", "", "约谈通知必填"],
  ["replyDays", "回复期限（工作日）", "10", "反馈整改的回复期限，工作日数"],
  ["appealDays", "申诉期限（工作日）", "15", "对结果有异议的申诉期限，工作日数"],
  ["decisionDays", "答复期限（工作日）", "10", "对申诉作出答复的期限，工作日数"],
  ["publicationDays", "公示期（工作日）", "5", "公示的期限，工作日数；方案未规定"],
  ["bodyFont", "正文字体", "仿宋", "装有“仿宋_GB2312”时可改用"],
  ["titleFont", "标题字体", "宋体", "装有“方正小标宋简体”时可改用"],
  ["titleBold", "标题加粗", "是", "用小标宋时改为“否”"],
  ["headingFont", "一级标题字体", "黑体", ""],
  ["subheadingFont", "二级标题字体", "楷体", "装有“楷体_GB2312”时可改用"],
  ["numberFont", "页码字体", "宋体", ""],
] as const;

/** Names that settings had in earlier versions: offices' sheets still have them. */
const FORMER_NAMES: ReadonlyMap<string, string> = new Map([
  ["起始文号", "起始序号"],
  ["回复工作日", "回复期限（工作日）"],
  ["申诉工作日", "申诉期限（工作日）"],
  ["答复工作日", "答复期限（工作日）"],
  ["公示工作日", "公示期（工作日）"],
]);

/** Keys of the settings that hold one value. */
export type SettingKey = (typeof SETTING_ROWS)[number][0];

/** The header rows of the two lists below the single values. */
export const LINES_HEADER = ["组别", "表扬范围", "批评范围"] as const;
export const HOLIDAYS_HEADER = ["日期", "类别", "说明"] as const;
/** The group cell of the row that counts for all groups without one of their own. */
export const ALL_GROUPS = "全部";
export const HOLIDAY_WORD = "放假";
export const MAKE_UP_WORD = "上班";

/** What the office's notices have in common. */
export interface NoticeSettings {
  readonly texts: Readonly<Record<SettingKey, string>>;
  readonly firstNumber: number;
  readonly replyDays: number;
  readonly appealDays: number;
  readonly decisionDays: number;
  readonly publicationDays: number;
  readonly sealed: boolean;
  readonly titleBold: boolean;
  readonly lines: NoticeLines;
  readonly calendar: WorkCalendar;
}

/** A cell of the settings sheet that cannot be read; what it would have set keeps its default. */
export interface SettingFault {
  readonly sheet: string;
  readonly cell: CellPosition;
  readonly text: string;
}

/** Settings, and what is wrong with their sheet. */
export interface ReadSettings {
  readonly settings: NoticeSettings;
  readonly faults: readonly SettingFault[];
  /** Null: the workbook has no settings sheet yet, and all is as built in. */
  readonly sheet: string | null;
}

/** Reads the office's settings; without a settings sheet, the defaults and the scheme's lines. */
export function readNoticeSettings(snapshot: Snapshot, scheme: Scheme): ReadSettings {
  const sheet = sheetMarked(snapshot, SETTINGS_MARK);
  if (!sheet)
    return { settings: settingsOf(new Map(), [], null, scheme, () => undefined), faults: [], sheet: null };
  const faults: SettingFault[] = [];
  const report: Report = (cell, value) => {
    faults.push({ sheet: sheet.name, cell, text: value === null ? "" : textOf(value) });
  };
  const rows = sectionsOf(sheet);
  const settings = settingsOf(
    rows.single,
    rows.lines,
    readCalendar(rows.holidays, snapshot.dateSystem, report),
    scheme,
    report,
  );
  return { settings, faults, sheet: sheet.name };
}

type Report = (cell: CellPosition, value: CellValue) => void;

interface SettingCell {
  readonly cell: CellPosition;
  readonly value: CellValue;
}

type ListRow = readonly [SettingCell, SettingCell, SettingCell];

interface Sections {
  readonly single: ReadonlyMap<string, SettingCell>;
  readonly lines: readonly ListRow[];
  readonly holidays: readonly ListRow[];
}

function sectionsOf(sheet: SheetSnapshot): Sections {
  const single = new Map<string, SettingCell>();
  const lines: ListRow[] = [];
  const holidays: ListRow[] = [];
  let section: "single" | "lines" | "holidays" = "single";
  const cellAt = (row: number, column: number): SettingCell => ({
    cell: { row, column },
    value: valueAt(sheet, { row, column }),
  });
  const lastRow = sheet.area.row + sheet.area.rowCount;
  for (let row = sheet.area.row; row < lastRow; row += 1) {
    const cells: ListRow = [cellAt(row, 0), cellAt(row, 1), cellAt(row, 2)];
    const [first, second] = cells.map(({ value }) => plainText(textOf(value)));
    if (first === LINES_HEADER[0] && second === LINES_HEADER[1]) section = "lines";
    else if (first === HOLIDAYS_HEADER[0] && second === HOLIDAYS_HEADER[1]) section = "holidays";
    else if (first === undefined || first === "") continue;
    else if (section === "single") single.set(settingName(first), cells[1]);
    else (section === "lines" ? lines : holidays).push(cells);
  }
  return { single, lines, holidays };
}

/** The setting's name as it is now; brackets may be of either width. */
function settingName(text: string): string {
  const name = text.replace("(", "（").replace(")", "）");
  return FORMER_NAMES.get(name) ?? name;
}

function textOf(value: CellValue): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" ? String(value) : "";
}

function settingsOf(
  cells: ReadonlyMap<string, SettingCell>,
  lines: readonly ListRow[],
  calendar: WorkCalendar | null,
  scheme: Scheme,
  report: Report,
): NoticeSettings {
  const entries = SETTING_ROWS.map(([key, name, standard]): [SettingKey, string] => {
    const found = cells.get(name);
    const given = found ? textOf(found.value) : standard;
    // A font that nobody names would be the host's own: the standard's stands in.
    return [key, given === "" && key.endsWith("Font") ? standard : given];
  });
  // Every key of SETTING_ROWS is there, once.
  const texts = Object.fromEntries(entries) as Record<SettingKey, string>;
  const whole = (key: SettingKey): number => {
    const [, name, standard] = SETTING_ROWS.find(([candidate]) => candidate === key) ?? ["", "", "0"];
    const reading = readNumber(texts[key]);
    const value = reading.kind === "number" && reading.value.places === 0 ? reading.value.units : -1;
    if (value >= 0 && value <= 9999) return value;
    const found = cells.get(name);
    if (found) report(found.cell, found.value);
    return Number(standard);
  };
  return {
    texts,
    firstNumber: Math.max(1, whole("firstNumber")),
    replyDays: whole("replyDays"),
    appealDays: whole("appealDays"),
    decisionDays: whole("decisionDays"),
    publicationDays: whole("publicationDays"),
    sealed: texts.sealed !== "否",
    titleBold: texts.titleBold !== "否",
    lines: readLines(lines, scheme, report),
    calendar: calendar ?? OFFICIAL_HOLIDAYS,
  };
}

function readLines(rows: readonly ListRow[], scheme: Scheme, report: Report): NoticeLines {
  let overall: { praise: Line | null; criticism: Line | null } = scheme.lines;
  const byGroup = new Map<string, { praise: Line | null; criticism: Line | null }>();
  for (const [group, praise, criticism] of rows) {
    const own = { praise: lineOf(praise, report), criticism: lineOf(criticism, report) };
    const name = textOf(group.value);
    const given = textOf(praise.value) !== "" || textOf(criticism.value) !== "";
    if (!given) continue;
    if (name === ALL_GROUPS)
      overall = { praise: own.praise ?? overall.praise, criticism: own.criticism ?? overall.criticism };
    else byGroup.set(name, own);
  }
  const merged = [...byGroup].map(
    ([name, own]) =>
      [
        name,
        { praise: own.praise ?? overall.praise, criticism: own.criticism ?? overall.criticism },
      ] as const,
  );
  return { ...overall, byGroup: new Map(merged) };
}

function lineOf({ cell, value }: SettingCell, report: Report): Line | null {
  const text = textOf(value);
  if (text === "") return null;
  const line = parseLine(text);
  if (line === null) report(cell, value);
  return line;
}

/** The holidays listed; null where the sheet has no list, so that the built-in one stays in force. */
function readCalendar(rows: readonly ListRow[], dateSystem: DateSystem, report: Report): WorkCalendar | null {
  if (rows.length === 0) return null;
  const holidays: CalendarDate[] = [];
  const makeUpDays: CalendarDate[] = [];
  for (const [day, kind] of rows) {
    const date =
      typeof day.value === "number" ? dateOfSerial(day.value, dateSystem) : parseDate(textOf(day.value));
    if (date === null) report(day.cell, day.value);
    else if (textOf(kind.value).includes(MAKE_UP_WORD)) makeUpDays.push(date);
    else holidays.push(date);
  }
  return { holidays, makeUpDays };
}
