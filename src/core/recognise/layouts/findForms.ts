import { plainText } from "../../numbers/readNumber";
import type { Roster } from "../../units/roster";
import type { Area, CellPosition } from "../../workbook/address";
import type { RoleReader } from "../header/columnRole";
import { headsOthers, headsScores, readItemHeader, type ItemHeader } from "./itemHeader";
import { isBlank, isFigure, type SheetView } from "../tables/sheetView";
import { rosterUnit, unitLabels } from "./unitLabel";
import { createVirtualView, type VirtualCell } from "../tables/virtualView";
import { contains, names } from "../../vocabulary/concepts";

/** The unit's name stands in the first lines of its form. */
const LABEL_ROWS = 12;
/** A form is a few pages at most: further rows are not searched for scores. */
const FORM_ROWS = 500;
const FORM_COLUMNS = 60;

/** Whether a sheet is one unit's form or several: a label with a unit's name above a list of items, a row each. */
export function isForm(view: SheetView, roster: Roster | null): boolean {
  if (view.endRow - view.firstRow > FORM_ROWS || view.endColumn - view.firstColumn > FORM_COLUMNS)
    return false;
  const header = itemHeaderIn(view);
  if (header === null || header.listsUnits) return false;
  return unitLabels(view, { from: view.firstRow, to: header.row }, roster).length > 0;
}

/**
 * Reads a sheet of forms, a unit each: a label such as 被考核单位 with the unit's name, and the scores, either a row for
 * each component (in the column headed 得分) or a line of figures under a line of components. Gives each as a table of
 * one row; none when it is no such form. Several forms stand under each other, each from its label to the next.
 */
export function findForms(view: SheetView, reader: RoleReader, roster: Roster | null): SheetView[] {
  const rows = { from: view.firstRow, to: Math.min(view.endRow, view.firstRow + FORM_ROWS) };
  const labels = unitLabels(view, rows, roster);
  const [first] = labels;
  const stacked = labels.filter(({ column, words }) => column === first?.column && words === first.words);
  if (first && stacked.length > 1) {
    return stacked.flatMap(({ row, unit }, index) => {
      const form = { ...view, firstRow: row, endRow: stacked[index + 1]?.row ?? view.endRow };
      return formOf(form, reader, unit) ?? [];
    });
  }
  const top = { from: rows.from, to: Math.min(rows.to, rows.from + LABEL_ROWS) };
  const named = first && first.row < top.to ? first.unit : null;
  const unit = named ?? (roster === null ? null : rosterUnit(view, top, roster));
  const form = unit === null ? null : formOf(view, reader, unit);
  return form === null ? [] : [form];
}

function formOf(view: SheetView, reader: RoleReader, unit: VirtualCell): SheetView | null {
  const scores = scoreCells(view, reader);
  if (scores.size === 0) return null;
  const items = [...scores.keys()];
  return createVirtualView(
    view.sheet,
    [
      [null, ...items.map(() => null)],
      [unit, ...items.map((item) => scores.get(item) ?? null)],
    ],
    ["单位", ...items],
    formExtent(view, [...scores.values()]),
  );
}

