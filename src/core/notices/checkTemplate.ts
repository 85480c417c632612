import type { Scheme } from "../scheme/scheme";
import type { Area, CellPosition } from "../workbook/address";
import type { NoticeKind } from "./noticeKinds";
import { parseTemplate, type BlockLines } from "./parseTemplate";
import { placeholdersOf, type Placeholder } from "./placeholders";
import type { Template } from "./template";
import { templateTokens } from "./templateTokens";

/** What is wrong with a template, and in which cell; null: of the template as a whole. */
export interface TemplateFault {
  readonly code:
    | "unknown-name"
    | "unknown-style"
    | "outside-block"
    | "block-unclosed"
    | "block-unopened"
    | "merge-cuts-block"
    | "needed-name-missing"
    | "empty";
  /** The name, style or merged area that it is about. */
  readonly name: string;
  /** The block that the name belongs into; empty where that is not the matter. */
  readonly block: string;
  readonly cell: CellPosition | null;
}

/**
 * Everything that keeps a template from being used: names that the kind does not know, blocks that do not close, a
 * merged area that reaches over the edge of a repeated block, a needed name that is missing.
 *
 * @param merges Merged areas of the template's sheet.
 */
export function checkTemplate(
  template: Template,
  kind: NoticeKind,
  scheme: Scheme,
  merges: readonly Area[] = [],
): TemplateFault[] {
  const parsed = parseTemplate(template);
  const known = placeholdersOf(kind, scheme);
  const used = new Set<string>();
  const faults: TemplateFault[] = parsed.faults.map(({ code, name, cell }) => fault(code, name, cell));
  template.lines.forEach((line, index) => {
    line.cells.forEach((text, column) => {
      const cell = line.source && { row: line.source.row, column: line.source.column + column };
      const inline: string[] = [];
      for (const token of templateTokens(text)) {
        if (token.kind === "text") continue;
        if (token.kind === "close") {
          if (inline.at(-1) === token.name) inline.pop();
          continue;
        }
        used.add(token.name);
        const around = [...blocksAround(parsed.blocks, index), ...inline];
        faults.push(...nameFaults(known, token, around, cell));
        if (token.kind === "open") inline.push(token.name);
      }
    });
  });
  for (const name of kind.needs) {
    if (!used.has(name)) faults.push(fault("needed-name-missing", name, null));
  }
  for (const block of parsed.blocks) faults.push(...mergeFaults(block, template, merges));
  if (template.lines.length === 0) return [fault("empty", "", null)];
  return faults;
}

function fault(
  code: TemplateFault["code"],
  name: string,
  cell: CellPosition | null,
  block = "",
): TemplateFault {
  return { code, name, block, cell };
}

function blocksAround(blocks: readonly BlockLines[], line: number): string[] {
  return blocks.filter(({ first, last }) => first <= line && line <= last).map(({ name }) => name);
}

function nameFaults(
  known: readonly Placeholder[],
  token: { readonly kind: "value" | "open"; readonly name: string },
  around: readonly string[],
  cell: CellPosition | null,
): TemplateFault[] {
  const kind = token.kind === "open" ? "block" : "value";
  const meanings = known.filter((candidate) => candidate.name === token.name && candidate.kind === kind);
  if (meanings.length === 0) return [fault("unknown-name", token.name, cell)];
  const fits = meanings.some(({ within }) => within === null || around.includes(within));
  return fits ? [] : [fault("outside-block", token.name, cell, meanings[0]?.within ?? "")];
}

/** Merged areas that lie partly inside a block and partly outside: repeating the block would tear them. */
function mergeFaults(block: BlockLines, template: Template, merges: readonly Area[]): TemplateFault[] {
  const first = template.lines[block.first]?.source?.row;
  const last = template.lines[block.last]?.source?.row;
  if (first === undefined || last === undefined) return [];
  return merges
    .filter(({ row, rowCount }) => {
      const inside = Math.min(row + rowCount - 1, last) - Math.max(row, first) + 1;
      return inside > 0 && inside < rowCount;
    })
    .map((area) => fault("merge-cuts-block", block.name, { row: area.row, column: area.column }));
}
