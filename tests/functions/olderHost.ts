import { afterAll, expect } from "@jest/globals";
import type { CellValue } from "../../src/core/workbook/snapshot";
import { areaAddress, sheetReference } from "../../src/core/workbook/address";
import { isFault, type CellResult } from "../../src/functions/fault";
import { associateFunctions, type PerfFunctions } from "../../src/functions/host";
import { createReadArguments } from "../../src/functions/readArguments";
import { functionWords } from "../../src/functions/words";
import type { EmulatedHost } from "../../src/workbench/emulator/emulatedHost";
import type { CellsArgument } from "../../src/workbench/emulator/functionCalls";
import type { HostSheet } from "../../src/workbench/emulator/hostWorkbook";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { createCellKinds } from "../../src/workbook/office/cellKinds";

/** A call that a test has made, with what it gave. */
interface MadeCall {
  readonly functions: PerfFunctions;
  readonly name: keyof PerfFunctions;
  readonly given: readonly (readonly (readonly CellValue[])[] | undefined)[];
  readonly results: CellResult[][];
}

/** Calls of property tests come by the thousand: the first of each file are enough. */
const MOST_CALLS = 200;
/** Tests of speed call with ranges of whole sheets. */
const MOST_CELLS = 500;
const SHEET = "数据 表";

/**
 * The functions as they are, with every call noted. When the file's tests have ended, each call is made once more
 * through Office.js from cells of a workbook, in an older host, which sends blanks as 0: it must give the same.
 */
export function alsoInOlderHost(functions: PerfFunctions): PerfFunctions {
  const implementations: [string, (...given: unknown[]) => CellResult[][]][] = Object.entries(functions);
  const noted = implementations.map(([name, implementation]) => [
    name,
    (...parameters: unknown[]) => {
      const results = implementation(...parameters);
      if (calls.length < MOST_CALLS && parameters.every(isSmall)) {
        const given = parameters.map(cellsOf);
        if (given.every((cells) => cells !== null)) {
          calls.push({ functions, name: name as keyof PerfFunctions, given, results });
        }
      }
      return results;
    },
  ]);
  return Object.fromEntries(noted) as PerfFunctions;
}

const calls: MadeCall[] = [];
/** Each call has rows of its own on the sheet. */
let nextRow = 2;
const readArguments = createReadArguments(createCellKinds(), () => functionWords("zh-CN"));

afterAll(async () => {
  const workbook = new MemoryWorkbook([SHEET]);
  const host = officeForNode(workbook, { isOlder: true });
  const [sheet] = workbook.sheets();
  if (!sheet) throw new Error("The workbook has no sheet.");
  for (const functions of new Set(calls.map((call) => call.functions))) {
    associateFunctions(CustomFunctions, () => Promise.resolve({ functions, readArguments }));
    const ofThese = calls.filter((call) => call.functions === functions);
    // All at once: Office.js hands results over every few hundred milliseconds.
    const answers = await Promise.all(ofThese.map((call) => answerInOlderHost(host, sheet, call)));
    for (const [index, { name, given, results }] of ofThese.entries()) {
      const answer = answers[index];
      expect({ name, given, answer }).toEqual({ name, given, answer: shown(results) });
    }
  }
});

function isSmall(argument: unknown): boolean {
  return !Array.isArray(argument) || argument.flat().length <= MOST_CELLS;
}

/** The rows of an argument as a sheet can hold them, undefined for one left out, null for what no cell holds. */
function cellsOf(argument: unknown): readonly (readonly CellValue[])[] | undefined | null {
  if (argument === undefined || argument === null) return undefined;
  const rows: readonly unknown[] = Array.isArray(argument) ? argument : [[argument]];
  const cells = rows.map((row) => (Array.isArray(row) ? row.map(cellOf) : [undefined]));
  const isTable = cells.length > 0 && cells.every((row) => row.length > 0 && row.length === cells[0]?.length);
  return isTable && cells.flat().every((cell) => cell !== undefined) ? (cells as CellValue[][]) : null;
}

function cellOf(value: unknown): CellValue | undefined {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
  const code: unknown = typeof value === "object" && "code" in value ? value.code : undefined;
  return typeof code === "string" ? { error: code } : undefined;
}

async function answerInOlderHost(
  host: EmulatedHost,
  sheet: HostSheet,
  { functions, name, given }: MadeCall,
): Promise<unknown> {
  const row = nextRow;
  nextRow += Math.max(1, ...given.map((cells) => cells?.length ?? 0));
  let column = 1;
  const references = given.map((cells): CellsArgument | undefined => {
    if (cells === undefined) return undefined;
    const area = { row, column, rowCount: cells.length, columnCount: cells[0]?.length ?? 0 };
    column += area.columnCount + 1;
    sheet.write(area, cells);
    return { cells: sheetReference(SHEET, areaAddress(area)) };
  });
  const declared = functions[name].length;
  const leftOut = Array.from({ length: Math.max(0, declared - references.length) }, () => undefined);
  return host.callFunction(name.toUpperCase(), [...references, ...leftOut], sheetReference(SHEET, "A1"));
}

/** What a cell shows of results: faults by error and words, a single fault by itself. */
function shown(results: readonly (readonly CellResult[])[]): unknown {
  const rows = results.map((row) => row.map((cell) => (isFault(cell) ? { ...cell } : cell)));
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : null;
  return only !== null && isFault(only) ? only : rows;
}
