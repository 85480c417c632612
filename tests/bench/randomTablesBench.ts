import { readWorkbook } from "../../src/core/recognise/reading/readTables";
import type { CellValue } from "../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../core/sheets";
import { seededRandom, type Random } from "../corpus/random";
import type { Bench } from "./bench";

const TABLES = 10_000;
const SEED = 20_260;

/** Tables in which no column follows from another: each fact that is found is chance taken for a rule. */
export const randomTablesBench: Bench = {
  name: `random tables: ${TABLES} without any relation`,
  measure() {
    const random = seededRandom(SEED);
    let columns = 0;
    const kinds = new Map<string, number>();
    const start = performance.now();
    for (let table = 0; table < TABLES; table += 1) {
      const rows = randomTable(random);
      columns += rows[0]?.length ?? 0;
      const { sheets } = readWorkbook(workbookOf(sheetOf("表", rows)));
      for (const { kind } of sheets.flatMap((sheet) => sheet.tables).flatMap((one) => one.facts))
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const facts = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    const list = [...kinds].map(([kind, count]) => `${kind} ${String(count)}`).join(", ");
    return Promise.resolve([
      {
        what: `false facts by columns (${String(facts)} in ${String(columns)}: ${list || "none"})`,
        value: (facts / columns) * 1000,
        unit: "‰",
        target: 1,
      },
      { what: "all tables read", value: performance.now() - start, unit: "ms" },
    ]);
  },
};

/** A header and 4 to 60 units with 3 to 12 columns of figures, categories and numbers as offices have them. */
function randomTable(random: Random): CellValue[][] {
  const units = 4 + random.below(57);
  // Good units are good in most things: columns go together without following from one another.
  const ability = Array.from({ length: units }, () => random.below(1000) / 1000);
  const columns = Array.from({ length: 3 + random.below(10) }, () => randomColumn(random, ability));
  return [
    ["名称", ...columns.map((_, index) => `丙${String(index + 1)}项`)],
    ...ability.map((_, row) => [`第${String(row + 1)}家`, ...columns.map((column) => column[row] ?? null)]),
  ];
}

function randomColumn(random: Random, ability: readonly number[]): CellValue[] {
  const each = (make: (skill: number, row: number) => CellValue) => ability.map(make);
  const rounded = (value: number, places: number) => Math.round(value * 10 ** places) / 10 ** places;
  const noise = () => random.below(1_000_000) / 1_000_000;
  const places = random.below(3);
  switch (random.below(9)) {
    case 0:
    case 1:
    case 2:
      return each((skill) => rounded(50 + 25 * skill + 25 * noise(), places));
    case 3:
      return each((skill) => rounded(10 * (0.5 * skill + 0.5 * noise()), places));
    case 4:
      return each(() => random.below(6) * 0.5);
    case 5:
      return each(() => random.below(500));
    case 6:
      return each(() => random.pick(["一类", "二类", "三类"]));
    case 7:
      return drawnLots(random, ability.length);
    default:
      return each(() => 2020 + random.below(4));
  }
}

/** The numbers from 1 on in any order, as lots are drawn for an order of appearance. */
function drawnLots(random: Random, count: number): number[] {
  const lots = Array.from({ length: count }, (_, index) => index + 1);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [lots[last], lots[other]] = [lots[other] ?? 0, lots[last] ?? 0];
  }
  return lots;
}
