import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../../src/core/scheme/scheme";
import type { FunctionEnvironment } from "../../src/functions/environment";
import type { CellResult } from "../../src/functions/fault";
import { createFunctions } from "../../src/functions/functions";
import type { PerfFunctions } from "../../src/functions/host";
import { createTranslate, type Language } from "../../src/i18n";
import { alsoInOlderHost } from "./olderHost";

/** The built-in scheme unless another is given, messages in one language. */
export function testEnvironment(language: Language, scheme: Scheme = anshan2015): FunctionEnvironment {
  return { scheme, translate: createTranslate(language) };
}

/** The functions in such an environment; what tests ask of them must be so in an older host, too. */
export function testFunctions(language: Language, scheme: Scheme = anshan2015): PerfFunctions {
  return alsoInOlderHost(createFunctions(testEnvironment(language, scheme)));
}

/** The functions with the built-in scheme and Chinese messages. */
export const perf: PerfFunctions = testFunctions("zh-CN");

/** A column of cells. */
export function column(...cells: readonly unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}

/** The cells of a result of one column, faults as their error alone. */
export function cellsOf(results: readonly (readonly CellResult[])[]): (string | number | boolean)[] {
  return results.map(([cell = ""]) => (typeof cell === "object" ? cell.error : cell));
}

/** The only cell of a result. */
export function single(results: readonly (readonly CellResult[])[]): CellResult {
  const [[cell, ...others] = [], ...rows] = results;
  if (cell === undefined || others.length > 0 || rows.length > 0) {
    throw new Error(`One cell expected, not ${JSON.stringify(results)}`);
  }
  return cell;
}
