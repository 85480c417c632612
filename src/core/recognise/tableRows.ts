import { STEP_SIZE, type Steps } from "../steps";
import type { Roster } from "../units/roster";
import { plainText, readNumber } from "../numbers/readNumber";
import { closeTable } from "./closingLines";
import type { TableBlock } from "./findTables";
import { isBlank, isFigure } from "./sheetView";
import type { TableColumn } from "./tableColumns";
import { MARK_ROW, NOTE_ROW, SUMMARY_ROW } from "./vocabulary";

/** What a row of a table is. Rows are the view's. */
export type TableRow =
  | { readonly kind: "unit"; readonly row: number; readonly group: string | null }
  /** Names the group of the rows under it. */
  | { readonly kind: "section"; readonly row: number; readonly text: string }
  /** Average, subtotal, total, highest, lowest. */
  | { readonly kind: "summary"; readonly row: number }
  /** Full marks or weights. */
  | { readonly kind: "marks"; readonly row: number }
  | { readonly kind: "note"; readonly row: number }
  | { readonly kind: "repeated-header"; readonly row: number }
  /** Figures without a unit: shown as a finding. */
  | { readonly kind: "orphan"; readonly row: number }
  /** A further row of a unit whose cell is merged downward. */
  | { readonly kind: "continuation"; readonly row: number }
  | { readonly kind: "blank"; readonly row: number };

/** Tells what each row under a table's header is. Section rows set the group of the unit rows below them. */
export function* readRows(
  block: TableBlock,
  columns: readonly TableColumn[],
  roster: Roster | null,
): Steps<TableRow[]> {
  const rows: TableRow[] = [];
  const groupColumn = columns.find(({ role }) => role === "group")?.column ?? null;
  let section: string | null = null;
  let group: string | null = null;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    if ((row - block.firstRow) % STEP_SIZE === STEP_SIZE - 1) yield;
    const kind = rowKind(block, columns, roster, row, groupColumn);
    if (kind === "section") {
      section = sectionText(block, row);
      group = null;
      rows.push({ kind, row, text: section });
      continue;
    }
    if (kind === "unit") {
      const own = groupColumn === null ? "" : groupTextAt(block, row, groupColumn);
      if (own !== "") group = own;
      rows.push({ kind, row, group: group ?? section });
      continue;
    }
    rows.push({ kind, row });
  }
  return closeTable(block, rows, roster);
}

function groupTextAt(block: TableBlock, row: number, column: number): string {
  const shown = block.view.shown(row, column);
  if (typeof shown === "string") return plainText(shown);
  return typeof shown === "number" ? `第${String(shown)}组` : "";
}

function rowKind(
  block: TableBlock,
  columns: readonly TableColumn[],
  roster: Roster | null,
  row: number,
  groupColumn: number | null,
): TableRow["kind"] {
  const { view } = block;
  const cells = ownCells(block, row);
  if (cells.length === 0) return "blank";
  const unitMerge = view.merge(row, block.unitColumn);
  if (unitMerge !== null && unitMerge.row < row && unitMerge.row >= block.firstRow) return "continuation";
  if (isRepeatedHeader(block, row)) return "repeated-header";
  const unitShown = view.shown(row, block.unitColumn);
  const unitText = typeof unitShown === "string" ? plainText(unitShown) : "";
  const labels = cells
    .filter(({ column }) => column <= block.unitColumn || column === groupColumn)
    .map(({ value }) => (typeof value === "string" ? plainText(value) : ""));
  const figures = figureCount(block, columns, row);
  if (labels.some((label) => MARK_ROW.test(label))) return "marks";
  if (labels.some((label) => SUMMARY_ROW.test(label))) return "summary";
  const known = roster !== null && unitText !== "" && roster.resolve(unitText).kind === "known";
  if (known && !isWide(block, row, block.unitColumn)) return "unit";
  const [first] = cells;
  const onlyText = cells.length === 1 && typeof first?.value === "string";
  if (onlyText && figures === 0) {
    const text = plainText(first.value);
    if (isSection(text, roster, isWide(block, row, first.column))) return "section";
    if (roster === null && isHeading(block, columns, row, text)) return "section";
    if (NOTE_ROW.test(text) || isWide(block, row, first.column) || text.length > 25) return "note";
  }
  if (
    cells.some(({ value }) => typeof value === "string" && NOTE_ROW.test(plainText(value))) &&
    figures === 0
  ) {
    return "note";
  }
  if (figures === 0 && unitText !== "" && /[:：]/.test(unitText)) return "note";
  if (unitText !== "" && SUMMARY_ROW.test(unitText)) return "summary";
  if (unitText !== "") return "unit";
  if (typeof unitShown === "number") return figures > 0 ? "unit" : "note";
  if (figures === 0) return "note";
  return isMarksWithoutLabel(block, columns, row) ? "marks" : "orphan";
}

