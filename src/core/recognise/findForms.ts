import { plainText } from "../numbers/readNumber";
import type { Roster } from "../units/roster";
import type { CellPosition } from "../workbook/address";
import { CONFIDENCE_THRESHOLD, type RoleReader } from "./columnRole";
import { isBlank, type SheetView } from "./sheetView";
import { createVirtualView } from "./virtualView";

const UNIT_LABEL = /^(?:被?(?:考核|考评|参评|受评|填报)?(?:单位|部门|对象)(?:名称)?)[:：]?(.*)$/;
const SCORE_HEADER = /得分|分数|成绩|评分/;
const OTHER_HEADER = /满分|权重|标准|分值|比重|自评|目标|完成|说明|备注|依据|扣分原因/;

/**
 * Reads a sheet that is one unit's form: a label such as 被考核单位 beside the unit's name, and a row for each
 * component with its score in the column headed 得分. Gives it as a table of one row; null when it is no such form.
 */
export function findForm(view: SheetView, reader: RoleReader, roster: Roster | null): SheetView | null {
  const scores = scoreCells(view, reader);
  if (scores.size === 0) return null;
  const unit = unitCell(view, roster);
  if (unit === null) return null;
  const items = [...scores.keys()];
  return createVirtualView(
    view.sheet,
    [
      [null, ...items.map(() => null)],
      [unit, ...items.map((item) => scores.get(item) ?? null)],
    ],
    ["单位", ...items],
  );
}

/** The cell that holds the unit's name: right of its label, or any short cell that names a roster unit. */
function unitCell(view: SheetView, roster: Roster | null): CellPosition | null {
  let fallback: CellPosition | null = null;
  for (let row = view.firstRow; row < Math.min(view.endRow, view.firstRow + 12); row += 1) {
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      const value = view.value(row, column);
      if (typeof value !== "string") continue;
      if (UNIT_LABEL.exec(plainText(value))?.[1] === "") {
        const right = nextFilled(view, row, column);
        if (right !== null && isName(view, row, right, roster)) return view.position(row, right);
      }
      if (fallback === null && roster?.resolve(value).kind === "known") fallback = view.position(row, column);
    }
  }
  return fallback;
}

function isName(view: SheetView, row: number, column: number, roster: Roster | null): boolean {
  const text = view.text(row, column);
  // Without a roster any short text beside the label is the name; a second label is not.
  return text !== "" && text.length <= 30 && (roster !== null || !/[:：]$/.test(text));
}

function nextFilled(view: SheetView, row: number, column: number): number | null {
  const merge = view.merge(row, column);
  const from = merge === null ? column + 1 : merge.column + merge.columnCount;
  for (let next = from; next < Math.min(view.endColumn, from + 4); next += 1) {
    if (!isBlank(view.value(row, next))) return next;
  }
  return null;
}

/** Score cells by the component label of their row. */
function scoreCells(view: SheetView, reader: RoleReader): Map<string, CellPosition> {
  const cells = new Map<string, CellPosition>();
  for (let row = view.firstRow; row < view.endRow; row += 1) {
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      const value = view.value(row, column);
      if (typeof value !== "string") continue;
      const text = plainText(value);
      const { role, confidence } = reader.read([text]);
      if (confidence < CONFIDENCE_THRESHOLD) continue;
      if (!/^(component|bonus|deduction|total)/.test(role) || cells.has(text)) continue;
      if (SCORE_HEADER.test(text) && isHeaderRow(view, reader, row, column)) continue;
      const score = scoreColumn(view, row, column);
      if (score !== null) cells.set(text, view.position(row, score));
    }
  }
  return [...cells.keys()].some((text) => reader.read([text]).role.startsWith("component:"))
    ? cells
    : new Map();
}

/** A header cell such as 得分 above the figures is no label of a row. */
function isHeaderRow(view: SheetView, reader: RoleReader, row: number, column: number): boolean {
  for (let next = column + 1; next < view.endColumn; next += 1) {
    const { role } = reader.read([view.text(row, next)]);
    if (role.startsWith("component:")) return true;
  }
  return false;
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
