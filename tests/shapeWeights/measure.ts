import type { ChainWeights } from "../../src/core/shape/chainWeights";
import type { ShapedTable } from "../../src/core/shape/shape";
import { shapeSheet } from "../../src/core/shape/shapeSheet";
import { columnLetters } from "../../src/core/workbook/address";
import type { Annotated, LineTruth, ScoreTruth, TableTruth } from "./readWorkbooks";

const CLASSES = ["metadata", "header", "group", "data", "derived", "notes"];
const BODY: ReadonlySet<string> = new Set(["group", "data", "derived"]);

/** Counts over line truths. */
export class LineMeasure {
  private files = 0;
  private exact = 0;
  private rows = 0;
  private right = 0;
  private readonly counts = new Map(CLASSES.map((kind) => [kind, { truth: 0, found: 0, right: 0 }]));

  add({ snapshot, truth }: Annotated<LineTruth>, weights: ChainWeights): readonly string[] {
    const [sheet] = snapshot.sheets;
    const lines = sheet === undefined ? [] : shapeSheet(sheet, weights).lines;
    this.files += 1;
    if (layoutOf(lines, truth.lines) === layoutOf(truth.lines, truth.lines)) this.exact += 1;
    truth.lines.forEach((kind, row) => {
      if (kind === "empty") return;
      const given = lines[row] ?? "empty";
      this.rows += 1;
      this.count(kind).truth += 1;
      this.count(given).found += 1;
      if (given !== kind) return;
      this.right += 1;
      this.count(kind).right += 1;
    });
    return lines;
  }

  report(): string {
    const scores = CLASSES.map((kind) => {
      const { truth, found, right } = this.count(kind);
      return { kind, score: (2 * right) / Math.max(1, truth + found) };
    });
    const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
    const each = scores.map(({ kind, score }) => `${kind} ${score.toFixed(3)}`).join(", ");
    return (
      `${this.files} line workbooks: accuracy ${(this.right / this.rows).toFixed(4)}, macro F1 ${mean.toFixed(4)} ` +
      `(${each}), headers and bodies exact ${(this.exact / this.files).toFixed(3)}`
    );
  }

  private count(kind: string): { truth: number; found: number; right: number } {
    const count = this.counts.get(kind) ?? { truth: 0, found: 0, right: 0 };
    this.counts.set(kind, count);
    return count;
  }
}

/** Header rows and the runs of body rows, as one text: empty rows do not break a run. */
function layoutOf(lines: readonly string[], truth: readonly string[]): string {
  let layout = "";
  let open = false;
  truth.forEach((kind, row) => {
    if (kind === "empty") return;
    const given = lines[row] ?? "empty";
    const body = BODY.has(given);
    if (given === "header") layout += ` h${row}`;
    if (open && !body) layout += "]";
    if (body && !open) layout += ` [${row}`;
    if (body) layout = `${layout.replace(/-\d+$/, "")}-${row}`;
    open = body;
  });
  return layout;
}

/** Counts over score truths: a table is found when its unit column, its first and its last unit's row are right. */
export class TableMeasure {
  private tables = 0;
  private found = 0;
  /** A line for each table that was not found. */
  readonly missed: string[] = [];

  add({ snapshot, truth }: Annotated<ScoreTruth>, weights: ChainWeights): void {
    for (const { sheet: name, tables } of truth.sheets) {
      const sheet = snapshot.sheets.find((one) => one.name === name);
      const given = sheet === undefined ? [] : shapeSheet(sheet, weights).tables;
      for (const table of tables) {
        this.tables += 1;
        if (given.some((one) => agrees(one, table))) this.found += 1;
        else this.missed.push(`${truth.file} ${name} ${told(table)} | ${given.map(shown).join(" | ")}`);
      }
    }
  }

  report(): string {
    return `${this.found} of ${this.tables} tables found (${(this.found / this.tables).toFixed(3)})`;
  }
}

function agrees(given: ShapedTable, truth: TableTruth): boolean {
  const [first, last] = extentOf(given);
  let lastUnit = truth.rows[1];
  while (truth.notUnits?.includes(lastUnit) === true) lastUnit -= 1;
  const units = [truth.unit ?? null].flat();
  return first === truth.rows[0] && last === lastUnit && units.includes(unitOf(given));
}

/** First and last unit row from 1; of a table with its units in columns, the rows of its items. */
function extentOf({
  grid,
  rows,
  firstColumn,
  endColumn,
  unitColumns,
}: ShapedTable): readonly [number, number] {
  if (grid.flipped) return [Math.max(firstColumn, ...unitColumns.map((column) => column + 1)) + 1, endColumn];
  const units = rows.filter(({ kind }) => kind === "unit");
  return [(units[0]?.row ?? -1) + 1, (units.at(-1)?.row ?? -1) + 1];
}

function unitOf({ grid, unitColumns: [first] }: ShapedTable): string | null {
  return grid.flipped || first === undefined ? null : columnLetters(first);
}

function told({ header, rows, unit, transposed, notUnits }: TableTruth): string {
  const trailing = notUnits?.includes(rows[1]) === true ? ` not ${notUnits.join()}` : "";
  return `${transposed === true ? "T " : ""}${[unit].flat().join("/")} ${header?.join("-") ?? "none"} ${rows.join("-")}${trailing}`;
}

function shown(table: ShapedTable): string {
  const headers = table.headerRows?.map((row) => row + 1).join("-") ?? "none";
  return `${table.grid.flipped ? "T " : ""}${unitOf(table) ?? "none"} ${headers} ${extentOf(table).join("-")}`;
}
