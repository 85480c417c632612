import type { NoticeKind } from "../../notices/noticeKinds";
import { placeholdersOf } from "../../notices/placeholders";
import { TEMPLATE_HEADER, TEMPLATE_TEXT_COLUMNS, templateMark } from "../../notices/readTemplate";
import { isTableStyle, LINE_STYLE_NAMES } from "../../notices/template";
import { builtInTemplate } from "../../notices/templates/builtInTemplate";
import type { Scheme } from "../../scheme/scheme";
import { plainPage } from "../../workbook/plainPage";
import type { CellStyle, PlannedValue, SheetPlan } from "../../workbook/plan";
import { SheetBuilder } from "../sheetBuilder";
import { lineCount } from "../textWidth";

const STYLE_WIDTH = 11;
const TEXT_WIDTH = 11;
const NAME_WIDTH = 22;
const FIRST_NAME_COLUMN = TEMPLATE_TEXT_COLUMNS + 2;

const HEADER: CellStyle = {
  fontName: "宋体",
  fontSize: 11,
  bold: true,
  fill: "#E8EEF4",
  borders: "thin",
  vertical: "center",
};
const STYLE_CELL: CellStyle = { fontName: "宋体", fontSize: 10, fontColor: "#595959", vertical: "center" };
const TEXT: CellStyle = {
  fontName: "宋体",
  fontSize: 11,
  wrap: true,
  vertical: "center",
  horizontal: "left",
};
const NOTE: CellStyle = {
  fontName: "宋体",
  fontSize: 10,
  fontColor: "#595959",
  wrap: true,
  vertical: "center",
};

const HELP =
  "A 列写本行样式，B 列起写文字；“表头”“表行”一格一列，“表格列宽”写各列相对宽度。" +
  "{{名称}}生成时换成实际内容；{{#名称}}到{{/名称}}之间按条数重复；{{^名称}}到{{/名称}}之间只在一条也没有时印出。" +
  "可以增删、改写各行；恢复内置模板用任务窗格的“恢复内置模板”。";

/** The built-in template of a kind as a sheet for the clerk to edit, with the names that it may use beside it. */
export function planNoticeTemplateSheet(kind: NoticeKind, scheme: Scheme): SheetPlan {
  const columnCount = FIRST_NAME_COLUMN + 2;
  const builder = new SheetBuilder(columnCount);
  const names = placeholderRows(kind, scheme);
  builder.addRow([HELP], undefined, 62);
  builder.style(0, 0, TEMPLATE_TEXT_COLUMNS + 1, NOTE);
  builder.merge(0, 0, TEMPLATE_TEXT_COLUMNS + 1);
  builder.addRow([...TEMPLATE_HEADER], undefined, 20);
  builder.style(1, 0, TEMPLATE_TEXT_COLUMNS + 1, HEADER);
  builder.style(1, FIRST_NAME_COLUMN, 2, HEADER);
  const { lines } = builtInTemplate(kind.id, scheme);
  const rowCount = Math.max(lines.length, names.length);
  for (let index = 0; index < rowCount; index += 1) {
    const line = lines[index];
    const row = builder.addRow([line?.style ? LINE_STYLE_NAMES[line.style] : null, ...(line?.cells ?? [])]);
    builder.style(row, 0, 1, STYLE_CELL);
    builder.style(row, 1, TEMPLATE_TEXT_COLUMNS, TEXT);
    if (!line) continue;
    if (line.style === null || !isTableStyle(line.style)) {
      if (line.cells.length === 1) builder.merge(row, 1, TEMPLATE_TEXT_COLUMNS);
      const width = (line.cells.length === 1 ? TEXT_WIDTH * TEMPLATE_TEXT_COLUMNS : TEXT_WIDTH) - 2;
      const height = Math.max(...line.cells.map((text) => lineCount(text, width)));
      builder.rowHeights.set(row, 4 + 15 * height);
    } else builder.style(row, 1, line.cells.length, { borders: "thin" });
  }
  return {
    name: `模板 ${kind.name}`,
    mark: templateMark(kind.id),
    visibility: "visible",
    ...builder.content,
    cells: withNames(builder.cells, names),
    columnWidths: [
      STYLE_WIDTH,
      ...Array.from({ length: TEMPLATE_TEXT_COLUMNS }, () => TEXT_WIDTH),
      3,
      NAME_WIDTH,
      NAME_WIDTH,
    ],
    page: plainPage("landscape"),
    frozenRows: 2,
    activate: true,
  };
}

/** Each name as it is written in a template, and the block that it belongs into. */
function placeholderRows(kind: NoticeKind, scheme: Scheme): [string, string][] {
  return placeholdersOf(kind, scheme).map(({ name, kind: type, within }) => [
    type === "block" ? `{{#${name}}}…{{/${name}}}` : `{{${name}}}`,
    within === null ? "" : `在{{#${within}}}之内`,
  ]);
}

function withNames(
  cells: readonly (readonly PlannedValue[])[],
  names: readonly (readonly [string, string])[],
): PlannedValue[][] {
  return cells.map((row, index) => {
    const [name, place] = index === 1 ? ["可用的名称", "用在何处"] : (names[index - 2] ?? [null, null]);
    return [...row.slice(0, FIRST_NAME_COLUMN), index === 0 ? null : name, index === 0 ? null : place];
  });
}
