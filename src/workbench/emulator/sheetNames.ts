import { invalidArgument } from "./hostError";

/** Refuses a sheet name as Excel does: length, characters, quotes at the ends, `History`, and names in use. */
export function requireSheetName(name: string, namesInUse: readonly string[]): void {
  if (name.trim() === "") throw invalidArgument("A sheet name cannot be blank.");
  if (name.length > 31) throw invalidArgument(`The sheet name "${name}" is longer than 31 characters.`);
  if (/[\\/?*:[\]]/.test(name))
    throw invalidArgument(`The sheet name "${name}" has a character that is not allowed.`);
  if (name.startsWith("'") || name.endsWith("'")) {
    throw invalidArgument(`The sheet name "${name}" begins or ends with an apostrophe.`);
  }
  if (name.toLowerCase() === "history") throw invalidArgument("The sheet name History is reserved.");
  if (namesInUse.some((used) => used.toLowerCase() === name.toLowerCase())) {
    throw invalidArgument(`There is a sheet named "${name}" already.`);
  }
}
