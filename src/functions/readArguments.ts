import type { SheetArea } from "../core/workbook/address";
import type { CellKinds } from "../workbook/office/cellKinds";
import type { Outcome } from "../workbook/port";
import { rangeOf, type Range } from "./argument";
import { sheetAreaOf } from "./argumentAddress";
import { argumentOrigin } from "./argumentOrigin";
import { notAvailable, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import type { FunctionWords } from "./words";

/** What Office.js tells of a call beside its arguments. */
export interface Invocation {
  /** The calling cell. */
  readonly address?: unknown;
  /** For each argument the cells that it refers to. */
  readonly parameterAddresses?: unknown;
}

/** Looks at cells of the workbook. */
export type LookAtCells = (areas: readonly SheetArea[]) => Promise<Outcome<CellKinds>>;

/**
 * The arguments of a call as the cells have them, blanks as blanks: at once where nothing has to be asked, a fault
 * where it cannot be known whether a 0 is a blank.
 */
export type ReadArguments = (
  name: keyof PerfFunctions,
  given: readonly unknown[],
  invocation: Invocation,
) => readonly unknown[] | Promise<readonly unknown[] | Fault>;

/**
 * The places of the arguments in which a blank means another thing than 0. In those left out (bonus, deduction, numbers
 * of events) blank is 0; a check wants to know whether a row is blank altogether.
 */
const BLANK_MATTERS: { readonly [Name in keyof PerfFunctions]: readonly number[] } = {
  total: [0, 1, 2, 3],
  weighted: [0, 1],
  process: [0, 1],
  adjust: [],
  rank: [0, 1, 2],
  ranking: [0, 1, 2, 3],
  grade: [0, 1, 2],
  survey: [0, 1],
  panel: [0, 1],
  unit: [0],
  group: [0],
  number: [0],
  round: [0, 1, 2],
  check: [0, 1, 2, 3, 4, 5, 6],
  explain: [0, 1, 2, 3],
  scheme: [0],
};

/** An argument that holds a 0 that may be a blank. */
interface Doubt {
  readonly place: number;
  readonly range: Range;
}

/**
 * Reads arguments where a host may send 0 for a blank cell, as desktop versions of some years do: the cells behind
 * the zeros are looked at. A host that was seen to send a blank as a blank is never asked again.
 */
export function createReadArguments(look: LookAtCells, translate: () => FunctionWords): ReadArguments {
  let sendsBlanks = false;

  async function settle(
    name: keyof PerfFunctions,
    given: readonly unknown[],
    doubts: readonly Doubt[],
    invocation: Invocation,
  ): Promise<readonly unknown[] | Fault> {
    const areas = await areasOf(name, doubts, invocation, look);
    if (areas === null) return unknown();
    const asked = doubts.flatMap(({ range }, index) => {
      const area = areas[index];
      return area && area !== "value" ? [within(area, range)] : [];
    });
    const looked = await look(asked);
    if (!looked.ok) return unknown();
    const read = [...given];
    for (const [index, { place, range }] of doubts.entries()) {
      const area = areas[index];
      if (!area || area === "value") continue;
      const cells = withBlanks(range, area, looked.value);
      if (cells === null) return unknown();
      if (cells.sawBlank) sendsBlanks = true;
      read[place] = cells.range;
    }
    return read;
  }

  function unknown(): Fault {
    return notAvailable(translate()("function.zero-or-blank"));
  }

  return (name, given, invocation) => {
    if (sendsBlanks) return given;
    const doubts: Doubt[] = [];
    for (const place of BLANK_MATTERS[name]) {
      const argument = given[place];
      // A null by itself says nothing: it may be an argument that was left out.
      const range = rangeOf(argument);
      if (range === null) continue;
      if (Array.isArray(argument) && holds(range, null)) {
        sendsBlanks = true;
        return given;
      }
      if (holds(range, 0)) doubts.push({ place, range });
    }
    return doubts.length === 0 ? given : settle(name, given, doubts, invocation);
  };
}

function holds(range: Range, value: unknown): boolean {
  for (const row of range) if (row.includes(value)) return true;
  return false;
}

/** The cells of each argument, `value` for one that no cell is behind; null where one of them cannot be told. */
async function areasOf(
  name: keyof PerfFunctions,
  doubts: readonly Doubt[],
  { address, parameterAddresses }: Invocation,
  look: LookAtCells,
): Promise<readonly (SheetArea | "value")[] | null> {
  const addresses: readonly unknown[] = Array.isArray(parameterAddresses) ? parameterAddresses : [];
  const told = doubts.map(({ place }) => sheetAreaOf(addresses[place]));
  if (told.every((area) => area !== null)) return told;
  const caller = sheetAreaOf(address);
  if (caller === null) return null;
  const looked = await look([caller]);
  if (!looked.ok) return null;
  const { sheet, area } = caller;
  const formula = looked.value.formulaAt(sheet, area.row, area.column);
  if (formula === null) return null;
  const origins = doubts.map(
    ({ place }, index) =>
      told[index] ??
      argumentOrigin(
        formula,
        { sheet, row: area.row, column: area.column },
        `PERF.${name.toUpperCase()}`,
        place,
      ),
  );
  return origins.every((origin) => origin !== null) ? origins : null;
}

/** The part of an area that holds the zeros and empty texts of its range. */
function within({ sheet, area }: SheetArea, range: Range): SheetArea {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const [row, cells] of range.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell !== 0 && cell !== "") continue;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  const size = { rowCount: bottom - top + 1, columnCount: right - left + 1 };
  return { sheet, area: { row: area.row + top, column: area.column + left, ...size } };
}

/**
 * The range with null where a 0 stands for a blank; null where its cells cannot be looked at. An empty text in place of
 * a blank cell shows that this host does tell blanks from zeros.
 */
function withBlanks(
  range: Range,
  { sheet, area }: SheetArea,
  kinds: CellKinds,
): { readonly range: Range; readonly sawBlank: boolean } | null {
  let sawBlank = false;
  const rows: unknown[][] = [];
  for (const [row, cells] of range.entries()) {
    const line: unknown[] = [];
    for (const [column, cell] of cells.entries()) {
      if (cell !== 0 && cell !== "") {
        line.push(cell);
        continue;
      }
      const isBlank = kinds.isBlank(sheet, area.row + row, area.column + column);
      if (isBlank === null) return null;
      if (isBlank && cell === "") sawBlank = true;
      line.push(isBlank ? null : cell);
    }
    rows.push(line);
  }
  return { range: rows, sawBlank };
}
