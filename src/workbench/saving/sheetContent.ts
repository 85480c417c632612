import { cellKey, parseArea, type Area, type CellKey } from "../../core/workbook/address";
import type { PlannedDropDown, PlannedValue, StyledArea } from "../../core/workbook/plan";
import { isCellError, type CellValue, type SheetMark } from "../../core/workbook/snapshot";
import type { SheetContent } from "../../workbook/file/workbookEdit";
import { decodeMark, MARK_NAME } from "../../workbook/sheetMark";
import type { HostDropDown, HostSheet } from "../emulator/hostWorkbook";
import { plannedLinks } from "./plannedLinks";
import { plannedPage } from "./plannedPage";
import { plannedStyle } from "./plannedStyle";

/** Excel's default row height in points: rows that have it are not written. */
const DEFAULT_ROW_HEIGHT = 15;
/** A column so many characters wide is 7 pixels a character and 5 for its margins, at 3/4 point a pixel. */
const PIXELS_PER_CHARACTER = 7;
const MARGIN_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

/** A sheet on the screen. */
export interface ShownSheet extends HostSheet {
  /** Areas that the formula in their corner fills, its own cell alone where something blocks it. */
  spilledAreas(): readonly Area[];
}

/** Our mark on a sheet, or null for a sheet of the clerk's. */
export function markOf(sheet: HostSheet): SheetMark | null {
  const name = sheet.names().find((candidate) => candidate.name === MARK_NAME);
  return name ? decodeMark(name.formula, sheet.name()) : null;
}

/** A sheet whole, as it stands on the screen, for a file. Protection, filters and tables are not in it. */
export function sheetContent(sheet: ShownSheet): SheetContent {
  const used = sheet.usedArea(false) ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 };
  // From A1, as a planned sheet has it.
  const area = {
    row: 0,
    column: 0,
    rowCount: used.row + used.rowCount,
    columnCount: used.column + used.columnCount,
  };
  const frozen = sheet.frozen();
  return {
    name: sheet.name(),
    mark: markOf(sheet),
    visibility: sheet.visibility(),
    cells: plannedCells(sheet, area),
    styles: plannedStyles(sheet, area),
    merges: sheet.merges(),
    columnWidths: Array.from({ length: area.columnCount }, (_, column) =>
      characters(sheet.columnWidth(column)),
    ),
    rowHeights: ownHeights(sheet, area.rowCount),
    links: plannedLinks(sheet, area),
    dropDowns: sheet.dropDowns().flatMap(plannedDropDown),
    page: plannedPage(sheet.page()),
    ...(frozen.rows > 0 ? { frozenRows: frozen.rows } : {}),
  };
}

function plannedDropDown({ area, source }: HostDropDown): PlannedDropDown[] {
  if (!source.startsWith("=")) return [{ area, choices: source.split(",") }];
  const choices = parseArea(source.slice(1));
  return choices ? [{ area, choices }] : [];
}

/** What a cell of a sheet holds, for a file: the formula with its value and how far it spills, or the value. */
export function plannedValue(
  value: CellValue,
  formula: string | null,
  spill: Area | undefined,
): PlannedValue {
  if (formula !== null) {
    if (spill === undefined) return { formula, value };
    return { formula, value, spill: { rowCount: spill.rowCount, columnCount: spill.columnCount } };
  }
  return isCellError(value) ? { formula: "", value } : value;
}

/** The area of an array formula by the key of its own cell. */
export function spillsByCell(sheet: ShownSheet): ReadonlyMap<CellKey, Area> {
  return new Map(sheet.spilledAreas().map((area) => [cellKey(area.row, area.column), area]));
}

function plannedCells(sheet: ShownSheet, area: Area): PlannedValue[][] {
  const { values, formulas } = sheet.read(area);
  const spills = spillsByCell(sheet);
  return values.map((line, row) =>
    line.map((value, column) =>
      plannedValue(value, formulas[row]?.[column] ?? null, spills.get(cellKey(row, column))),
    ),
  );
}

/** Cells side by side that look alike share a styled area. */
function plannedStyles(sheet: HostSheet, area: Area): StyledArea[] {
  const formats = sheet.numberFormats(area);
  const styled: (StyledArea & { readonly text: string })[] = [];
  for (let row = 0; row < area.rowCount; row += 1) {
    for (let column = 0; column < area.columnCount; column += 1) {
      const cell = { row, column };
      const style = plannedStyle(
        sheet.styleAt(cell),
        sheet.bordersAt(cell),
        formats[row]?.[column] ?? "General",
      );
      const text = JSON.stringify(style);
      const left = styled.at(-1);
      if (left?.text === text && left.area.row === row) {
        const wider = { ...left.area, columnCount: left.area.columnCount + 1 };
        styled[styled.length - 1] = { ...left, area: wider };
      } else styled.push({ area: { ...cell, rowCount: 1, columnCount: 1 }, style, text });
    }
  }
  return styled.filter(({ text }) => text !== "{}").map(({ area: own, style }) => ({ area: own, style }));
}

function characters(points: number): number {
  return Math.max(0, (points / POINTS_PER_PIXEL - MARGIN_PIXELS) / PIXELS_PER_CHARACTER);
}

function ownHeights(sheet: HostSheet, rowCount: number): ReadonlyMap<number, number> {
  const rows = Array.from({ length: rowCount }, (_, row) => [row, sheet.rowHeight(row)] as const);
  return new Map(rows.filter(([, height]) => Math.abs(height - DEFAULT_ROW_HEIGHT) > 0.01));
}
