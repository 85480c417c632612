import type { BorderSide, BorderStyle, CellStyle as FileStyle } from "hucre";
import type { Area } from "../../core/workbook/address";
import type { CellStyle, SheetPlan } from "../../core/workbook/plan";

/** The font of cells that no style names one for: the workbook's own. */
export interface DefaultFont {
  readonly name: string;
  readonly size: number;
}

type Line = NonNullable<CellStyle["bottomLine"]>;

/** The style of one cell once all areas over it are laid upon each other. */
interface LaidStyle extends Omit<CellStyle, "topLine" | "bottomLine"> {
  topLine?: Line;
  bottomLine?: Line;
}

/** A cell's key in the maps that the file library takes. */
export function libraryKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

/**
 * The look of every styled cell of a planned sheet, by `libraryKey`. Of areas that overlap the later one wins,
 * field by field; the lines above and below an area are only on its first and last row.
 */
export function plannedStyles(
  plan: Omit<SheetPlan, "mark">,
  defaultFont: DefaultFont,
): ReadonlyMap<string, FileStyle> {
  const laid = new Map<string, LaidStyle>();
  for (const { area, style } of plan.styles) layStyle(laid, area, style);
  for (const [key, style] of textStyles(plan)) laid.set(key, { ...laid.get(key), ...style });
  const result = new Map<string, FileStyle>();
  for (const [key, style] of laid) result.set(key, fileStyle(style, defaultFont));
  return result;
}

function layStyle(laid: Map<string, LaidStyle>, area: Area, style: CellStyle): void {
  const { topLine, bottomLine, ...everywhere } = style;
  const lastRow = area.row + area.rowCount - 1;
  for (let row = area.row; row <= lastRow; row++) {
    const here: LaidStyle = { ...everywhere };
    if (topLine && row === area.row) here.topLine = topLine;
    if (bottomLine && row === lastRow) here.bottomLine = bottomLine;
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      const key = libraryKey(row, column);
      laid.set(key, { ...laid.get(key), ...here });
    }
  }
}

/**
 * Texts that begin as a formula does are text in the file anyway; the text format keeps them text when
 * somebody edits the cell.
 */
function textStyles(plan: Omit<SheetPlan, "mark">): Map<string, CellStyle> {
  const styles = new Map<string, CellStyle>();
  plan.cells.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (typeof value === "string" && /^[=+\-@]/.test(value)) {
        styles.set(libraryKey(row, column), { numberFormat: "@" });
      }
    });
  });
  return styles;
}

function fileStyle(style: LaidStyle, defaultFont: DefaultFont): FileStyle {
  const result: FileStyle = {};
  const { fontName, fontSize, bold, underline, fontColor, fill, numberFormat } = style;
  if ([fontName, fontSize, bold, underline, fontColor].some((field) => field !== undefined)) {
    result.font = {
      name: fontName ?? defaultFont.name,
      size: fontSize ?? defaultFont.size,
      ...(bold ? { bold } : {}),
      ...(underline ? { underline } : {}),
      ...(fontColor === undefined ? {} : { color: { rgb: rgb(fontColor) } }),
    };
  }
  if (fill !== undefined) {
    result.fill = { type: "pattern", pattern: "solid", fgColor: { rgb: rgb(fill) } };
  }
  const border = fileBorder(style);
  if (border) result.border = border;
  const { horizontal, vertical, wrap, indent } = style;
  if ([horizontal, vertical, wrap, indent].some((field) => field !== undefined)) {
    result.alignment = {
      ...(horizontal === undefined ? {} : { horizontal }),
      ...(vertical === undefined ? {} : { vertical }),
      ...(wrap ? { wrapText: true } : {}),
      ...(indent === undefined ? {} : { indent }),
    };
  }
  if (numberFormat !== undefined && numberFormat !== "General") result.numFmt = numberFormat;
  return result;
}

function fileBorder(style: LaidStyle): BorderStyle | null {
  const thin: BorderSide = { style: "thin", color: { rgb: "000000" } };
  const border: BorderStyle =
    style.borders === "thin" ? { top: thin, right: thin, bottom: thin, left: thin } : {};
  if (style.topLine) border.top = fileLine(style.topLine);
  if (style.bottomLine) border.bottom = fileLine(style.bottomLine);
  return Object.keys(border).length === 0 ? null : border;
}

function fileLine(line: Line): BorderSide {
  return { style: line.weight, color: { rgb: rgb(line.color) } };
}

/** `#RRGGBB` as the library takes it. */
function rgb(color: string): string {
  return color.replace(/^#/, "").toUpperCase();
}
