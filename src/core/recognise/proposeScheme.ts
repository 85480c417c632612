import { compareDecimals, decimalOfNumber, formatDecimal, type Decimal } from "../numbers/decimal";
import { exactSum, formatWide, narrow } from "../numbers/exactSum";
import { readNumber } from "../numbers/readNumber";
import { parseScheme } from "../scheme/parseScheme";
import type { Scheme } from "../scheme/scheme";
import type { SchemeFileInput } from "../scheme/schemeFile";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { readTables, type ReadTable, type RecognitionRules } from "./classifySheet";
import { createRoleReader, isAnnotation } from "./columnRole";
import { readHeaderText } from "./headerText";
import type { TableColumn } from "./tableColumns";

/** A scheme made from a workbook's own headers: offered to the clerk, never applied by itself. */
export interface SchemeProposal {
  readonly file: SchemeFileInput;
  readonly scheme: Scheme;
  readonly sheet: string;
  /** Where the weights come from: stated weights, stated full marks, or the author's total as the plain sum. */
  readonly basis: "weights" | "full-marks" | "plain-sum";
}

interface Item {
  readonly column: TableColumn;
  readonly name: string;
  readonly values: readonly (Decimal | null)[];
}

/** The scheme under which headers are read to propose one: it knows no components and no roster. */
const BLANK_SCHEME: SchemeFileInput = {
  id: "headers",
  name: "headers",
  fullMark: "1",
  components: [{ id: "none", name: "\u0000", max: "1", weight: "1" }],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  groups: null,
};

/**
 * Proposes a scheme from the first table whose score columns state weights that sum to 100%, or full marks, or whose
 * total is the plain sum of its columns. Null when no table says how its total comes about: it is not guessed.
 */
export function proposeScheme(snapshot: Snapshot): SchemeProposal | null {
  const blank = parseScheme(BLANK_SCHEME);
  if (!blank.ok) throw new Error(`The blank scheme is wrong: ${blank.problem.code}`);
  const rules: RecognitionRules = {
    scheme: blank.scheme,
    roster: null,
    reader: createRoleReader(blank.scheme),
    corrections: new Map(),
  };
  for (const sheet of snapshot.sheets) {
    if (sheet.mark !== null) continue;
    for (const table of readTables(sheet, rules)) {
      const proposal = proposalOf(table, sheet);
      if (proposal !== null) return proposal;
    }
  }
  return null;
}

function proposalOf(table: ReadTable, sheet: SheetSnapshot): SchemeProposal | null {
  const items = itemsOf(table);
  if (items.length === 0) return null;
  for (const propose of [byWeights, byFullMarks, byPlainSum]) {
    const found = propose(items, table);
    if (found === null) continue;
    const file: SchemeFileInput = {
      id: "workbook",
      name: sheet.name,
      fullMark: found.fullMark,
      components: found.components,
      rounding: { places: 2, mode: "half-up" },
      ties: "competition",
      groups: null,
    };
    const outcome = parseScheme(file);
    if (outcome.ok) return { file, scheme: outcome.scheme, sheet: sheet.name, basis: found.basis };
  }
  return null;
}

/** Columns without a role of their own whose cells are figures: the items that are scored. */
function itemsOf(table: ReadTable): Item[] {
  const rows = table.rows.filter(({ kind }) => kind === "unit").map(({ row }) => row);
  const names = new Set<string>();
  return table.columns.flatMap((column): Item[] => {
    if (column.role !== "unknown" || column.path.length === 0) return [];
    const values = rows.map((row) => figureOf(table, row, column.column));
    const filled = values.filter((value) => value !== null).length;
    if (filled === 0 || filled * 2 < rows.length) return [];
    const leaf = readHeaderText(column.path.findLast((text) => !isAnnotation(text)) ?? "").words;
    const name = names.has(leaf) ? column.header : leaf;
    if (name === "" || names.has(name)) return [];
    names.add(name);
    return [{ column, name, values }];
  });
}

function figureOf({ block }: ReadTable, row: number, column: number): Decimal | null {
  const value = block.view.value(row, column);
  if (typeof value === "number") return decimalOfNumber(value);
  if (typeof value !== "string") return null;
  const reading = readNumber(value);
  return reading.kind === "number" ? reading.value : null;
}

interface Found {
  readonly basis: SchemeProposal["basis"];
  readonly fullMark: string;
  readonly components: SchemeFileInput["components"];
}

function byWeights(items: readonly Item[]): Found | null {
  const weighted = items.filter(({ column }) => column.weight !== null);
  const sum = exactSum(weighted.map(({ column }) => ({ factor: column.weight ?? { units: 0, places: 0 } })));
  if (weighted.length === 0 || formatWide(sum) !== "1") return null;
  const hundred: Decimal = { units: 100, places: 0 };
  const maxima = weighted.map(({ column }) => column.fullMark ?? hundred);
  if (!maxima.every((maximum) => compareDecimals(maximum, hundred) === 0)) return null;
  return {
    basis: "weights",
    fullMark: "100",
    components: weighted.map(({ name, column }, index) =>
      component(index, name, hundred, column.weight ?? hundred),
    ),
  };
}

function byFullMarks(items: readonly Item[]): Found | null {
  const marked = items.filter(({ column }) => column.fullMark !== null);
  if (marked.length === 0 || marked.length < items.length) return null;
  const sum = narrow(
    exactSum(marked.map(({ column }) => ({ factor: column.fullMark ?? { units: 0, places: 0 } }))),
  );
  if (sum === null) return null;
  return {
    basis: "full-marks",
    fullMark: formatDecimal(sum),
    components: marked.map(({ name, column }, index) =>
      component(index, name, column.fullMark ?? sum, { units: 1, places: 0 }),
    ),
  };
}

/** The author's total is the sum of the items in every row that has both. */
function byPlainSum(items: readonly Item[], table: ReadTable): Found | null {
  const total = table.columns.find(({ role }) => role === "total");
  if (!total || items.length < 2) return null;
  const rows = table.rows.filter(({ kind }) => kind === "unit").map(({ row }) => row);
  let compared = 0;
  for (const [index, row] of rows.entries()) {
    const stated = figureOf(table, row, total.column);
    const values = items.map(({ values: column }) => column[index] ?? null);
    if (stated === null || values.includes(null)) continue;
    const sum = narrow(exactSum(values.flatMap((factor) => (factor === null ? [] : [{ factor }]))));
    if (sum === null || compareDecimals(sum, stated) !== 0) return null;
    compared += 1;
  }
  if (compared < 2) return null;
  const maximum = commonMaximum(items);
  if (maximum === null) return null;
  return {
    basis: "plain-sum",
    fullMark: formatDecimal({ units: maximum.units * items.length, places: maximum.places }),
    components: items.map(({ name }, index) => component(index, name, maximum, { units: 1, places: 0 })),
  };
}

/** The usual full mark that all values stay within, the same for every item: 100, 150 or 1000. */
function commonMaximum(items: readonly Item[]): Decimal | null {
  const values = items.flatMap((item) => item.values);
  const candidates = [100, 150, 1000].map((units): Decimal => ({ units, places: 0 }));
  const fits = candidates.find((maximum) =>
    values.every((value) => value === null || (value.units >= 0 && compareDecimals(value, maximum) <= 0)),
  );
  return fits ?? null;
}

function component(index: number, name: string, maximum: Decimal, weight: Decimal) {
  return { id: `item${String(index + 1)}`, name, max: formatDecimal(maximum), weight: formatDecimal(weight) };
}
