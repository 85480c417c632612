import { ArchiveError, listArchive, unpackEntry, unpackWhole, type ArchiveEntry } from "./archive";
import { packArchive } from "./packArchive";
import { childrenOf, parseXmlTree, XmlError, XmlSizeError, type XmlElement } from "./xmlTree";

/** A link from one part to another, or to something outside the file. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type URI (`worksheet`, `styles`): strict and transitional files differ before it. */
  readonly kind: string;
  readonly type: string;
  /** Name of the part, or the address outside. */
  readonly target: string;
  readonly external: boolean;
}

/** A part that an Office file should have but has not, or that cannot be understood. */
export class PartError extends Error {
  constructor(readonly part: string) {
    super(part);
  }
}

/** The most bytes of a part that is kept as a tree: all but worksheets and the table of shared texts. */
const MAXIMUM_TREE_BYTES = 24 * 1024 * 1024;

/** The part that says what every other part is; no Office file is without it. */
export const CONTENT_TYPES = "[Content_Types].xml";

/**
 * The parts of an Office file by name (`xl/workbook.xml`). Parts stay compressed until they are asked for, and
 * those that nobody sets stay exactly as they were. A package is never changed: `with` makes a new one.
 */
export class OfficePackage {
  private constructor(
    private readonly entries: ReadonlyMap<string, ArchiveEntry>,
    private readonly changed: ReadonlyMap<string, string | null>,
    private readonly namesByCase: ReadonlyMap<string, string>,
  ) {}

  /** Lists the parts of a file. Throws `ArchiveError`. */
  static open(bytes: Uint8Array): OfficePackage {
    const entries = new Map(listArchive(bytes).map((entry) => [partName(entry.name), entry]));
    return OfficePackage.from(entries, new Map());
  }

  private static from(
    entries: ReadonlyMap<string, ArchiveEntry>,
    changed: ReadonlyMap<string, string | null>,
  ): OfficePackage {
    const names = [...entries.keys(), ...changed.keys()];
    return new OfficePackage(entries, changed, new Map(names.map((name) => [name.toLowerCase(), name])));
  }

  /** The stored name of a part: part names are the same whatever their case. */
  private stored(name: string): string {
    if (this.entries.has(name) || this.changed.has(name)) return name;
    return this.namesByCase.get(name.toLowerCase()) ?? name;
  }

  /** Whether the part is there. */
  has(name: string): boolean {
    const stored = this.stored(name);
    const change = this.changed.get(stored);
    return change === undefined ? this.entries.has(stored) : change !== null;
  }

  /** Names of all parts, in the order of the file, new ones last. */
  names(): readonly string[] {
    const all = new Set([...this.entries.keys(), ...this.changed.keys()]);
    return [...all].filter((name) => this.has(name));
  }

  /** A part as text. Throws `PartError` when it is missing, `ArchiveError` when it cannot be unpacked. */
  text(name: string): string {
    const pieces: string[] = [];
    this.pieces(name, (piece) => pieces.push(piece));
    return pieces.join("");
  }

  /** A part as text, in pieces of some 10 to 100 KB. Throws as `text` does. */
  pieces(name: string, onPiece: (piece: string) => void): void {
    const stored = this.stored(name);
    const change = this.changed.get(stored);
    if (typeof change === "string") {
      onPiece(change);
      return;
    }
    const entry = this.entries.get(stored);
    if (!entry || change === null) throw new PartError(name);
    let decoder: TextDecoder | null = null;
    unpackEntry(entry, (piece) => {
      if (decoder === null) decoder = new TextDecoder(encodingOf(piece));
      onPiece(decoder.decode(piece, { stream: true }));
    });
  }

  /** A part as an XML tree. Throws `PartError` also when it is not well-formed, `ArchiveError` when it is too large. */
  tree(name: string): XmlElement {
    const entry = this.entries.get(this.stored(name));
    if (entry && entry.size > MAXIMUM_TREE_BYTES) throw new ArchiveError("too-large", name);
    return treeOf(this.text(name), name);
  }

  /** Links that go out from a part; `""` is the package itself. */
  relationships(name: string): readonly Relationship[] {
    const path = relationshipsName(name);
    if (!this.has(path)) return [];
    return childrenOf(this.tree(path), "Relationship").map((element) => {
      const { Id = "", Type = "", Target = "", TargetMode } = element.attributes;
      const external = TargetMode === "External";
      return {
        id: Id,
        type: Type,
        kind: Type.slice(Type.lastIndexOf("/") + 1),
        target: external ? Target : this.stored(resolveTarget(name, Target)),
        external,
      };
    });
  }

  /** The package with parts set to a text, or taken away with `null`. */
  with(changes: Iterable<readonly [string, string | null]>): OfficePackage {
    const changed = new Map(this.changed);
    for (const [name, text] of changes) changed.set(this.stored(name), text);
    return OfficePackage.from(this.entries, changed);
  }

  /** Whether a part is the same in both packages, of which one was made from the other. */
  isSame(name: string, other: OfficePackage): boolean {
    const stored = this.stored(name);
    return (
      this.entries.get(stored) === other.entries.get(stored) &&
      this.changed.get(stored) === other.changed.get(stored)
    );
  }

  /**
   * Unpacks every part but those that were read already, so that saving cannot fail later on. Throws
   * `ArchiveError`.
   */
  verify(read: ReadonlySet<string>): void {
    for (const [name, entry] of this.entries) {
      if (!read.has(name)) unpackEntry(entry, () => undefined);
    }
  }

  /** The package as a zip file. */
  save(): Uint8Array {
    const encoder = new TextEncoder();
    return packArchive(
      this.names().map((name) => {
        const change = this.changed.get(name);
        if (typeof change === "string") return [name, encoder.encode(declareUtf8(change))] as const;
        const entry = this.entries.get(name);
        if (!entry) throw new ArchiveError("damaged", name);
        return [name, unpackWhole(entry)] as const;
      }),
    );
  }
}

/**
 * The XML tree of a part's text. Throws `PartError` with the part's name when it is not well-formed, `ArchiveError`
 * when it has too many elements.
 */
export function treeOf(text: string, part: string): XmlElement {
  try {
    return parseXmlTree(text);
  } catch (error) {
    if (error instanceof XmlError) throw new PartError(part);
    if (error instanceof XmlSizeError) throw new ArchiveError("too-large", part);
    throw error;
  }
}

/** Name of the part that holds the links of another: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsName(name: string): string {
  const slash = name.lastIndexOf("/") + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** The target of a part's link as others write it: relative where both are in one folder, else from the root. */
export function relativeTarget(from: string, to: string): string {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  return to.startsWith(folder) ? to.slice(folder.length) : `/${to}`;
}

function resolveTarget(from: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  if (path.startsWith("/")) return path.slice(1);
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "");
}

/** A part that was read from UTF-16 is written as UTF-8, and has to say so. */
function declareUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, "$1UTF-8");
}

/** Parts are UTF-8, or UTF-16 with a byte order mark. */
function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  if (piece[0] === 0xfe && piece[1] === 0xff) return "utf-16be";
  return "utf-8";
}
