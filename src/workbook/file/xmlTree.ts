import { localName, XmlParser } from "./xmlParser";

/**
 * An element of a small XML part, with the offsets of its text in the part, so that a change replaces just
 * what it is about and every other character stays as it was.
 */
export interface XmlElement {
  /** Tag as written, with its prefix. */
  readonly name: string;
  /** Tag without prefix: strict and prefixed files differ in namespaces and prefixes only. */
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside. */
  readonly text: string;
  /** Offset of `<` of the start tag. */
  readonly start: number;
  /** Offset after `>` of the start tag. */
  readonly innerStart: number;
  /** Offset of `<` of the end tag; equal to `innerStart` when the element closes itself. */
  readonly innerEnd: number;
  /** Offset after the element. */
  readonly end: number;
  readonly selfClosing: boolean;
}

/** XML that is not well-formed, or nested deeper than any workbook's. */
export class XmlError extends Error {}

/** XML with more elements than are kept. */
export class XmlSizeError extends Error {}

/** The most elements of a tree: the largest style parts that programs have made by mistake have half of them. */
const MAXIMUM_ELEMENTS = 400_000;

/** The prefix of a tag with its colon; empty when it has none. */
export function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.length - element.local.length);
}

/** A namespace-blind attribute: `r:id` is found as `id` by its local name when it has a prefix. */
export function prefixedAttribute(element: XmlElement, local: string): string | undefined {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name.includes(":") && localName(name) === local) return value;
  }
  return undefined;
}

/** Whether an attribute says true in XML Schema's way. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  start: number;
  innerStart: number;
}

/**
 * Parses a small part (not a worksheet) into a tree. Throws `XmlError` when it is not well-formed, `XmlSizeError`
 * when it has too many elements.
 */
export function parseXmlTree(text: string): XmlElement {
  const open: OpenElement[] = [];
  const roots: XmlElement[] = [];
  let count = 0;
  const parser = new XmlParser(
    {
      open(_, tag) {
        if (++count > MAXIMUM_ELEMENTS) throw new XmlSizeError();
        const innerStart = parser.position;
        const start = text.lastIndexOf("<", innerStart - 1);
        open.push({ name: tag.name, attributes: tag.attributes, children: [], text: "", start, innerStart });
      },
      text(piece) {
        const current = open.at(-1);
        if (current) current.text += piece;
      },
      close(local, tag) {
        const current = open.pop();
        if (!current) return;
        const end = parser.position;
        const element: XmlElement = {
          ...current,
          local,
          end,
          innerEnd: tag.isSelfClosing ? current.innerStart : text.lastIndexOf("<", end - 1),
          selfClosing: tag.isSelfClosing,
        };
        const parent = open.at(-1);
        if (parent) parent.children.push(element);
        else roots.push(element);
      },
    },
    () => {
      throw new XmlError("not well-formed");
    },
    { position: true },
  );
  parser.write(text);
  parser.close();
  const [root] = roots;
  if (!root) throw new XmlError("no root element");
  return root;
}

/** The first child with a local name. */
export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local);
}

/** The children with a local name. */
export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** A replacement of the characters from `start` to `end`; an insertion when they are equal. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies changes that do not overlap; those at one place are applied in the order given. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const ordered = changes
    .map((change, index) => ({ change, index }))
    .sort((a, b) => a.change.start - b.change.start || a.index - b.index);
  const pieces: string[] = [];
  let position = 0;
  for (const { change } of ordered) {
    pieces.push(text.slice(position, change.start), change.text);
    position = change.end;
  }
  pieces.push(text.slice(position));
  return pieces.join("");
}

/** The change that adds text at the end of an element's content, opening it if it closes itself. */
export function appendInside(source: string, element: XmlElement, text: string): TextChange {
  if (!element.selfClosing) return { start: element.innerEnd, end: element.innerEnd, text };
  const startTag = openedTag(source.slice(element.start, element.end));
  return { start: element.start, end: element.end, text: `${startTag}${text}</${element.name}>` };
}

/** The tag of an element that closes itself as a start tag: `<row r="1" />` → `<row r="1">`. */
export function openedTag(tag: string): string {
  return `${tag.slice(0, -"/>".length).trimEnd()}>`;
}

/** The start tag of an element with attributes set, changed or, with `null`, taken away. */
export function startTagWith(
  element: XmlElement,
  attributes: Readonly<Record<string, string | null>>,
): string {
  const all = new Map(Object.entries(element.attributes));
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  const text = [...all].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");
  return `<${element.name}${text}${element.selfClosing ? "/" : ""}>`;
}

/** The change that sets attributes of an element's start tag. */
export function setAttributes(
  element: XmlElement,
  attributes: Readonly<Record<string, string | null>>,
): TextChange {
  return { start: element.start, end: element.innerStart, text: startTagWith(element, attributes) };
}

/** Text made safe for XML content and attribute values. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}
