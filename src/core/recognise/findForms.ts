import { plainText } from "../numbers/readNumber";
import type { Roster } from "../units/roster";
import type { Area, CellPosition } from "../workbook/address";
import { CONFIDENCE_THRESHOLD, type RoleReader } from "./columnRole";
import { isBlank, isFigure, type SheetView } from "./sheetView";
import { createVirtualView, type VirtualCell } from "./virtualView";
import { commonRole } from "./vocabulary";

const UNIT_LABEL = /^(?:被?(?:考核|考评|参评|受评|填报)?(?:单位|部门|对象)(?:名称)?)(?:$|[:：](.*)$)/;
const SCORE_HEADER = /得分|分数|成绩|评分/;
const OTHER_HEADER = /满分|权重|标准|分值|比重|自评|目标|完成|说明|备注|依据|扣分原因/;
/** The unit's name stands in the first lines of its form. */
const LABEL_ROWS = 12;
/** A form is a few pages at most: further rows are not searched for scores. */
const FORM_ROWS = 500;

/**
 * Reads a sheet that is one unit's form: a label such as 被考核单位 with the unit's name, and the scores, either a row
 * for each component (in the column headed 得分) or a line of figures under a line of components. Gives it as a table
 * of one row; null when it is no such form.
 */
export function findForm(view: SheetView, reader: RoleReader, roster: Roster | null): SheetView | null {
  const unit = unitCell(view, roster);
  if (unit === null) return null;
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

/** The unit's name: after its label in the same cell or right of it, or any short cell that names a roster unit. */
function unitCell(view: SheetView, roster: Roster | null): VirtualCell | null {
  let fallback: CellPosition | null = null;
  for (let row = view.firstRow; row < Math.min(view.endRow, view.firstRow + LABEL_ROWS); row += 1) {
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      const value = view.value(row, column);
      if (typeof value !== "string") continue;
      const label = UNIT_LABEL.exec(plainText(value));
      const inside = label?.[1] ?? "";
      if (inside !== "" && isName(inside, roster)) return { ...view.position(row, column), text: inside };
      if (label !== null && inside === "") {
        const right = nextFilled(view, row, column);
        if (right !== null && isName(view.text(row, right), roster)) return view.position(row, right);
      }
      if (fallback === null && roster?.resolve(value).kind === "known") fallback = view.position(row, column);
    }
  }
  return fallback;
}

/** Whether a text beside the label is a name: with a roster one that it knows or refuses, else any short text. */
function isName(text: string, roster: Roster | null): boolean {
  if (text === "" || text.length > 30 || /[:：]$/.test(text)) return false;
  // 单位：分 states the unit of measurement.
  if (/^(?:分|万元|元|%|个|人)$/.test(text)) return false;
  return roster === null
    ? commonRole(text) === null
    : roster.resolve(text).kind !== "unknown" || text.length > 2;
}

function nextFilled(view: SheetView, row: number, column: number): number | null {
  const merge = view.merge(row, column);
  const from = merge === null ? column + 1 : merge.column + merge.columnCount;
  for (let next = from; next < Math.min(view.endColumn, from + 4); next += 1) {
    if (!isBlank(view.value(row, next))) return next;
  }
  return null;
}

/** Score cells by the label of their component: of a row each, or of one line. */
function scoreCells(view: SheetView, reader: RoleReader): Map<string, CellPosition> {
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
  const hasComponent = [...standing.keys()].some((text) => reader.read([text]).role.startsWith("component:"));
  return hasComponent ? standing : new Map<string, CellPosition>();
}

interface Label {
  readonly column: number;
  readonly text: string;
  readonly role: string;
}

/** The cells of a row that name something that is scored; a header such as 得分 alone is none. */
function labelsIn(view: SheetView, reader: RoleReader, row: number): Label[] {
  const labels: Label[] = [];
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    const value = view.value(row, column);
    if (typeof value !== "string") continue;
    const text = plainText(value);
    const { role, confidence } = reader.read([text]);
    if (confidence >= CONFIDENCE_THRESHOLD && /^(component|bonus|deduction|total)/.test(role)) {
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
    if (SCORE_HEADER.test(heading) && !OTHER_HEADER.test(heading)) headed = next;
    const value = view.value(row, next);
    if (typeof value === "number" && !OTHER_HEADER.test(heading)) filled.push(next);
  }
  if (headed !== null) return headed;
  const [only] = filled;
  return filled.length === 1 && only !== undefined ? only : null;
}

/** The nearest text above a cell. */
function headingAbove(view: SheetView, row: number, column: number): string {
  for (let above = row - 1; above >= Math.max(view.firstRow, row - 40); above -= 1) {
    const shown = view.shown(above, column);
    if (typeof shown === "string" && !isBlank(shown)) return plainText(shown);
  }
  return "";
}
