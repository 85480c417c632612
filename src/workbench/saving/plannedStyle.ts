import type { CellStyle } from "../../core/workbook/plan";
import type { HostCellBorders, HostStyle } from "../emulator/hostWorkbook";

/**
 * A cell's looks as a planned style has them. Of lines it knows a box and those above and below; a line at the
 * left or right alone, and slanted text, are left out.
 */
export function plannedStyle(style: HostStyle, borders: HostCellBorders, numberFormat: string): CellStyle {
  const { top, bottom, left, right } = borders;
  const isBox = top !== null && bottom !== null && left !== null && right !== null;
  const { fontName, fontSize, bold, underline, fontColor, fill, horizontal, vertical, wrap, indent } = style;
  return {
    ...(fontName === undefined ? {} : { fontName }),
    ...(fontSize === undefined ? {} : { fontSize }),
    ...(bold ? { bold } : {}),
    ...(underline ? { underline } : {}),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(fill === undefined || fill === "" ? {} : { fill }),
    ...(horizontal === undefined || horizontal === "general" ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(wrap ? { wrap } : {}),
    ...(indent ? { indent } : {}),
    ...(isBox ? { borders: "thin" as const } : {}),
    ...(top && !isBox ? { topLine: top } : {}),
    ...(bottom && !isBox ? { bottomLine: bottom } : {}),
    ...(numberFormat === "General" ? {} : { numberFormat }),
  };
}
