/**
 * Decodes the `_xHHHH_` escapes that spreadsheets use in texts for characters that XML cannot hold:
 * `_x000D_` → carriage return, `_x005F_` → underscore.
 */
export function decodeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/**
 * Encodes a text for a cell: characters that XML 1.0 forbids become `_xHHHH_`, and a text that looks like such
 * an escape already is protected, so that `decodeCellText` gives it back. Lone surrogates become U+FFFD.
 */
export function encodeCellText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => {
      const code = character.charCodeAt(0);
      // Tabs, line feeds and what comes from 7F on may stand in XML. A carriage return may too, but would be read
      // as a line feed.
      if (character === "\t" || character === "\n" || (code >= 0x7f && code < 0xfffe)) return character;
      return `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;
    });
}
