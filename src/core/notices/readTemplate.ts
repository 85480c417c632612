import { plainText } from "../numbers/readNumber";
import type { Scheme } from "../scheme/scheme";
import {
  isCellError,
  sheetMarked,
  valueAt,
  type SheetMark,
  type SheetSnapshot,
  type Snapshot,
} from "../workbook/snapshot";
import { checkTemplate, type TemplateFault } from "./checkTemplate";
import type { NoticeKind, NoticeKindId } from "./noticeKinds";
import { lineStyleNamed, type Template, type TemplateLine } from "./template";
import { builtInTemplate } from "./templates/builtInTemplate";
import { templateTokens } from "./templateTokens";

/** Headers of a template's sheet: the style of a line, and its text or the cells of its table. */
export const TEMPLATE_HEADER = ["样式", "内容"] as const;
/** How many columns of a template's sheet hold text, from the second on; what stands beyond is not the template. */
export const TEMPLATE_TEXT_COLUMNS = 12;

/** The mark of the sheet with a kind's template. */
export function templateMark(kind: NoticeKindId): SheetMark {
  return { kind: "template", key: kind };
}

/** A template to work with, and what is wrong with it. */
export interface ReadTemplate {
  readonly template: Template;
  readonly faults: readonly TemplateFault[];
}

/** The template of a kind that is in force: the workbook's own, else the built-in one. */
export function templateInForce(snapshot: Snapshot, kind: NoticeKind, scheme: Scheme): ReadTemplate {
  const sheet = sheetMarked(snapshot, templateMark(kind.id));
  if (!sheet) {
    const template = builtInTemplate(kind.id, scheme);
    return { template, faults: checkTemplate(template, kind, scheme) };
  }
  const { template, faults } = readTemplateSheet(sheet);
  return { template, faults: [...faults, ...checkTemplate(template, kind, scheme, sheet.merges)] };
}

/** Reads the lines of a template's sheet under its header. A text without a style is body text. */
export function readTemplateSheet(sheet: SheetSnapshot): ReadTemplate {
  const lines: TemplateLine[] = [];
  const faults: TemplateFault[] = [];
  const lastRow = sheet.area.row + sheet.area.rowCount;
  const header = headerRow(sheet, lastRow);
  for (let row = header + 1; row < lastRow; row += 1) {
    const name = plainText(textAt(sheet, row, 0));
    const cells = Array.from({ length: TEMPLATE_TEXT_COLUMNS }, (_, index) => textAt(sheet, row, index + 1));
    while (cells.at(-1) === "") cells.pop();
    if (name === "" && cells.length === 0) continue;
    const source = { row, column: 1 };
    if (name === "" && cells.every(isOnlyMarks)) {
      lines.push({ style: null, cells, source });
      continue;
    }
    const style = name === "" ? "body" : lineStyleNamed(name);
    if (style === null) {
      faults.push({ code: "unknown-style", name, block: "", cell: { row, column: 0 } });
      continue;
    }
    lines.push({ style, cells: cells.length === 0 ? [""] : cells, source });
  }
  return { template: { sheet: sheet.name, lines }, faults };
}

function headerRow(sheet: SheetSnapshot, lastRow: number): number {
  for (let row = sheet.area.row; row < lastRow; row += 1) {
    const cells = TEMPLATE_HEADER.map((_, column) => plainText(textAt(sheet, row, column)));
    if (TEMPLATE_HEADER.every((text, column) => cells[column] === text)) return row;
  }
  return sheet.area.row - 1;
}

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  const value = valueAt(sheet, { row, column });
  if (value === null) return "";
  return isCellError(value) ? value.error : String(value);
}

function isOnlyMarks(text: string): boolean {
  return templateTokens(text).every((token) =>
    token.kind === "text" ? token.text.trim() === "" : token.kind !== "value",
  );
}
