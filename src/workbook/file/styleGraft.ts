import type { CellFill } from "../../core/workbook/plan";
import type { DefaultFont } from "./plannedStyle";
import {
  appendInside,
  applyChanges,
  childOf,
  childrenOf,
  escapeXml,
  parseXmlTree,
  prefixOf,
  setAttributes,
  startTagWith,
  type TextChange,
  type XmlElement,
} from "./xmlTree";

/** The lists of a style part that cell styles draw on, in the order that the format wants. */
const LISTS = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"] as const;
type ListName = (typeof LISTS)[number];

/** Ids below this one are the built-in number formats. */
const FIRST_OWN_FORMAT = 164;

/** A style part with more styles in it. */
export interface GraftedStyles {
  readonly text: string;
  /** For each style of the added part, its number in the grafted one. */
  readonly styleNumbers: readonly number[];
}

/**
 * Adds the cell styles of one style part to another. What is there keeps its place and its text; a font, fill,
 * border, format or style that is there already is used again, so that writing anew does not make it grow.
 */
export function graftStyles(original: string, added: string): GraftedStyles {
  const stock = new StyleStock(original);
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
 * number of the twin.
 */
export function graftNumberFormat(
  original: string,
  styleNumber: number,
  format: string,
): { readonly text: string; readonly styleNumber: number } {
  const stock = new StyleStock(original);
  const style = childrenOf(childOf(stock.root, "cellXfs"), "xf")[styleNumber];
  const numFmtId = stock.formatId(format);
  const twin = style
    ? startTagWith(style, { numFmtId, applyNumberFormat: "1" }) + original.slice(style.innerStart, style.end)
    : `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  return { styleNumber: stock.addWritten("cellXfs", twin), text: stock.text() };
}

/**
 * Gives a style's twin with another fill. A style of the part that differs in nothing else is used again, so that a
 * cell that gets its own fill back gets its own style back. `known` has the part's fills in order, as a plan says them.
 */
export function graftFill(
  original: string,
  styleNumber: number,
  fill: Exclude<CellFill, "other">,
  known: readonly CellFill[],
): { readonly text: string; readonly styleNumber: number } {
  const stock = new StyleStock(original);
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
  const fillId = String(fill === "none" ? 0 : stock.add("fills", solidFill(fill)));
  const number = style
    ? stock.addWritten("cellXfs", textOf(style, fillId))
    : stock.add(
        "cellXfs",
        `<xf numFmtId="0" fontId="0" fillId="${fillId}" borderId="0" xfId="0" applyFill="1"/>`,
      );
  return { styleNumber: number, text: stock.text() };
}

function solidFill(color: string): string {
  const rgb = `FF${color.slice(1)}`;
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/** The font of a workbook's cells that name none. */
export function defaultFontOf(styles: string): DefaultFont {
  const font = childrenOf(childOf(parseXmlTree(styles), "fonts"), "font")[0];
  return {
    name: childOf(font, "name")?.attributes["val"] ?? "宋体",
    size: Number(childOf(font, "sz")?.attributes["val"] ?? 11),
  };
}

/** A style part being added to: the lists, what they hold, and what is new. */
class StyleStock {
  readonly root: XmlElement;
  private readonly prefix: string;
  private readonly numbers = new Map<ListName, Map<string, number>>();
  private readonly counts = new Map<ListName, number>();
  private readonly added = new Map<ListName, string[]>();
  private readonly formatIds = new Map<string, string>();
  private nextFormat = FIRST_OWN_FORMAT;

  constructor(private readonly original: string) {
    this.root = parseXmlTree(original);
    this.prefix = prefixOf(this.root);
    for (const name of LISTS) {
      const items = childOf(this.root, name)?.children ?? [];
      const numbers = new Map<string, number>();
      items.forEach((item, index) => {
        const text = original.slice(item.start, item.end);
        if (!numbers.has(text)) numbers.set(text, index);
      });
      this.numbers.set(name, numbers);
      this.counts.set(name, items.length);
    }
    for (const { attributes } of childrenOf(childOf(this.root, "numFmts"), "numFmt")) {
      const { numFmtId = "", formatCode = "" } = attributes;
      this.formatIds.set(formatCode, numFmtId);
      this.nextFormat = Math.max(this.nextFormat, Number(numFmtId) + 1);
    }
  }

  size(list: ListName): number {
    return this.counts.get(list) ?? 0;
  }

  /** Number of an item that is written as this part writes it, adding it when it is new. */
  addWritten(list: ListName, text: string): number {
    const numbers = this.numbers.get(list) ?? new Map<string, number>();
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = this.size(list);
    numbers.set(text, number);
    this.counts.set(list, number + 1);
    this.added.set(list, [...(this.added.get(list) ?? []), text]);
    return number;
  }

  /** Number of an item that is written without prefix. */
  add(list: ListName, text: string): number {
    return this.addWritten(list, this.prefixed(text));
  }

  /** Numbers of all items; the first `reserved` ones are every style part's own defaults and stay what they are. */
  addAll(list: ListName, items: readonly XmlElement[], source: string, reserved: number): readonly number[] {
    return items.map((item, index) =>
      index < reserved && index < this.size(list)
        ? index
        : this.add(list, source.slice(item.start, item.end)),
    );
  }

  /** Id of a number format, adding it when it is new. */
  formatId(format: string): string {
    if (format === "General") return "0";
    if (format === "@") return "49";
    const known = this.formatIds.get(format);
    if (known !== undefined) return known;
    const id = String(this.nextFormat++);
    this.formatIds.set(format, id);
    this.add("numFmts", `<numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`);
    return id;
  }

  /** The part with everything added. */
  text(): string {
    const changes: TextChange[] = [];
    for (const list of LISTS) {
      const added = this.added.get(list);
      if (!added) continue;
      const element = childOf(this.root, list);
      const count = String(this.size(list));
      if (!element) {
        changes.push(this.newList(list, count, added.join("")));
      } else if (element.selfClosing) {
        const opened = setAttributes(element, { count });
        const text = opened.text.replace(/\/>$/, ">") + added.join("") + `</${element.name}>`;
        changes.push({ start: element.start, end: element.end, text });
      } else {
        changes.push(setAttributes(element, { count }), appendInside(this.original, element, added.join("")));
      }
    }
    return applyChanges(this.original, changes);
  }

  private newList(list: ListName, count: string, items: string): TextChange {
    const later: readonly string[] = LISTS.slice(LISTS.indexOf(list) + 1);
    const next = this.root.children.find((child) => later.includes(child.local) || !isList(child.local));
    const place = next?.start ?? this.root.innerEnd;
    const name = this.prefix + list;
    return { start: place, end: place, text: `<${name} count="${count}">${items}</${name}>` };
  }

  private prefixed(text: string): string {
    return this.prefix === "" ? text : text.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${this.prefix}`);
  }
}

function isList(name: string): boolean {
  return (LISTS as readonly string[]).includes(name);
}
