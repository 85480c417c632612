import { formatIsoDate } from "../../calendar/calendarDate";
import {
  ALL_GROUPS,
  HOLIDAY_WORD,
  HOLIDAYS_HEADER,
  LINES_HEADER,
  MAKE_UP_WORD,
  SETTING_ROWS,
  SETTINGS_MARK,
} from "../../notices/noticeSettings";
import { OFFICIAL_HOLIDAYS } from "../../notices/officialHolidays";
import { plainPage } from "../../workbook/plainPage";
import type { CellStyle, SheetPlan } from "../../workbook/plan";
import { SheetBuilder } from "../sheetBuilder";

const HEADER: CellStyle = {
  fontName: "宋体",
  fontSize: 11,
  bold: true,
  fill: "#E8EEF4",
  borders: "thin",
  vertical: "center",
};
const CELL: CellStyle = {
  fontName: "宋体",
  fontSize: 11,
  borders: "thin",
  vertical: "center",
  numberFormat: "@",
};
const WIDTHS = [18, 56, 40];

/**
 * The settings sheet as built in, for the office to fill in: single values, the lines for praise and criticism by
 * group, and the year's holidays. It is written once and never over what the office has set.
 */
export function planNoticeSettingsSheet(groups: readonly string[]): SheetPlan {
  const builder = new SheetBuilder(WIDTHS.length);
  builder.addRow(["项目", "内容", "说明"], HEADER, 20);
  for (const [, name, value, purpose] of SETTING_ROWS) {
    builder.addRow([name, value === "" ? null : value, purpose === "" ? null : purpose], CELL, 18);
  }
  builder.addRow([]);
  builder.addRow([...LINES_HEADER], HEADER, 20);
  for (const group of [ALL_GROUPS, ...groups]) builder.addRow([group], CELL, 18);
  builder.addBanner("范围可写：前3名、后3名、前10%、90分及以上、60分以下。不填则不建议任何单位。", NOTE, 18);
  builder.addRow([]);
  builder.addRow([...HOLIDAYS_HEADER], HEADER, 20);
  const days = [
    ...OFFICIAL_HOLIDAYS.holidays.map((date) => [formatIsoDate(date), HOLIDAY_WORD]),
    ...OFFICIAL_HOLIDAYS.makeUpDays.map((date) => [formatIsoDate(date), MAKE_UP_WORD]),
  ].sort(([left = ""], [right = ""]) => (left < right ? -1 : left > right ? 1 : 0));
  for (const day of days) builder.addRow(day, CELL, 16);
  return {
    name: "公文设置",
    mark: SETTINGS_MARK,
    visibility: "visible",
    ...builder.content,
    columnWidths: WIDTHS,
    page: plainPage("portrait"),
    frozenRows: 1,
  };
}

const NOTE: CellStyle = { fontName: "宋体", fontSize: 9, fontColor: "#595959", vertical: "center" };
