import type { LineStyle } from "./template";
import type { TemplatePart, TextPart } from "./parseTemplate";

/** Values and blocks that placeholders stand for, at one place of a notice. */
export interface NoticeScope {
  /** An empty text: the value is wanted and nobody has given it yet. */
  readonly values: ReadonlyMap<string, string>;
  readonly blocks: ReadonlyMap<string, readonly NoticeScope[]>;
}

/** A line of a notice with its placeholders filled in. */
export interface NoticeLine {
  readonly style: LineStyle;
  readonly cells: readonly string[];
}

/** A template filled in. */
export interface FilledTemplate {
  readonly lines: readonly NoticeLine[];
  /** Names of values that the notice wants and that nobody has given, each once. */
  readonly missing: readonly string[];
}

/** What stands where a value is still to be given. */
const OPEN_VALUE = "＿＿＿＿";

/** Fills a template in. Names that the template's check would refuse stand as they are. */
export function fillTemplate(parts: readonly TemplatePart[], scope: NoticeScope): FilledTemplate {
  const missing = new Set<string>();
  const lines = linesOf(parts, [scope], missing);
  return { lines, missing: [...missing] };
}

/** The innermost scope is the last. */
type ScopeChain = readonly NoticeScope[];

function linesOf(parts: readonly TemplatePart[], chain: ScopeChain, missing: Set<string>): NoticeLine[] {
  return parts.flatMap((part): NoticeLine[] => {
    if (part.kind === "block") {
      return repetitions(part, chain).flatMap((inner) => linesOf(part.parts, inner, missing));
    }
    const cells = part.cells.map((cell) => textOf(cell, chain, missing));
    return [{ style: part.style, cells }];
  });
}

function textOf(parts: readonly TextPart[], chain: ScopeChain, missing: Set<string>): string {
  return parts
    .map((part) => {
      if (part.kind === "text") return part.text;
      if (part.kind === "value") return valueOf(part.name, chain, missing);
      return repetitions(part, chain)
        .map((inner) => textOf(part.parts, inner, missing))
        .join("");
    })
    .join("");
}

/** A chain for each time that a block is repeated; an inverted block stands once when there is no item. */
function repetitions(
  { name, inverted }: { readonly name: string; readonly inverted: boolean },
  chain: ScopeChain,
): ScopeChain[] {
  const items = chain.findLast(({ blocks }) => blocks.has(name))?.blocks.get(name) ?? [];
  if (inverted) return items.length === 0 ? [chain] : [];
  return items.map((item) => [...chain, item]);
}

function valueOf(name: string, chain: ScopeChain, missing: Set<string>): string {
  const value = chain.findLast(({ values }) => values.has(name))?.values.get(name);
  if (value === undefined) return `{{${name}}}`;
  if (value !== "") return value;
  missing.add(name);
  return OPEN_VALUE;
}
