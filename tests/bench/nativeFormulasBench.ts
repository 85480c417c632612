import { createRequire } from "node:module";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { createFunctions } from "../../src/functions/functions";
import { functionWords } from "../../src/functions/words";
import { plainUnits, type PlainUnit } from "./assessments";
import { processorTime, type Bench } from "./bench";

const ROWS = 1_000;
const GROUP_SIZE = 60;

/** The part of the workbench's engine that is used here. Its ES modules do not load in Node; the CommonJS ones do. */
interface Engine {
  createWorkbook(data: object): {
    getActiveSheet(): { getRange(address: string): { getValues(): unknown[][] } };
  };
  getFormula(): {
    registerFunction(name: string, implementation: (...parameters: unknown[]) => unknown): unknown;
    executeCalculation(): void;
    onCalculationEnd(): Promise<void>;
  };
}

type Formulas = (row: number) => Readonly<Record<number, { f: string }>>;

/** Totals and ranks in a sheet: by native formulas, a pair a row, and by two PERF functions that spill. */
export const nativeFormulasBench: Bench = {
  name: "native formulas: totals and ranks of a sheet in the workbench's engine",
  async measure() {
    const units = plainUnits(ROWS, GROUP_SIZE);
    const native = await calculate(units, (row) => ({
      6: { f: nativeTotal(row) },
      7: { f: nativeRank(row) },
    }));
    const perf = await calculate(units, (row) =>
      row === 1 ? { 6: { f: spilledTotals() }, 7: { f: `=PERF.RANK(G1:G${ROWS},I1:I${ROWS})` } } : {},
    );
    // The two must have calculated the same, or the times mean nothing.
    const odd = native.cells.findIndex((line, row) => line.join() !== perf.cells[row]?.join());
    if (odd >= 0)
      throw new Error(`Row ${odd + 1} differs: ${JSON.stringify([native.cells[odd], perf.cells[odd]])}`);
    return [
      { what: `${ROWS} rows by native formulas`, value: native.time, unit: "ms" },
      { what: "the same by PERF.TOTAL and PERF.RANK", value: perf.time, unit: "ms" },
      { what: "ratio", value: perf.time / native.time, unit: "×" },
    ];
  },
};

function nativeTotal(row: number): string {
  const sum = `A${row}*0.55+B${row}*0.3+C${row}*0.1+D${row}*0.05+E${row}-F${row}`;
  return `=ROUND(${sum},2)`;
}

function nativeRank(row: number): string {
  return `=COUNTIFS($I$1:$I$${ROWS},I${row},$G$1:$G$${ROWS},">"&G${row})+1`;
}

function spilledTotals(): string {
  return `=PERF.TOTAL(${["A", "B", "C", "D", "E", "F"].map((letter) => `${letter}1:${letter}${ROWS}`).join(",")})`;
}

/** Calculates a sheet of units with formulas beside them: what G and H show, and the processor time it took. */
async function calculate(
  units: readonly PlainUnit[],
  formulas: Formulas,
): Promise<{ time: number; cells: unknown[][] }> {
  const engine = startEngine();
  const cellData = Object.fromEntries(
    units.map(({ scores, bonus, deduction, group }, index) => {
      const numbers = [...scores, bonus, deduction].map((value, column) => [column, { v: value }] as const);
      return [index, { ...Object.fromEntries(numbers), 8: { v: `Group ${group}` }, ...formulas(index + 1) }];
    }),
  );
  const sheet = { id: "sheet", name: "Sheet1", rowCount: ROWS + 1, columnCount: 9, cellData };
  const start = processorTime();
  const workbook = engine.createWorkbook({ id: "book", sheets: { sheet }, sheetOrder: ["sheet"] });
  const { total, rank } = createFunctions({ scheme: anshan2015, translate: functionWords("zh-CN") });
  // One calculation at a time: a function that is registered starts one by itself.
  engine.getFormula().registerFunction("PERF.TOTAL", (a, b, c, d, e, f) => total(a, b, c, d, e, f));
  engine.getFormula().registerFunction("PERF.RANK", (totals, groups) => rank(totals, groups, null));
  engine.getFormula().executeCalculation();
  await engine.getFormula().onCalculationEnd();
  const time = processorTime() - start;
  return { time, cells: workbook.getActiveSheet().getRange(`G1:H${ROWS}`).getValues() };
}

function startEngine(): Engine {
  const load = createRequire(import.meta.url) as (name: string) => Record<string, never>;
  for (const name of ["engine-formula", "sheets", "sheets-formula"]) load(`@univerjs/${name}/facade`);
  const { Univer, LocaleType, LogLevel } = load("@univerjs/core") as unknown as {
    Univer: new (options: object) => { registerPlugin(plugin: unknown): void };
    LocaleType: { EN_US: string };
    LogLevel: { ERROR: number };
  };
  const { FUniver } = load("@univerjs/core/facade") as unknown as {
    FUniver: { newAPI(univer: unknown): Engine };
  };
  const univer = new Univer({ locale: LocaleType.EN_US, locales: {}, logLevel: LogLevel.ERROR });
  univer.registerPlugin(load("@univerjs/engine-formula")["UniverFormulaEnginePlugin"]);
  univer.registerPlugin(load("@univerjs/sheets")["UniverSheetsPlugin"]);
  univer.registerPlugin(load("@univerjs/sheets-formula")["UniverSheetsFormulaPlugin"]);
  return FUniver.newAPI(univer);
}
