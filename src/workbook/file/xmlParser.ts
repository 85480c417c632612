import { SaxesParser, type SaxesTagPlain } from "saxes";

/**
 * How deep elements of a part may stand in each other. Those of the format stand a dozen deep; every open one is
 * kept in memory, so that a small file could ask for more than there is.
 */
const MAXIMUM_DEPTH = 256;

/** How many attributes an element may have, namespaces included. Those of the format have two dozen at most. */
const MAXIMUM_ATTRIBUTES = 1024;

/** A document type: the format has none, and a parser has to keep it whole, whatever its length. */
const DOCTYPE = "<!DOCTYPE";

/** What to do at each piece of a part's XML. */
export interface XmlEvents {
  /** At a start tag. `local` is its name without prefix. */
  readonly open: (local: string, tag: SaxesTagPlain) => void;
  /** At an end tag, also of an element that closes itself. */
  readonly close?: (local: string, tag: SaxesTagPlain) => void;
  /** At character data, as often as it comes in pieces. */
  readonly text?: (text: string) => void;
}

/** Tag or attribute name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * Reads a part's XML piece by piece, at a cost that only its length decides. At XML that is not well-formed, or
 * nested or attributed as no workbook is, it calls `onFault`, which has to throw.
 */
export class XmlParser {
  private readonly parser: SaxesParser;
  private depth = 0;
  private attributes = 0;
  private isBeforeRoot = true;
  /** The end of the piece before, in which a document type may begin. */
  private before = "";

  constructor(
    events: XmlEvents,
    private readonly onFault: () => never,
    { position = false } = {},
  ) {
    this.parser = new SaxesParser({ xmlns: false, position });
    this.parser.on("error", onFault);
    this.parser.on("attribute", () => {
      if (++this.attributes > MAXIMUM_ATTRIBUTES) onFault();
    });
    this.parser.on("opentag", (tag) => {
      this.attributes = 0;
      this.isBeforeRoot = false;
      if (++this.depth > MAXIMUM_DEPTH) onFault();
      events.open(localName(tag.name), tag);
    });
    this.parser.on("closetag", (tag) => {
      this.depth--;
      events.close?.(localName(tag.name), tag);
    });
    if (!events.text) return;
    this.parser.on("text", (text) => events.text?.(text));
    this.parser.on("cdata", (text) => events.text?.(text));
  }

  /** Where the parser stands in the text, where it was asked to keep count. */
  get position(): number {
    return this.parser.position;
  }

  /** Reads on. */
  write(piece: string): void {
    if (this.isBeforeRoot) this.refuseDoctype(piece);
    this.parser.write(piece);
  }

  private refuseDoctype(piece: string): void {
    const head = this.before + piece;
    const place = head.indexOf(DOCTYPE);
    const root = head.search(/<[^!?]/);
    if (place >= 0 && (root < 0 || place < root)) this.onFault();
    this.before = head.slice(-(DOCTYPE.length - 1));
  }

  /** Reads to the end. */
  close(): void {
    this.parser.close();
  }
}
