import { spawnSync } from "node:child_process";
import path from "node:path";
import { rankAssessment } from "../../src/core/ranking/rankAssessment";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { assessmentOf, plainUnits } from "./assessments";
import { bareRanking } from "./bareRanking";
import { medianTimes, type Bench } from "./bench";

const UNITS = 100_000;
const GROUP_SIZE = 60;

/** Scoring and ranking, exact, next to what plain doubles take. */
export const rankingBench: Bench = {
  name: `ranking: ${UNITS} units in groups of ${GROUP_SIZE}`,
  measure() {
    const units = plainUnits(UNITS, GROUP_SIZE);
    const assessment = assessmentOf(units);
    const times = medianTimes(
      { bare: () => bareRanking(units), exact: () => rankAssessment(anshan2015, assessment) },
      9,
    );
    return Promise.resolve([
      { what: "bare loop of doubles and sort", value: times.bare, unit: "ms" },
      { what: "scored and ranked exactly", value: times.exact, unit: "ms" },
      { what: "ratio", value: times.exact / times.bare, unit: "×", target: 5 },
      {
        what: "memory that the units and their ranking take at most",
        value: peakMemory(UNITS) - peakMemory(0),
        unit: "MB",
        target: 200,
      },
    ]);
  },
};

/** Peak memory in megabytes of a process of its own that makes that many units, scores and ranks them. */
function peakMemory(units: number): number {
  const script = path.join(import.meta.dirname, "rankingMemory.ts");
  const parameters = ["--import", "tsx", script, `${units}`, `${GROUP_SIZE}`];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  const kilobytes = Number(stdout);
  if (stdout === "" || !Number.isFinite(kilobytes)) throw new Error(`rankingMemory.ts failed: ${stderr}`);
  return kilobytes / 1024;
}