/** The form's small table: from the line above its first score to its last, across the cells that are filled. */
function formExtent(view: SheetView, scores: readonly CellPosition[]): Area {
  const rows = scores.map(({ row }) => row);
  const first = Math.min(...rows) - 1;
  const last = Math.max(...rows);
  let [left, right] = [Infinity, -1];
  for (let row = first; row <= last; row += 1) {
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      if (isBlank(view.value(row, column))) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return { row: first, column: left, rowCount: last - first + 1, columnCount: right - left + 1 };
}

/** Score cells by the label of their component: of a row each, or of one line. */
function scoreCells(view: SheetView, reader: RoleReader): Map<string, CellPosition> {
  const listed = listedScores(view, reader);
  if (listed.size > 0) return listed;
  const standing = new Map<string, CellPosition>();
  for (let row = view.firstRow; row < Math.min(view.endRow, view.firstRow + FORM_ROWS); row += 1) {
    const labels = labelsIn(view, reader, row);
    if (labels.filter(({ role }) => role.startsWith("component:")).length > 1) {
      const lying = lineUnder(view, row, labels);
      if (lying.size > 0) return lying;
      continue;
    }
    const [label] = labels;
    if (!label || standing.has(label.text)) continue;
    const score = scoreColumn(view, row, label.column);
    if (score !== null) standing.set(label.text, view.position(row, score));
  }
  return hasComponent(standing, reader) ? standing : new Map<string, CellPosition>();
}

/** The scores under a header of items; a total that is stated as the sum of the shares stands in their column. */
function listedScores(view: SheetView, reader: RoleReader): Map<string, CellPosition> {
  const header = itemHeaderIn(view);
  const scores = new Map<string, CellPosition>();
  if (header === null) return scores;
  for (let row = header.row + 1; row < view.endRow; row += 1) {
    const known = labelsIn(view, reader, row).find(({ column }) => column <= header.item);
    const label = known ?? unknownItem(view, row, header);
    if (label === null || scores.has(label.text)) continue;
    const columnOfShares =
      !label.role.startsWith("component:") && isBlank(view.value(row, header.score)) ? header.share : null;
    scores.set(label.text, view.position(row, columnOfShares ?? header.score));
  }
  return hasComponent(scores, reader) ? scores : new Map<string, CellPosition>();
}

/** An item that the scheme does not know but that has a score: it is shown, not passed over. */
function unknownItem(view: SheetView, row: number, { item, score }: ItemHeader): Label | null {
  const text = view.text(row, item);
  const isScored = text !== "" && !names(text, "summary-row") && isFigure(view.value(row, score));
  return isScored ? { column: item, text, role: "unknown" } : null;
}

function hasComponent(scores: ReadonlyMap<string, CellPosition>, reader: RoleReader): boolean {
  return [...scores.keys()].some((text) => reader.read([text]).role.startsWith("component:"));
}

function itemHeaderIn(view: SheetView): ItemHeader | null {
  for (let row = view.firstRow; row < Math.min(view.endRow, view.firstRow + FORM_ROWS); row += 1) {
    const header = readItemHeader(view, row);
    if (header !== null) return header;
  }
  return null;
}

interface Label {
  readonly column: number;
  readonly text: string;
  readonly role: string;
}

/** The cells of a row that name something that is scored; a header such as 得分 alone is none. */
function labelsIn(view: SheetView, reader: RoleReader, row: number): Label[] {
  const labels: Label[] = [];
  const endColumn = Math.min(view.endColumn, view.firstColumn + FORM_COLUMNS);
  for (let column = view.firstColumn; column < endColumn; column += 1) {
    const value = view.value(row, column);
    if (typeof value !== "string") continue;
    const text = plainText(value);
    const { role } = reader.read([text]);
    if (/^(component|bonus|deduction|total)/.test(role)) {
      labels.push({ column, text, role });
    }
  }
  return labels;
}

/** The figures in the first line under a line of labels that has any. */
function lineUnder(view: SheetView, row: number, labels: readonly Label[]): Map<string, CellPosition> {
  for (let below = row + 1; below < Math.min(view.endRow, row + 4); below += 1) {
    if (!labels.some(({ column }) => isFigure(view.value(below, column)))) continue;
    return new Map(
      labels.map(({ column, text }): [string, CellPosition] => [text, view.position(below, column)]),
    );
  }
  return new Map();
}

/** The column of a row's score: the one headed 得分, else the only number on the row. */
function scoreColumn(view: SheetView, row: number, column: number): number | null {
  const filled: number[] = [];
  let headed: number | null = null;
  for (let next = column + 1; next < view.endColumn; next += 1) {
    const heading = headingAbove(view, row, next);
    if (isScoreHeading(heading)) headed = next;
    const value = view.value(row, next);
    if (typeof value === "number" && !headsOthers(heading)) filled.push(next);
  }
  if (headed !== null) return headed;
  const [only] = filled;
  return filled.length === 1 && only !== undefined ? only : null;
}

/** 折算得分 is the score times its weight and no score. */
function isScoreHeading(heading: string): boolean {
  return headsScores(heading) && !contains(heading, "weighted-score");
}

/** The nearest text above a cell. */
function headingAbove(view: SheetView, row: number, column: number): string {
  for (let above = row - 1; above >= Math.max(view.firstRow, row - 40); above -= 1) {
    const shown = view.shown(above, column);
    if (typeof shown === "string" && !isBlank(shown)) return plainText(shown);
  }
  return "";
}
