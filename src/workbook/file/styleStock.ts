import {
  appendInside,
  applyChanges,
  childOf,
  childrenOf,
  escapeXml,
  parseXmlTree,
  prefixOf,
  setAttributes,
  type TextChange,
  type XmlElement,
} from "./xmlTree";

/** The lists of a style part that cell styles draw on, in the order that the format wants. */
const LISTS = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"] as const;
type ListName = (typeof LISTS)[number];

/** Ids below this one are the built-in number formats. */
const FIRST_OWN_FORMAT = 164;

/** Ids beyond are of no program, so that a new one need not be higher still. */
const HIGHEST_FORMAT = 60_000;

/** More items than hosts take in any list: numbers so far away are out of reach of new items. */
const MOST_FILLED_UP = 65_536;

/** A style part being added to: the lists, what they hold, and what is new. */
export class StyleStock {
  readonly root: XmlElement;
  private readonly prefix: string;
  private readonly numbers = new Map<ListName, Map<string, number>>();
  private readonly counts = new Map<ListName, number>();
  private readonly added = new Map<ListName, string[]>();
  private readonly formatIds = new Map<string, string>();
  private readonly takenFormatIds = new Set<number>();
  private nextFormat = FIRST_OWN_FORMAT;
  /** The highest number by which styles or cells name an item of a list, whether or not it is there. */
  private readonly named: Readonly<Partial<Record<ListName, number>>>;

  /** `highestStyle` is the highest number of a style that cells of the workbook name. */
  constructor(
    private readonly original: string,
    highestStyle: number,
  ) {
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
    const styles = ["cellStyleXfs", "cellXfs"].flatMap((list) => childrenOf(childOf(this.root, list), "xf"));
    this.named = {
      fonts: highest(styles, "fontId"),
      fills: highest(styles, "fillId"),
      borders: highest(styles, "borderId"),
      cellXfs: highestStyle,
    };
    this.readFormats(styles);
  }

  /**
   * Notes which number formats may be used again, and which ids a new one may not take: those that something has,
   * and those that a style names though nothing has them, or its cells would look otherwise.
   */
  private readFormats(styles: readonly XmlElement[]): void {
    const own = childrenOf(childOf(this.root, "numFmts"), "numFmt");
    const conditional = childrenOf(childOf(this.root, "dxfs"), "dxf").flatMap((format) =>
      childrenOf(format, "numFmt"),
    );
    const codes = new Map<string, string>();
    for (const { attributes } of own) {
      const { numFmtId = "", formatCode = "" } = attributes;
      const isOwnId = /^[0-9]+$/.test(numFmtId) && Number(numFmtId) >= FIRST_OWN_FORMAT;
      // Of an id that means two formats nobody knows which one counts.
      if (!isOwnId || (codes.get(numFmtId) ?? formatCode) !== formatCode)
        this.formatIds.delete(codes.get(numFmtId) ?? "");
      else this.formatIds.set(formatCode, numFmtId);
      codes.set(numFmtId, formatCode);
    }
    for (const { attributes } of [...own, ...conditional, ...styles]) {
      const id = Number(attributes["numFmtId"]);
      this.takenFormatIds.add(id);
      if (id >= this.nextFormat && id < HIGHEST_FORMAT) this.nextFormat = id + 1;
    }
  }

  /** How many items the part has in a list, new ones left out. */
  size(list: ListName): number {
    return this.counts.get(list) ?? 0;
  }

  /** Number of an item that is written as this part writes it, adding it when it is new. */
  addWritten(list: ListName, text: string): number {
    const numbers = this.numbers.get(list) ?? new Map<string, number>();
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const added = this.added.get(list) ?? [];
    this.added.set(list, added);
    if (added.length === 0) this.fillUp(list, added);
    const number = this.size(list) + added.length;
    numbers.set(text, number);
    added.push(text);
    return number;
  }

  /**
   * A number that is named though the list ends before it stands for the default. A new item must not take it, or
   * what names it would look otherwise: copies of the default do.
   */
  private fillUp(list: ListName, added: string[]): void {
    const first = childOf(this.root, list)?.children[0];
    const missing = (this.named[list] ?? 0) + 1 - this.size(list);
    if (!first || missing <= 0 || missing > MOST_FILLED_UP) return;
    added.push(...new Array<string>(missing).fill(this.original.slice(first.start, first.end)));
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
    while (this.takenFormatIds.has(this.nextFormat)) this.nextFormat++;
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
      const count = String(this.size(list) + added.length);
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

/** The highest number that styles give in an attribute; 0 when none gives any. */
function highest(styles: readonly XmlElement[], attribute: string): number {
  let result = 0;
  for (const { attributes } of styles) result = Math.max(result, Number(attributes[attribute] ?? 0) || 0);
  return result;
}

function isList(name: string): boolean {
  return (LISTS as readonly string[]).includes(name);
}
