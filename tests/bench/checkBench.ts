import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Bench } from "./bench";
import { CELLS_A_UNIT, scoreWorkbook } from "./scoreWorkbook";

const CELLS = 1_000_000;
const GROUP_SIZE = 60;
const ROUNDS = 5;

/** Recognising, ranking and checking a large workbook, next to parsing the file that holds it. */
export const checkBench: Bench = {
  name: `check: ${CELLS} cells in groups of ${GROUP_SIZE}`,
  async measure() {
    const folder = await mkdtemp(path.join(tmpdir(), "perf-bench-"));
    try {
      const file = path.join(folder, "bench.xlsx");
      await writeFile(file, scoreWorkbook(CELLS / CELLS_A_UNIT, GROUP_SIZE));
      const { parsing, checking, turns, cancels } = run(file, ROUNDS);
      const times = { parsing: median(parsing), checking: median(checking) };
      return [
        { what: "the .xlsx parsed", value: times.parsing, unit: "ms" },
        { what: "recognised, ranked and checked", value: times.checking, unit: "ms" },
        { what: "ratio", value: times.checking / times.parsing, unit: "×", target: 1 },
        {
          what: "the longest that a click waits while it checks",
          value: median(turns),
          unit: "ms",
          target: 200,
        },
        { what: "from a cancel to the end, at most", value: Math.max(...cancels), unit: "ms", target: 200 },
        {
          what: "memory of a process that does both once",
          value: run(file, 1).peak,
          unit: "MB",
          target: 1024,
        },
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

/** What `checkTimes.ts` prints: milliseconds of each round, megabytes at most. */
interface CheckTimes {
  readonly units: number;
  readonly parsing: readonly number[];
  readonly checking: readonly number[];
  readonly peak: number;
  readonly turns: readonly number[];
  readonly cancels: readonly number[];
}

function run(file: string, rounds: number): CheckTimes {
  const script = path.join(import.meta.dirname, "checkTimes.ts");
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, file, String(rounds)], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(`checkTimes.ts failed: ${stderr}`);
  const times = JSON.parse(stdout) as CheckTimes;
  if (times.units !== CELLS / CELLS_A_UNIT) throw new Error(`Only ${String(times.units)} units were read.`);
  return times;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
