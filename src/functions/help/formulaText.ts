import type { ExampleArgument, ExampleCell } from "./examples";

/**
 * What a clerk types for an example: ranges as array constants with commas between columns and semicolons between
 * rows, arguments left out at the end not written.
 */
export function formulaText(id: string, parameters: readonly ExampleArgument[]): string {
  const texts = parameters.map((parameter) => {
    if (parameter === null) return "";
    if (typeof parameter !== "object") return cellText(parameter);
    return `{${parameter.map((row) => row.map(cellText).join(",")).join(";")}}`;
  });
  while (texts.at(-1) === "") texts.pop();
  return `=PERF.${id}(${texts.join(",")})`;
}

function cellText(cell: ExampleCell): string {
  return typeof cell === "number" ? String(cell) : `"${cell.replaceAll('"', '""')}"`;
}
