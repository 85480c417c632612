import type { CellPosition } from "../workbook/address";

/** What a line of a notice is; the layout of each follows GB/T 9704-2012. */
export type LineStyle =
  | "title"
  | "addressee"
  | "body"
  | "heading-1"
  | "heading-2"
  | "heading-3"
  | "attachment-note"
  | "signature"
  | "date"
  | "annotation"
  | "attachment-page"
  | "attachment-title"
  | "table-widths"
  | "table-header"
  | "table-row"
  | "copy-to"
  | "issued"
  | "blank";

/** The names of the line styles as the first column of a template sheet has them. */
export const LINE_STYLE_NAMES: Readonly<Record<LineStyle, string>> = {
  title: "标题",
  addressee: "主送",
  body: "正文",
  "heading-1": "一级标题",
  "heading-2": "二级标题",
  "heading-3": "三级标题",
  "attachment-note": "附件说明",
  signature: "署名",
  date: "成文日期",
  annotation: "附注",
  "attachment-page": "附件",
  "attachment-title": "附件标题",
  "table-widths": "表格列宽",
  "table-header": "表头",
  "table-row": "表行",
  "copy-to": "抄送",
  issued: "印发",
  blank: "空行",
};

const STYLE_BY_NAME: ReadonlyMap<string, LineStyle> = new Map(
  Object.entries(LINE_STYLE_NAMES).map(([style, name]): [string, LineStyle] => [name, style as LineStyle]),
);

/** The line style of a name, or null. */
export function lineStyleNamed(name: string): LineStyle | null {
  return STYLE_BY_NAME.get(name) ?? null;
}

/** Styles whose cells are the columns of a table; of the others only the first cell counts. */
export function isTableStyle(style: LineStyle): boolean {
  return style === "table-widths" || style === "table-header" || style === "table-row";
}

/** A line of a template as it is written: its style and its cells, with placeholders. */
export interface TemplateLine {
  /** Null for a line that only opens or closes a block. */
  readonly style: LineStyle | null;
  readonly cells: readonly string[];
  /** Where the first of the cells stands on the template's sheet; null in a built-in template. */
  readonly source: CellPosition | null;
}

/** A template: the lines of one kind of notice, top to bottom. */
export interface Template {
  /** The sheet that it was read from; null for a built-in one. */
  readonly sheet: string | null;
  readonly lines: readonly TemplateLine[];
}

/** Makes a line of a built-in template. */
export function line(style: LineStyle, ...cells: readonly string[]): TemplateLine {
  return { style, cells, source: null };
}

/** Makes a line that only opens or closes a block. */
export function mark(text: string): TemplateLine {
  return { style: null, cells: [text], source: null };
}
