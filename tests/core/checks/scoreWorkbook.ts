import { runChecks } from "../../../src/core/checks/runChecks";
import type { Finding } from "../../../src/core/findings/finding";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { cellAddress, parseArea } from "../../../src/core/workbook/address";
import type { CellValue, Snapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf, type SheetExtras } from "../sheets";
import { SCORE_HEADER } from "../../scoreHeader";

/** The sheet that the tests look at; its header is row 2, its first unit row 3. */
const SHEET = "汇总";
const FIRST_ROW = 3;

/** A made-up unit of the roster. Points are hundredths, so that every sum below is exact in whole numbers. */
export interface MadeUnit {
  readonly group: string;
  readonly name: string;
  /** Result, process, leader, public, in hundredths. */
  readonly scores: readonly [number, number, number, number];
  readonly bonus: number;
  readonly deduction: number;
}

/** The roster's 70 units with made-up scores of two decimals, the same on every run. */
export function madeUnits(): MadeUnit[] {
  let state = 20150331;
  const next = (below: number) => {
    // A linear congruential generator: no promise but that it repeats.
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  return (anshan2015.groups ?? []).flatMap((group) =>
    group.units.map((unit, index) => ({
      group: group.name,
      name: unit.name,
      scores: [8000 + next(1800), 7500 + next(2400), 100 * (80 + next(19)), 8200 + next(1500)] as const,
      bonus: index % 9 === 1 ? 2 : 0,
      deduction: index % 7 === 2 ? 1 : 0,
    })),
  );
}

/** Ten-thousandths of the total before rounding: scores in hundredths by weights in percent. */
export function exactTenThousandths(
  { scores, bonus, deduction }: MadeUnit,
  weights: readonly number[] = [55, 30, 10, 5],
  points = bonus - deduction,
): number {
  return scores.reduce((sum, score, index) => sum + score * (weights[index] ?? 0), 0) + points * 10000;
}

/** Rounds ten-thousandths half up to hundredths, in whole numbers. */
export function halfUp(tenThousandths: number): number {
  return Math.floor((tenThousandths + 50) / 100);
}

/** Competition ranks inside each group, by definition: one more than how many are above. */
export function ranksInside(units: readonly MadeUnit[], totals: readonly number[]): number[] {
  return units.map(
    ({ group }, index) =>
      1 +
      units.filter((other, place) => other.group === group && (totals[place] ?? 0) > (totals[index] ?? 0))
        .length,
  );
}

/** How a test workbook departs from a right one. */
export interface Faults {
  /** Hundredths of each total, in the order of the units; right ones unless given. */
  readonly totals?: readonly number[];
  readonly ranks?: readonly number[];
  /** Cells written over in the end, by address. */
  readonly cells?: Readonly<Record<string, CellValue>>;
  /** Formulas written over in the end, by address; null takes one away. */
  readonly formulas?: Readonly<Record<string, string | null>>;
  readonly extras?: SheetExtras;
  readonly units?: readonly MadeUnit[];
  /** Whether totals, ranks and averages are formulas. */
  readonly calculated?: boolean;
}

/** A summary sheet: title, header, a row a unit (columns A to J), averages below. */
export function scoreSheet(faults: Faults = {}): Snapshot {
  const units = faults.units ?? madeUnits();
  const totals = faults.totals ?? units.map((unit) => halfUp(exactTenThousandths(unit)));
  const ranks = faults.ranks ?? ranksInside(units, totals);
  const rows: CellValue[][] = [
    ["2015年度绩效考评汇总表（数据均为虚构）"],
    [...SCORE_HEADER],
    ...units.map(({ group, name, scores, bonus, deduction }, index) => [
      group,
      name,
      ...scores.map((score) => score / 100),
      bonus,
      deduction,
      (totals[index] ?? 0) / 100,
      ranks[index] ?? null,
    ]),
  ];
  const last = FIRST_ROW + units.length - 1;
  const formulas: Record<string, string> = {};
  if (faults.calculated === true) {
    const average = (column: number) => {
      const numbers = rows.slice(2).map((row) => Number(row[column]));
      return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    };
    rows.push(["平均", null, ...[2, 3, 4, 5].map(average)]);
    units.forEach(({ group }, index) => {
      const row = FIRST_ROW + index;
      const first = FIRST_ROW + units.findIndex((unit) => unit.group === group);
      const end = FIRST_ROW + units.findLastIndex((unit) => unit.group === group);
      formulas[`I${row}`] = totalFormulaAt(row);
      formulas[`J${row}`] = `=RANK(I${row},I$${first}:I$${end})`;
    });
    for (const letter of ["C", "D", "E", "F"])
      formulas[`${letter}${last + 1}`] = `=AVERAGE(${letter}${FIRST_ROW}:${letter}${last})`;
  }
  for (const [address, value] of Object.entries(faults.cells ?? {})) {
    const cell = parseArea(address);
    const row = cell === null ? undefined : rows[cell.row];
    if (!cell || !row) throw new Error(`not in the sheet: ${address}`);
    row[cell.column] = value;
  }
  const changed = Object.entries({ ...formulas, ...faults.formulas }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return workbookOf(sheetOf(SHEET, rows, { ...faults.extras, formulas: Object.fromEntries(changed) }));
}

/** The right total formula of a row. */
export function totalFormulaAt(row: number): string {
  return `=ROUND(C${row}*0.55+D${row}*0.3+E${row}*0.1+F${row}*0.05+G${row}-H${row},2)`;
}

/** What the check finds in a workbook. */
export function findingsIn(snapshot: Snapshot, scheme: Scheme = anshan2015): Finding[] {
  const recognition = recognise(snapshot, scheme, { defaultYear: 2015 });
  if (recognition === null) throw new Error("nothing was recognised");
  const ranking = rankAssessment(scheme, recognition.assessment);
  return runChecks({ snapshot, recognition, ranking });
}

/** Findings as `code@cell`, such as `total-differs@I7`; without a cell the code alone. */
export function places(findings: readonly Finding[]): string[] {
  return findings.map(({ code, cell }) => (cell === null ? code : `${code}@${cellAddress(cell)}`));
}

/** What the check finds in a sheet with faults, as `code@cell`. */
export function foundWith(faults: Faults): string[] {
  return places(findingsIn(scoreSheet(faults)));
}
