import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import type { Area, CellPosition } from "../../core/workbook/address";
import type {
  HostAreaBorders,
  HostCellBorders,
  HostHorizontal,
  HostLine,
  HostStyle,
  HostVertical,
} from "../emulator/hostWorkbook";

/** Width of one indent step in the grid, in pixels. */
const INDENT_PIXELS = 10;

const horizontals: Readonly<Record<HostHorizontal, HorizontalAlign | null>> = {
  general: null,
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  distributed: HorizontalAlign.DISTRIBUTED,
};

const verticals: Readonly<Record<HostVertical, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

const weights: Readonly<Record<HostLine["weight"], BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
};

/** The grid's style for the given looks; what is not given is left alone by the grid. */
export function gridStyleOf(style: HostStyle): IStyleData {
  const grid: IStyleData = {};
  if (style.fontName !== undefined) grid.ff = style.fontName;
  if (style.fontSize !== undefined) grid.fs = style.fontSize;
  if (style.bold !== undefined) grid.bl = style.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  if (style.italic !== undefined) grid.it = style.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  if (style.underline !== undefined)
    grid.ul = { s: style.underline ? BooleanNumber.TRUE : BooleanNumber.FALSE };
  if (style.fontColor !== undefined) grid.cl = { rgb: style.fontColor };
  if (style.fill !== undefined) grid.bg = style.fill === "" ? null : { rgb: style.fill };
  if (style.horizontal !== undefined) grid.ht = horizontals[style.horizontal];
  if (style.vertical !== undefined) grid.vt = verticals[style.vertical];
  if (style.wrap !== undefined) grid.tb = style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (style.indent !== undefined)
    grid.pd = { l: style.indent * INDENT_PIXELS, r: style.indent * INDENT_PIXELS };
  return grid;
}

/** The looks that a grid style stands for. */
export function hostStyleOf(grid: Nullable<IStyleData>): HostStyle {
  if (!grid) return {};
  return {
    ...(grid.ff ? { fontName: grid.ff } : {}),
    ...(grid.fs === undefined ? {} : { fontSize: grid.fs }),
    ...(grid.bl === undefined ? {} : { bold: grid.bl === BooleanNumber.TRUE }),
    ...(grid.it === undefined ? {} : { italic: grid.it === BooleanNumber.TRUE }),
    ...(grid.ul ? { underline: grid.ul.s === BooleanNumber.TRUE } : {}),
    ...(grid.cl?.rgb ? { fontColor: hexColor(grid.cl.rgb) } : {}),
    ...(grid.bg?.rgb ? { fill: hexColor(grid.bg.rgb) } : {}),
    ...(grid.ht ? { horizontal: keyOf(horizontals, grid.ht) ?? "general" } : {}),
    ...(grid.vt ? { vertical: keyOf(verticals, grid.vt) ?? "bottom" } : {}),
    ...(grid.tb ? { wrap: grid.tb === WrapStrategy.WRAP } : {}),
    ...(grid.pd?.l ? { indent: Math.round(grid.pd.l / INDENT_PIXELS) } : {}),
  };
}

/** A line as the grid keeps it; null takes the line away. */
export function gridLineOf(line: HostLine | null): IBorderStyleData | null {
  return line && { s: weights[line.weight], cl: { rgb: line.color } };
}

/** The lines around a cell with this grid style. */
export function hostBordersOf(grid: Nullable<IStyleData>): HostCellBorders {
  return {
    top: hostLineOf(grid?.bd?.t),
    bottom: hostLineOf(grid?.bd?.b),
    left: hostLineOf(grid?.bd?.l),
    right: hostLineOf(grid?.bd?.r),
  };
}

function hostLineOf(line: Nullable<IBorderStyleData>): HostLine | null {
  if (!line || line.s === BorderStyleTypes.NONE) return null;
  return { weight: keyOf(weights, line.s) ?? "thin", color: hexColor(line.cl.rgb ?? "#000000") };
}

function keyOf<Key extends string, Value>(table: Readonly<Record<Key, Value>>, value: Value): Key | null {
  return (Object.keys(table) as Key[]).find((key) => table[key] === value) ?? null;
}

/** `rgb(1,2,3)` and `#abc` as `#RRGGBB`: the grid keeps a colour as its palette wrote it. */
function hexColor(color: string): string {
  const channels = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  if (channels) {
    return `#${channels
      .slice(1, 4)
      .map((channel) => Number(channel).toString(16).padStart(2, "0"))
      .join("")}`.toUpperCase();
  }
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  if (short) {
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toUpperCase();
  }
  return color.toUpperCase();
}

/** The lines that the borders of an area give to one of its cells. */
export function gridBordersAt(area: Area, cell: CellPosition, borders: HostAreaBorders): IBorderData {
  const isFirstRow = cell.row === area.row;
  const isLastRow = cell.row === area.row + area.rowCount - 1;
  const isFirstColumn = cell.column === area.column;
  const isLastColumn = cell.column === area.column + area.columnCount - 1;
  const lines: IBorderData = {};
  const put = (edge: "t" | "b" | "l" | "r", line: HostLine | null | undefined): void => {
    if (line !== undefined) lines[edge] = gridLineOf(line);
  };
  put("t", isFirstRow ? borders.top : borders.betweenRows);
  put("b", isLastRow ? borders.bottom : borders.betweenRows);
  put("l", isFirstColumn ? borders.left : borders.betweenColumns);
  put("r", isLastColumn ? borders.right : borders.betweenColumns);
  return lines;
}
