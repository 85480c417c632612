/** A formula whose references to a sheet follow it to its new name, or become `#REF!` where it is gone. */
export function followSheet(formula: string, from: string, to: string | null): string {
  const quoted = `'${from.replaceAll("'", "''")}'!`;
  const target = to === null ? "#REF!" : `'${to.replaceAll("'", "''")}'!`;
  const inQuotes = formula.replaceAll(quoted, target);
  return inQuotes
    .split(`${from}!`)
    .reduce((before, after) => before + (/[\p{L}\p{N}_.']$/u.test(before) ? `${from}!` : target) + after);
}
