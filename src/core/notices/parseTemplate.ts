import type { CellPosition } from "../workbook/address";
import type { LineStyle, Template, TemplateLine } from "./template";
import { templateTokens, type TemplateToken } from "./templateTokens";

/** A piece of a cell's text once its blocks are put together. */
export type TextPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly name: string }
  | BlockOf<"text-block", TextPart>;

/** A part of a template: a line, or a block of lines. */
export type TemplatePart =
  | { readonly kind: "line"; readonly style: LineStyle; readonly cells: readonly (readonly TextPart[])[] }
  | BlockOf<"block", TemplatePart>;

interface BlockOf<Kind extends string, Part> {
  readonly kind: Kind;
  readonly name: string;
  readonly inverted: boolean;
  readonly parts: readonly Part[];
}

/** What is wrong with the blocks of a template. */
export interface BlockFault {
  readonly code: "block-unclosed" | "block-unopened";
  readonly name: string;
  readonly line: number;
  readonly cell: CellPosition | null;
}

/** Which lines a block of lines takes, its marks included. */
export interface BlockLines {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** A template with its blocks put together. */
export interface ParsedTemplate {
  readonly parts: readonly TemplatePart[];
  readonly faults: readonly BlockFault[];
  readonly blocks: readonly BlockLines[];
}

/**
 * Puts the blocks of a template together. A block that opens and closes in one cell repeats text; one that opens and
 * closes in one line repeats that line; otherwise it repeats the lines from its opening to its closing, and lines
 * that hold nothing but a mark go.
 */
export function parseTemplate(template: Template): ParsedTemplate {
  return new Parser(template.lines).parse();
}

interface OpenBlock {
  readonly name: string;
  readonly inverted: boolean;
  readonly line: number;
  readonly cell: CellPosition | null;
  readonly parts: TemplatePart[];
}

class Parser {
  private readonly faults: BlockFault[] = [];
  private readonly blocks: BlockLines[] = [];
  private readonly open: OpenBlock[] = [];
  private readonly top: TemplatePart[] = [];

  constructor(private readonly lines: readonly TemplateLine[]) {}

  parse(): ParsedTemplate {
    this.lines.forEach((line, index) => {
      this.readLine(line, index);
    });
    for (const { name, line, cell } of this.open) {
      this.faults.push({ code: "block-unclosed", name, line, cell });
    }
    // What an unclosed block holds still stands, so that the other findings about it are seen in the same run.
    for (const block of this.open) this.top.push(...block.parts);
    return { parts: this.top, faults: this.faults, blocks: this.blocks };
  }

  private get current(): TemplatePart[] {
    return this.open.at(-1)?.parts ?? this.top;
  }

  private readLine(line: TemplateLine, index: number): void {
    const cells = line.cells.map((text) => new CellReading(templateTokens(text)));
    const place = (column: number) =>
      line.source && { row: line.source.row, column: line.source.column + column };
    cells.forEach((cell, column) => {
      for (const { name, inverted } of cell.opened) {
        this.open.push({ name, inverted, line: index, cell: place(column), parts: [] });
      }
      // A block that this cell closes before the line's own text is done still takes the line in.
      for (const name of cell.closed) this.pendingCloses.push({ name, cell: place(column) });
    });
    if (line.style !== null && !isOnlyMarks(cells)) {
      this.current.push({ kind: "line", style: line.style, cells: cells.map(({ parts }) => parts) });
    }
    for (const { name, cell } of this.pendingCloses.splice(0)) this.close(name, index, cell);
  }

  private readonly pendingCloses: { readonly name: string; readonly cell: CellPosition | null }[] = [];

  private close(name: string, line: number, cell: CellPosition | null): void {
    const block = this.open.at(-1);
    if (block?.name !== name) {
      this.faults.push({ code: "block-unopened", name, line, cell });
      return;
    }
    this.open.pop();
    this.blocks.push({ name, first: block.line, last: line });
    this.current.push({ kind: "block", name, inverted: block.inverted, parts: block.parts });
  }
}

function isOnlyMarks(cells: readonly CellReading[]): boolean {
  return (
    cells.some(({ opened, closed }) => opened.length + closed.length > 0) &&
    cells.every(({ parts }) => parts.every((part) => part.kind === "text" && part.text.trim() === ""))
  );
}

interface OpenText {
  readonly name: string;
  readonly inverted: boolean;
  readonly parts: TextPart[];
}

/** A cell's text with the blocks inside it put together, and the marks of blocks that reach beyond it. */
class CellReading {
  readonly parts: TextPart[] = [];
  readonly opened: { readonly name: string; readonly inverted: boolean }[] = [];
  readonly closed: string[] = [];

  constructor(tokens: readonly TemplateToken[]) {
    const open: OpenText[] = [];
    tokens.forEach((token, index) => {
      const target = open.at(-1)?.parts ?? this.parts;
      switch (token.kind) {
        case "text":
        case "value":
          target.push(token);
          break;
        case "open":
          if (closesInside(tokens, index)) {
            open.push({ name: token.name, inverted: token.inverted, parts: [] });
          } else this.opened.push(token);
          break;
        case "close": {
          const block = open.at(-1);
          if (block?.name === token.name) {
            open.pop();
            (open.at(-1)?.parts ?? this.parts).push({ kind: "text-block", ...block });
          } else this.closed.push(token.name);
        }
      }
    });
  }
}

/** Whether the block that opens at a token closes among the tokens behind it. */
function closesInside(tokens: readonly TemplateToken[], index: number): boolean {
  const opening = tokens[index];
  if (opening?.kind !== "open") return false;
  let depth = 0;
  for (const token of tokens.slice(index)) {
    if (token.kind === "open" && token.name === opening.name) depth += 1;
    if (token.kind === "close" && token.name === opening.name) depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}
