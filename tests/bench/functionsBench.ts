import { decimalOfNumber, decimalToNumber, ZERO } from "../../src/core/numbers/decimal";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { computeTotal, totalFormula } from "../../src/core/scoring/total";
import { createFunctions } from "../../src/functions/functions";
import { associateFunctions } from "../../src/functions/host";
import { createReadArguments } from "../../src/functions/readArguments";
import { functionWords } from "../../src/functions/words";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { createCellKinds } from "../../src/workbook/office/cellKinds";
import { plainUnits, type PlainUnit } from "./assessments";
import { leastTimes, medianTimes, processorTime, type Bench, type Measurement } from "./bench";

const ROWS = 10_000;
const RANKED = 100_000;
const GROUP_SIZE = 60;

/** The functions: next to the core that they wrap, to a function that does nothing, and to themselves at half size. */
export const functionsBench: Bench = {
  name: "functions",
  async measure() {
    const functions = createFunctions({ scheme: anshan2015, translate: functionWords("zh-CN") });
    const units = plainUnits(ROWS, GROUP_SIZE);
    const columns = columnsOf(units);
    const array = leastTimes({ core: () => coreLoop(units), total: () => functions.total(...columns) }, 60);
    const ranked = plainUnits(RANKED, GROUP_SIZE);
    const [totals, groups] = rankColumns(ranked);
    const [halfTotals, halfGroups] = rankColumns(ranked.slice(0, RANKED / 2));
    const ranks = medianTimes(
      {
        half: () => functions.rank(halfTotals, halfGroups, null),
        whole: () => functions.rank(totals, groups, null),
      },
      9,
    );
    return [
      { what: `core loop over ${ROWS} units`, value: array.core, unit: "ms" },
      { what: "one PERF.TOTAL over them", value: array.total, unit: "ms" },
      { what: "ratio", value: array.total / array.core, unit: "×", target: 2 },
      { what: `PERF.RANK of ${RANKED} rows in groups of ${GROUP_SIZE}`, value: ranks.whole, unit: "ms" },
      {
        what: "the same beside half the rows: sorting doubles, comparing pairs would be 4 ×",
        value: ranks.whole / ranks.half,
        unit: "×",
        target: 3,
      },
      ...(await callPath()),
    ];
  },
};

function columnsOf(units: readonly PlainUnit[]) {
  const score = (index: 0 | 1 | 2 | 3) => units.map(({ scores }) => [scores[index]]);
  return [
    score(0),
    score(1),
    score(2),
    score(3),
    units.map(({ bonus }) => [bonus]),
    units.map(({ deduction }) => [deduction]),
  ] as const;
}

function rankColumns(units: readonly PlainUnit[]): [number[][], string[][]] {
  return [units.map(({ scores }) => [scores[0]]), units.map(({ group }) => [`Group ${group}`])];
}

/** What the functions wrap, without them: numbers to exact scores, totals, numbers again. */
function coreLoop(units: readonly PlainUnit[]): number[] {
  const formula = totalFormula(anshan2015);
  return units.map(({ scores, bonus, deduction }) => {
    const result = computeTotal(formula, {
      scores: scores.map(decimalOfNumber),
      bonus: decimalOfNumber(bonus) ?? ZERO,
      deduction: decimalOfNumber(deduction) ?? ZERO,
    });
    return result.kind === "total" ? decimalToNumber(result.total) : Number.NaN;
  });
}

/** Single-cell calls through Office.js and the host emulator, all asked for at once, as a recalculation does. */
async function callPath(): Promise<Measurement[]> {
  const host = officeForNode(new MemoryWorkbook(["Sheet1"]));
  const functions = createFunctions({ scheme: anshan2015, translate: functionWords("zh-CN") });
  const readArguments = createReadArguments(createCellKinds(), () => functionWords("zh-CN"));
  associateFunctions(CustomFunctions, () => Promise.resolve({ functions, readArguments }));
  CustomFunctions.associate("EMPTY", () => [[0]]);
  const cells = [[[92.5]], [[88]], [[90]], [[85.25]], [[2]], [[1]]] as const;
  const timeOf = async (id: string) => {
    const start = processorTime();
    await Promise.all(Array.from({ length: ROWS }, () => host.callFunction(id, cells, "Sheet1!A1")));
    return processorTime() - start;
  };
  // The least of each: whatever comes on top is other work's.
  const least = { EMPTY: Number.POSITIVE_INFINITY, TOTAL: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 9; round += 1) {
    for (const id of ["EMPTY", "TOTAL"] as const) least[id] = Math.min(least[id], await timeOf(id));
  }
  return [
    { what: `${ROWS} single-cell calls of an empty function`, value: least.EMPTY, unit: "ms" },
    { what: `${ROWS} single-cell calls of PERF.TOTAL`, value: least.TOTAL, unit: "ms" },
    { what: "ratio", value: least.TOTAL / least.EMPTY, unit: "×", target: 1.2 },
  ];
}
