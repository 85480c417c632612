import type { Area } from "../../core/workbook/address";
import type { CellStyle, StyledArea } from "../../core/workbook/plan";

const horizontals = {
  left: "Left",
  center: "Center",
  right: "Right",
  distributed: "Distributed",
} as const;
const verticals = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const weights = { thin: "Thin", medium: "Medium", thick: "Thick" } as const;

/** Sets an area's number format: before its cells are written, because a text format decides what becomes of them. */
export function writeNumberFormat(sheet: Excel.Worksheet, { area, style }: StyledArea): void {
  // One value fills the whole range, which keeps the request small; the types know only the full matrix.
  rangeOf(sheet, area).numberFormat = style.numberFormat as unknown as string[][];
}

/** Gives an area its looks. In order, so that of two that overlap the later one wins field by field. */
export function writeStyle(sheet: Excel.Worksheet, { area, style }: StyledArea): void {
  const { format } = rangeOf(sheet, area);
  writeFont(format, style);
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = horizontals[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = verticals[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  writeBorders(format, area, style);
}

function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount).untrack();
}

function writeFont(format: Excel.RangeFormat, style: CellStyle): void {
  const { font } = format;
  if (style.fontName !== undefined) font.name = style.fontName;
  if (style.fontSize !== undefined) font.size = style.fontSize;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.underline !== undefined) font.underline = style.underline ? "Single" : "None";
  if (style.fontColor !== undefined) font.color = style.fontColor;
}

function writeBorders(format: Excel.RangeFormat, area: Area, style: CellStyle): void {
  if (style.borders !== undefined) {
    for (const side of sidesOf(area)) {
      format.borders.getItem(side).style = style.borders === "thin" ? "Continuous" : "None";
    }
  }
  if (style.topLine) writeLine(format.borders.getItem("EdgeTop"), style.topLine);
  if (style.bottomLine) writeLine(format.borders.getItem("EdgeBottom"), style.bottomLine);
}

/** A single row or column has no lines inside. */
function sidesOf(area: Area): Excel.BorderIndex[] {
  const { edgeTop, edgeBottom, edgeLeft, edgeRight, insideHorizontal, insideVertical } = Excel.BorderIndex;
  const sides = [edgeTop, edgeBottom, edgeLeft, edgeRight];
  if (area.rowCount > 1) sides.push(insideHorizontal);
  if (area.columnCount > 1) sides.push(insideVertical);
  return sides;
}

function writeLine(border: Excel.RangeBorder, line: NonNullable<CellStyle["topLine"]>): void {
  border.style = "Continuous";
  border.weight = weights[line.weight];
  border.color = line.color;
}
