import type { RowKind, ShapedRow } from "../../shape/shape";
import { STEP_SIZE, type Steps } from "../../steps";
import type { Roster } from "../../units/roster";
import { figureIn } from "../../numbers/cellFigure";
import { plainText } from "../../numbers/readNumber";
import type { TableBlock } from "./tableBlock";
import { numberedGroupIn } from "./numberedGroup";
import { isBlank, isFigure } from "./sheetView";
import type { TableColumn } from "../columns/tableColumns";
import { names } from "../../vocabulary/concepts";
import { withoutNumbering } from "../../vocabulary/numerals";

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
  shaped: readonly ShapedRow[],
  columns: readonly TableColumn[],
  roster: Roster | null,
): Steps<TableRow[]> {
  const rows: TableRow[] = [];
  const groupColumn = columns.find(({ role }) => role === "group")?.column ?? null;
  const table = {
    block,
    roster,
    kinds: new Map(shaped.map(({ row, kind }) => [row, kind])),
    labelColumns: labelColumns(block, groupColumn),
    scoreColumns: columns.filter(({ role }) => isScoreRole(role)).map(({ column }) => column),
    componentColumns: columns.filter(({ role }) => role.startsWith("component:")).map(({ column }) => column),
  };
  let section: string | null = null;
  let group: string | null = null;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    if ((row - block.firstRow) % STEP_SIZE === STEP_SIZE - 1) yield;
    const kind = rowKind(table, row);
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
  return rows;
}

function groupTextAt({ view, headerRows }: TableBlock, row: number, column: number): string {
  const shown = view.shown(row, column);
  if (typeof shown === "string") return plainText(shown);
  if (typeof shown !== "number") return "";
  // 组别: 1 is 第1组; a class or a house is called by its number alone.
  return names(view.text(headerRows[1], column), "group-name") ? `第${String(shown)}组` : String(shown);
}

/** A table whose rows are told apart; which columns matter for that is looked up once. */
interface RowTable {
  readonly block: TableBlock;
  readonly roster: Roster | null;
  /** What each row is by its shape; blank rows are left out. */
  readonly kinds: ReadonlyMap<number, RowKind>;
  /** Columns whose texts may say what a row is: up to the units' column, and the groups'. */
  readonly labelColumns: readonly number[];
  /** Columns whose figures are scores, points or sums of them. */
  readonly scoreColumns: readonly number[];
  readonly componentColumns: readonly number[];
}

function labelColumns({ firstColumn, unitColumn }: TableBlock, groupColumn: number | null): number[] {
  const columns = Array.from({ length: unitColumn - firstColumn + 1 }, (_, index) => firstColumn + index);
  return groupColumn === null || groupColumn <= unitColumn ? columns : [...columns, groupColumn];
}

/** By its shape, what its labels say, and the names that the roster knows. */
function rowKind(table: RowTable, row: number): TableRow["kind"] {
  const { block, roster } = table;
  const { view, unitColumn } = block;
  const first = firstFilled(block, row, block.firstColumn);
  if (first === null) return "blank";
  const unitMerge = view.merge(row, unitColumn);
  if (unitMerge !== null && unitMerge.row < row && unitMerge.row >= block.firstRow) return "continuation";
  const shape = table.kinds.get(row) ?? "note";
  if (shape === "header" || isRepeatedHeader(block, row)) return "repeated-header";
  const label = labelKind(table, row);
  if (label !== null) return label;
  const unitShown = view.shown(row, unitColumn);
  const unitText = typeof unitShown === "string" ? plainText(unitShown) : "";
  const known = roster !== null && unitText !== "" && roster.resolve(unitText).kind === "known";
  if (known && !isWide(block, row, unitColumn)) return "unit";
  if (isHeadingRow(table, row, first, shape !== "unit")) return "section";
  const scored = hasScore(table, row);
  if (shape === "group") return "note";
  if (shape === "note" && !scored) {
    return roster !== null && unitText !== "" && isNearName(roster, unitText) ? "unit" : "note";
  }
  if (unitText !== "") {
    if (shape === "summary") return "summary";
    return !scored && isStranger(table, row, unitText) ? "note" : "unit";
  }
  if (typeof unitShown === "number") return scored ? "unit" : "note";
  if (!scored) return "note";
  return isMarksWithoutLabel(table, row) ? "marks" : "orphan";
}

