/** A piece of a template's text. */
export type TemplateToken =
  | { readonly kind: "text"; readonly text: string }
  /** `{{单位}}`: a value. */
  | { readonly kind: "value"; readonly name: string }
  /** `{{#问题}}`: repeats what follows for each item; `{{^问题}}`: keeps it when there is no item. */
  | { readonly kind: "open"; readonly name: string; readonly inverted: boolean }
  /** `{{/问题}}`: ends the block. */
  | { readonly kind: "close"; readonly name: string };

/**
 * Cuts a template's text into its pieces. Full-width braces, as input methods write them, and white space inside
 * are taken as meant. A `{{` without its `}}` stays text.
 */
export function templateTokens(text: string): TemplateToken[] {
  const tokens: TemplateToken[] = [];
  const pattern = /(?:\{\{|｛｛)\s*([#＃^＾/／]?)\s*([^{}｛｝]*?)\s*(?:\}\}|｝｝)/g;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) tokens.push({ kind: "text", text: text.slice(end, match.index) });
    tokens.push(tokenOf(match[1] ?? "", match[2] ?? ""));
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: "text", text: text.slice(end) });
  return tokens;
}

function tokenOf(sign: string, name: string): TemplateToken {
  switch (sign) {
    case "#":
    case "＃":
      return { kind: "open", name, inverted: false };
    case "^":
    case "＾":
      return { kind: "open", name, inverted: true };
    case "/":
    case "／":
      return { kind: "close", name };
    default:
      return { kind: "value", name };
  }
}
