import type { Finding, Severity } from "../findings/finding";
import type { Words } from "../reports/words";
import { cellKey, type SheetCell } from "../workbook/address";
import type { CellFill, FillChange, Plan } from "../workbook/plan";
import type { Snapshot } from "../workbook/snapshot";
import { MARKS_MARK, planMarkSheet, type CellMark, type MarksWord, type PlainFill } from "./markSheet";

/** The fill that each severity gives: light enough to read the cell's own text on. */
const FILLS: Readonly<Record<Severity, PlainFill>> = {
  error: "#FFC7CE",
  warning: "#FFEB9C",
  hint: "#DDEBF7",
};
const GRAVITY: Readonly<Record<Severity, number>> = { error: 2, warning: 1, hint: 0 };

/** A cell that findings point at, with the fill of the gravest of them. */
export interface MarkedCell {
  readonly cell: SheetCell;
  readonly fill: PlainFill;
}

/**
 * The cells that findings point at, in the order of the findings. Left out are findings without a cell, sheets of
 * ours, and sheets that are protected.
 */
export function cellsToMark(snapshot: Snapshot, findings: readonly Finding[]): MarkedCell[] {
  const open = new Set(
    snapshot.sheets.filter((sheet) => sheet.mark === null && !sheet.protected).map(({ name }) => name),
  );
  const gravest = new Map<string, { cell: SheetCell; severity: Severity }>();
  for (const { sheet, cell, severity } of findings.flatMap((finding) => finding.alike ?? [finding])) {
    if (sheet === null || cell === null || !open.has(sheet)) continue;
    const place = { sheet, row: cell.row, column: cell.column };
    const known = gravest.get(placeKey(place));
    if (!known) gravest.set(placeKey(place), { cell: place, severity });
    else if (GRAVITY[severity] > GRAVITY[known.severity]) known.severity = severity;
  }
  return [...gravest.values()].map(({ cell, severity }) => ({ cell, fill: FILLS[severity] }));
}

/** What a plan of marks does. */
export interface MarksPlan {
  readonly plan: Plan;
  /** Cells that carry a mark when the plan is written. */
  readonly marked: readonly SheetCell[];
  /** Cells to which the clerk's own fill comes back. */
  readonly restored: readonly SheetCell[];
  /** Cells left alone: the clerk coloured them after they were marked, or they have a pattern or gradient. */
  readonly left: readonly SheetCell[];
}

/** The fill of a cell as it stands. */
export type FillOf = (cell: SheetCell) => CellFill;

/** Reads fills by cell from what a port gives for some cells, in their order. */
export function fillLookup(cells: readonly SheetCell[], fills: readonly CellFill[]): FillOf {
  const known = new Map(cells.map((cell, index) => [placeKey(cell), fills[index] ?? "other"]));
  return (cell) => known.get(placeKey(cell)) ?? "other";
}

/**
 * Marks the wanted cells and takes away the standing marks of all others. The clerk's own fills are kept on a hidden
 * sheet; a cell that the clerk coloured after it was marked counts as the clerk's.
 */
export function planMarks(
  snapshot: Snapshot,
  wanted: readonly MarkedCell[],
  standing: readonly CellMark[],
  fillOf: FillOf,
  words: Words<MarksWord>,
): MarksPlan {
  const wantedKeys = new Set(wanted.map(({ cell }) => placeKey(cell)));
  const ours = new Map(
    standing.filter(({ cell, fill }) => fillOf(cell) === fill).map((mark) => [placeKey(mark.cell), mark]),
  );
  const { fills, restored, left } = restoring(
    standing.filter(({ cell }) => !wantedKeys.has(placeKey(cell))),
    fillOf,
  );
  const marks: CellMark[] = [];
  for (const { cell, fill } of wanted) {
    const now = fillOf(cell);
    if (now === "other") {
      left.push(cell);
      continue;
    }
    marks.push({ cell, fill, former: ours.get(placeKey(cell))?.former ?? now });
    if (now !== fill) fills.push({ cell, expected: now, fill });
  }
  const plan: Plan =
    marks.length === 0
      ? { sheets: [], edits: [], removals: [MARKS_MARK], fills }
      : { sheets: [planMarkSheet(marks, snapshot, words)], edits: [], removals: [], fills };
  return { plan, marked: marks.map(({ cell }) => cell), restored, left };
}

/** Gives all marked cells the clerk's own fills back and takes the sheet of marks away. */
export function planUnmarks(standing: readonly CellMark[], fillOf: FillOf): MarksPlan {
  const { fills, restored, left } = restoring(standing, fillOf);
  return { plan: { sheets: [], edits: [], removals: [MARKS_MARK], fills }, marked: [], restored, left };
}

function restoring(standing: readonly CellMark[], fillOf: FillOf) {
  const fills: FillChange[] = [];
  const restored: SheetCell[] = [];
  const left: SheetCell[] = [];
  for (const { cell, former, fill } of standing) {
    if (fillOf(cell) !== fill) {
      left.push(cell);
      continue;
    }
    restored.push(cell);
    if (former !== fill) fills.push({ cell, expected: fill, fill: former });
  }
  return { fills, restored, left };
}

function placeKey({ sheet, row, column }: SheetCell): string {
  return `${String(cellKey(row, column))} ${sheet}`;
}
