/**
 * The single problems in a cell's or a clerk's text: one a line, with its own numbering taken off because the notice
 * numbers them anew. A text in one line stays one problem, whatever it says.
 */
export function problemTexts(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/^(?:\d{1,2}[、．.)）](?!\d)|[（(]\d{1,2}[)）])\s*/, ""))
    .filter((line) => line !== "");
}