interface OwnCell {
  readonly column: number;
  readonly value: string | number | boolean | object;
}

/** The cells of the row inside the table that hold something of their own (merged from above does not count). */
function ownCells(block: TableBlock, row: number): OwnCell[] {
  const cells: OwnCell[] = [];
  for (let column = block.firstColumn; column < block.endColumn; column += 1) {
    const value = block.view.value(row, column);
    if (value !== null && !isBlank(value)) cells.push({ column, value });
  }
  return cells;
}

function isWide(block: TableBlock, row: number, column: number): boolean {
  const merge = block.view.merge(row, column);
  return merge !== null && merge.columnCount > 1;
}

function isRepeatedHeader(block: TableBlock, row: number): boolean {
  const { view } = block;
  let same = 0;
  for (let column = block.firstColumn; column < block.endColumn; column += 1) {
    const text = view.text(row, column);
    if (isFigure(view.value(row, column))) return false;
    if (text === "") continue;
    let matches = false;
    for (let header = block.headerRows[0]; header <= block.headerRows[1] && !matches; header += 1) {
      matches = view.text(header, column) === text;
    }
    if (!matches) return false;
    same += 1;
  }
  return same >= 2;
}

function isScoreRole(role: string): boolean {
  return /^(component|weighted|adjustment|bonus|deduction|net|total|subtotal)/.test(role);
}

/** How many cells of the row hold a number, as a number or as text, in the columns that score. */
function figureCount(block: TableBlock, columns: readonly TableColumn[], row: number): number {
  let count = 0;
  for (const { column, role } of columns) {
    if (!isScoreRole(role)) continue;
    const value = block.view.value(row, column);
    if (isFigure(value)) count += 1;
    else if (typeof value === "string" && readNumber(value).kind === "number") count += 1;
  }
  return count;
}

const SECTION_WORDS =
  /^(?:[(（]?[一二三四五六七八九十]+[)）]?[、.．:：]|[(（][一二三四五六七八九十]+[)）])?(?:第[一二三四五六七八九十\d]+(?:考核)?组|[一二三四五六七八九十\d]+组)/;

function isSection(text: string, roster: Roster | null, wide: boolean): boolean {
  if (roster?.group(text) || SECTION_WORDS.test(text)) return true;
  return wide && /组$/.test(text) && text.length <= 15;
}

/** Without a roster a short line of its own above a row of figures is a heading: 生产部门, 七年级. */
function isHeading(block: TableBlock, columns: readonly TableColumn[], row: number, text: string): boolean {
  if (text.length > 15 || NOTE_ROW.test(text) || /[。；;,，]/.test(text)) return false;
  for (let below = row + 1; below < block.endRow; below += 1) {
    if (ownCells(block, below).length > 0) return figureCount(block, columns, below) > 0;
  }
  return false;
}

function sectionText(block: TableBlock, row: number): string {
  const [cell] = ownCells(block, row);
  const text = typeof cell?.value === "string" ? plainText(cell.value) : "";
  const match = /第?[一二三四五六七八九十\d]+(?:考核)?组/.exec(text);
  return match ? match[0] : text.replace(SECTION_NUMBERING, "");
}

/** 一、甲组 → 甲组. */
const SECTION_NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.．:：]|[(（][一二三四五六七八九十\d]{1,3}[)）])(?=.)/;

/** A row right under the header without a label whose numbers are the header's own full marks or weights. */
function isMarksWithoutLabel(block: TableBlock, columns: readonly TableColumn[], row: number): boolean {
  if (row > block.firstRow + 1) return false;
  const figures = columns
    .filter(({ role }) => role.startsWith("component:"))
    .map(({ column }) => block.view.value(row, column))
    .filter((value) => typeof value === "number");
  const sum = figures.reduce((total, figure) => total + figure, 0);
  const isWeights = Math.abs(sum - 1) < 1e-9 || Math.abs(sum - 100) < 1e-9;
  return figures.length >= 2 && (isWeights || figures.every((figure) => figure === 100));
}
