import { LIST_SEPARATOR } from "./sections";

/** What sets names apart in a cell; 、 does not, because names contain it. */
const SEPARATORS = /[；;\n\r]/;

/** Several names as one cell's text. A name that holds a separator or begins with a quote is put in straight quotes. */
export function formatNames(names: readonly string[]): string {
  return names
    .map((name) => (needsQuotes(name) ? `"${name.replaceAll('"', '""')}"` : name))
    .join(LIST_SEPARATOR);
}

function needsQuotes(name: string): boolean {
  return SEPARATORS.test(name) || name.startsWith('"');
}

/** The names in a cell's text, the inverse of `formatNames`: without blanks around them, empty ones left out. */
export function parseNames(text: string): string[] {
  const names: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const quoted = /^"((?:[^"]|"")*)"\s*(?=[；;\n\r]|$)/.exec(rest);
    const end = rest.search(SEPARATORS);
    const name = quoted ? (quoted[1] ?? "").replaceAll('""', '"') : end < 0 ? rest : rest.slice(0, end);
    const length = quoted ? quoted[0].length : name.length;
    if (name.trim() !== "") names.push(name.trim());
    rest = rest
      .slice(length)
      .replace(/^[；;\n\r]/, "")
      .trimStart();
  }
  return names;
}
