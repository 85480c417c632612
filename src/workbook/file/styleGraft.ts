import type { CellFill } from "../../core/workbook/plan";
import type { DefaultFont } from "./plannedStyle";
import { StyleStock } from "./styleStock";
import { childOf, childrenOf, parseXmlTree, startTagWith, type XmlElement } from "./xmlTree";

/** A style part with more styles in it. */
export interface GraftedStyles {
  readonly text: string;
  /** For each style of the added part, its number in the grafted one. */
  readonly styleNumbers: readonly number[];
}

/**
 * Adds the cell styles of one style part to another. What is there keeps its place and its text; a font, fill,
 * border, format or style that is there already is used again, so that writing anew does not make it grow.
 * `highestStyle` is the highest number that cells of the workbook name: no new style takes such a number.
 */
export function graftStyles(original: string, added: string, highestStyle: number): GraftedStyles {
  const stock = new StyleStock(original, highestStyle);
  const root = parseXmlTree(added);
  const fonts = stock.addAll("fonts", childrenOf(childOf(root, "fonts"), "font"), added, 1);
  const fills = stock.addAll("fills", childrenOf(childOf(root, "fills"), "fill"), added, 2);
  const borders = stock.addAll("borders", childrenOf(childOf(root, "borders"), "border"), added, 1);
  const formats = new Map<string, string>();
  for (const { attributes } of childrenOf(childOf(root, "numFmts"), "numFmt")) {
    formats.set(attributes["numFmtId"] ?? "", stock.formatId(attributes["formatCode"] ?? "General"));
  }
  const styleNumbers = childrenOf(childOf(root, "cellXfs"), "xf").map((style, index) => {
    if (index === 0 && stock.size("cellXfs") > 0) return 0;
    const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = style.attributes;
    const startTag = startTagWith(style, {
      numFmtId: formats.get(numFmtId) ?? numFmtId,
      fontId: String(fonts[Number(fontId)] ?? 0),
      fillId: String(fills[Number(fillId)] ?? 0),
      borderId: String(borders[Number(borderId)] ?? 0),
    });
    return stock.add("cellXfs", startTag + added.slice(style.innerStart, style.end));
  });
  return { text: stock.text(), styleNumbers };
}

/**
 * Gives a style's twin with another number format, for a cell whose format changes: the grafted part and the
 * number of the twin. `highestStyle` is as in `graftStyles`.
 */
export function graftNumberFormat(
  original: string,
  styleNumber: number,
  format: string,
  highestStyle: number,
): { readonly text: string; readonly styleNumber: number } {
  const stock = new StyleStock(original, highestStyle);
  const style = childrenOf(childOf(stock.root, "cellXfs"), "xf")[styleNumber];
  const numFmtId = stock.formatId(format);
  const twin = style
    ? startTagWith(style, { numFmtId, applyNumberFormat: "1" }) + original.slice(style.innerStart, style.end)
    : `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  return { styleNumber: stock.addWritten("cellXfs", twin), text: stock.text() };
}

/**
 * Gives a style's twin with another fill. A style of the part that differs in nothing else is used again, so that a
 * cell that gets its own fill back gets its own style back. `known` has the part's fills in order, as a plan says them;
 * `highestStyle` is as in `graftStyles`.
 */
export function graftFill(
  original: string,
  styleNumber: number,
  fill: Exclude<CellFill, "other">,
  known: readonly CellFill[],
  highestStyle: number,
): { readonly text: string; readonly styleNumber: number } {
  const stock = new StyleStock(original, highestStyle);
  const styles = childrenOf(childOf(stock.root, "cellXfs"), "xf");
  const style = styles[styleNumber];
  const textOf = (xf: XmlElement, fillId: string) =>
    startTagWith(xf, { fillId, applyFill: fillId === "0" ? "0" : "1" }) +
    original.slice(xf.innerStart, xf.end);
  if (style) {
    const wanted = textOf(style, "");
    const twin = styles.findIndex(
      (xf) => known[Number(xf.attributes["fillId"] ?? 0)] === fill && textOf(xf, "") === wanted,
    );
    if (twin >= 0) return { text: original, styleNumber: twin };
  }
  const fillId = String(fill === "none" && known[0] === "none" ? 0 : stock.add("fills", fillXml(fill)));
  const number = style
    ? stock.addWritten("cellXfs", textOf(style, fillId))
    : stock.add(
        "cellXfs",
        `<xf numFmtId="0" fontId="0" fillId="${fillId}" borderId="0" xfId="0" applyFill="1"/>`,
      );
  return { styleNumber: number, text: stock.text() };
}

function fillXml(color: Exclude<CellFill, "other">): string {
  if (color === "none") return '<fill><patternFill patternType="none"/></fill>';
  const rgb = `FF${color.slice(1)}`;
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/** In points; hosts take none beyond. */
const LARGEST_FONT = 409;

/** The font of a workbook's cells that name none. */
export function defaultFontOf(styles: string): DefaultFont {
  const font = childrenOf(childOf(parseXmlTree(styles), "fonts"), "font")[0];
  const size = Number(childOf(font, "sz")?.attributes["val"]);
  return {
    name: childOf(font, "name")?.attributes["val"] ?? "宋体",
    size: size > 0 && size <= LARGEST_FONT ? size : 11,
  };
}