/** A text without scores that a roster has never heard of: who signs, a remark. */
function isStranger({ block, roster }: RowTable, row: number, text: string): boolean {
  if (roster === null || isNearName(roster, text) || roster.resolve(text).kind === "known") return false;
  let filled = 0;
  for (let column = block.firstColumn; column < block.endColumn; column += 1) {
    if (!isBlank(block.view.value(row, column))) filled += 1;
  }
  return filled <= 2;
}

/** A slip of the pen is a unit all the same. */
function isNearName(roster: Roster, text: string): boolean {
  const resolution = roster.resolve(text);
  return (
    resolution.kind === "ambiguous" || (resolution.kind === "unknown" && resolution.suggestions.length > 0)
  );
}

/** A line with one text only that names a group, or without a roster anything short. */
function isHeadingRow(table: RowTable, row: number, first: number, mayBeBare: boolean): boolean {
  const { block, roster } = table;
  const value = block.view.value(row, first);
  if (typeof value !== "string" || firstFilled(block, row, first + 1) !== null) return false;
  const text = plainText(value);
  return (
    isSection(text, roster, isWide(block, row, first)) ||
    (mayBeBare && roster === null && isHeading(table, row, text))
  );
}

/** The first column from `column` on that holds something of the row's own (merged from above does not count). */
function firstFilled({ view, endColumn }: TableBlock, row: number, column: number): number | null {
  for (let at = column; at < endColumn; at += 1) if (!isBlank(view.value(row, at))) return at;
  return null;
}

/** What the row's labels call it: full marks and weights before sums. */
function labelKind({ block: { view }, labelColumns: columns }: RowTable, row: number) {
  let summary = false;
  for (const column of columns) {
    const value = view.value(row, column);
    if (typeof value !== "string") continue;
    const label = plainText(value);
    if (names(label, "mark-row") || names(label, "weight-row")) return "marks";
    summary ||= names(label, "summary-row");
  }
  return summary ? "summary" : null;
}

function isWide(block: TableBlock, row: number, column: number): boolean {
  const merge = block.view.merge(row, column);
  return merge !== null && merge.columnCount > 1;
}

function isRepeatedHeader(block: TableBlock, row: number): boolean {
  const { view } = block;
  let same = 0;
  for (let column = block.firstColumn; column < block.endColumn; column += 1) {
    if (isFigure(view.value(row, column))) return false;
    const text = view.text(row, column);
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

/** Whether the row holds a number, as a number or as text, in a column that scores. */
function hasScore({ block: { view }, scoreColumns }: RowTable, row: number): boolean {
  return scoreColumns.some((column) => {
    const value = view.value(row, column);
    return isFigure(value) || figureIn(value) !== null;
  });
}

/** A merged line that names a group is no sentence. */
const LONGEST_GROUP_LINE = 15;

function isSection(text: string, roster: Roster | null, wide: boolean): boolean {
  if (roster?.group(text) || names(text, "section-row")) return true;
  return wide && names(text, "group-name") && text.length <= LONGEST_GROUP_LINE;
}

/** Without a roster a short line of its own above a row of figures is a heading: 生产部门, 七年级. */
function isHeading(table: RowTable, row: number, text: string): boolean {
  const { block } = table;
  if (text.length > 15 || names(text, "note-row") || /[。；;,，]/.test(text)) return false;
  for (let below = row + 1; below < block.endRow; below += 1) {
    if (firstFilled(block, below, block.firstColumn) !== null) return hasScore(table, below);
  }
  return false;
}

function sectionText(block: TableBlock, row: number): string {
  const first = firstFilled(block, row, block.firstColumn);
  const value = first === null ? null : block.view.value(row, first);
  const text = typeof value === "string" ? plainText(value) : "";
  const numbered = numberedGroupIn(text);
  if (numbered !== null) return numbered;
  // Words of Latin letters keep the spaces between them.
  const whole =
    typeof value === "string" && /\p{Script=Latin} \p{Script=Latin}/u.test(value) ? value.trim() : text;
  return withoutNumbering(whole);
}

/** A row right under the header without a label whose numbers are the header's own full marks or weights. */
function isMarksWithoutLabel({ block, componentColumns }: RowTable, row: number): boolean {
  if (row > block.firstRow + 1) return false;
  const figures = componentColumns
    .map((column) => block.view.value(row, column))
    .filter((value) => typeof value === "number");
  const sum = figures.reduce((total, figure) => total + figure, 0);
  const isWeights = Math.abs(sum - 1) < 1e-9 || Math.abs(sum - 100) < 1e-9;
  return figures.length >= 2 && (isWeights || figures.every((figure) => figure === 100));
}
