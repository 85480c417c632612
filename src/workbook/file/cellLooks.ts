import type { CellStyle } from "../../core/workbook/plan";
import type { OfficePackage } from "./package";
import { readThemeColors } from "./themeColors";
import type { WorkbookPart } from "./workbookPart";
import { childOf, childrenOf, isTrue, type XmlElement } from "./xmlTree";

export interface LookLine {
  readonly weight: "thin" | "medium" | "thick";
  /** `#RRGGBB`. */
  readonly color: string;
}

/** How a cell looks, without its number format, which the Snapshot has. */
export interface CellLook extends Pick<
  CellStyle,
  | "fontName"
  | "fontSize"
  | "bold"
  | "underline"
  | "fontColor"
  | "fill"
  | "horizontal"
  | "vertical"
  | "wrap"
  | "indent"
> {
  readonly italic?: boolean;
  readonly lines: Readonly<Partial<Record<"top" | "bottom" | "left" | "right", LookLine>>>;
}

/** The look of each cell style of a workbook, by the style's number; null for one that is plain. */
export function readCellLooks(file: OfficePackage, workbook: WorkbookPart): readonly (CellLook | null)[] {
  if (workbook.styles === null) return [];
  const root = file.tree(workbook.styles);
  const colors = new Colors(readThemeColors(file, workbook));
  const fonts = childrenOf(childOf(root, "fonts"), "font").map((font) => fontLook(font, colors));
  const fills = childrenOf(childOf(root, "fills"), "fill").map((fill) => fillColor(fill, colors));
  const borders = childrenOf(childOf(root, "borders"), "border").map((border) => borderLines(border, colors));
  return childrenOf(childOf(root, "cellXfs"), "xf").map((style) => {
    const number = (name: string): number => Number(style.attributes[name] ?? 0);
    const fill = fills[number("fillId")];
    const look: CellLook = {
      ...fonts[number("fontId")],
      ...(fill === undefined || fill === null ? {} : { fill }),
      ...alignmentLook(childOf(style, "alignment")),
      lines: borders[number("borderId")] ?? {},
    };
    const isPlain = Object.keys(look).length === 1 && Object.keys(look.lines).length === 0;
    return isPlain ? null : look;
  });
}

function fontLook(font: XmlElement, colors: Colors): Omit<CellLook, "lines"> {
  const name = childOf(font, "name")?.attributes["val"];
  const size = childOf(font, "sz")?.attributes["val"];
  const color = colors.read(childOf(font, "color"));
  return {
    ...(name === undefined ? {} : { fontName: name }),
    ...(size === undefined ? {} : { fontSize: Number(size) }),
    ...(isSet(childOf(font, "b")) ? { bold: true } : {}),
    ...(isSet(childOf(font, "i")) ? { italic: true } : {}),
    ...(isSet(childOf(font, "u")) ? { underline: true } : {}),
    ...(color === null ? {} : { fontColor: color }),
  };
}

function isSet(element: XmlElement | undefined): boolean {
  if (!element) return false;
  const value = element.attributes["val"];
  return value === undefined || (value !== "none" && value !== "0" && value !== "false");
}

function fillColor(fill: XmlElement, colors: Colors): string | null {
  const pattern = childOf(fill, "patternFill");
  const type = pattern?.attributes["patternType"] ?? "none";
  if (!pattern || type === "none") return null;
  return colors.read(childOf(pattern, type === "solid" ? "fgColor" : "bgColor"));
}

function borderLines(border: XmlElement, colors: Colors): CellLook["lines"] {
  const lines: Partial<Record<"top" | "bottom" | "left" | "right", LookLine>> = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = childOf(border, side);
    const style = line?.attributes["style"] ?? "none";
    if (!line || style === "none") continue;
    const weight =
      style === "thick" || style === "double" ? "thick" : style.startsWith("medium") ? "medium" : "thin";
    lines[side] = { weight, color: colors.read(childOf(line, "color")) ?? "#000000" };
  }
  return lines;
}

const horizontals: ReadonlyMap<string, NonNullable<CellStyle["horizontal"]>> = new Map([
  ["left", "left"],
  ["center", "center"],
  ["centerContinuous", "center"],
  ["right", "right"],
  ["distributed", "distributed"],
]);
const verticals: ReadonlyMap<string, NonNullable<CellStyle["vertical"]>> = new Map([
  ["top", "top"],
  ["center", "center"],
  ["bottom", "bottom"],
]);

function alignmentLook(alignment: XmlElement | undefined): Omit<CellLook, "lines"> {
  if (!alignment) return {};
  const { wrapText, indent } = alignment.attributes;
  const horizontal = horizontals.get(alignment.attributes["horizontal"] ?? "");
  const vertical = verticals.get(alignment.attributes["vertical"] ?? "");
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(isTrue(wrapText) ? { wrap: true } : {}),
    ...(indent === undefined || indent === "0" ? {} : { indent: Number(indent) }),
  };
}

/** Reads colours: written out, or a theme's with a tint. Those of the old palette are left to the default. */
export class Colors {
  constructor(private readonly theme: readonly (string | null)[]) {}

  /** `#RRGGBB`, or null for the automatic one. */
  read(element: XmlElement | undefined): string | null {
    const { rgb, theme, tint } = element?.attributes ?? {};
    if (rgb !== undefined)
      return /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb) ? `#${rgb.slice(-6).toUpperCase()}` : null;
    const base = theme === undefined ? null : (this.theme[Number(theme)] ?? null);
    return base === null ? null : tinted(base, Number(tint ?? 0));
  }
}

/** A colour made lighter (tint above 0, up to 1) or darker (below 0, down to −1). */
function tinted(color: string, tint: number): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  const shaded = channels.map((channel) =>
    Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint),
  );
  return `#${shaded.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
