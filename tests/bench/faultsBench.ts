import { SCENES } from "../faults/scenes";
import { FAULTS, isWell, walk, type FaultRun } from "../faults/walk";
import type { Bench, Measurement } from "./bench";

/**
 * Lets every batch of every action fail in every way and prints the matrix: a line for each action, a column for each
 * fault, in it how many runs ended as before, as asked, otherwise but told and put in order by the next action, and
 * wrong.
 */
export const faultsBench: Bench = {
  name: "faults",
  async measure() {
    const runs: FaultRun[] = [];
    FAULTS.forEach(({ name }, index) => {
      console.log(`  ${String(index + 1).padStart(2)} ${name}`);
    });
    console.log(
      `  ${"as before/as asked/told/wrong".padEnd(30)}${FAULTS.map((_, index) => column(String(index + 1))).join("")}`,
    );
    for (const scene of SCENES) {
      const own = await walk(scene, FAULTS);
      const cells = FAULTS.map(({ name }) => column(summary(own.filter(({ fault }) => fault === name))));
      console.log(`  ${scene.name.padEnd(30)}${cells.join("")}`);
      runs.push(...own);
    }
    const wrong = runs.filter((run) => !isWell(run));
    for (const run of wrong) console.log(`  WRONG ${JSON.stringify(run)}`);
    const measurements: Measurement[] = [
      {
        what: `of ${String(runs.length)} runs with a fault end otherwise than they have to`,
        ...share(wrong, runs),
        target: 0,
      },
    ];
    return measurements;
  },
};

function column(text: string): string {
  return text.padStart(10);
}

function summary(runs: readonly FaultRun[]): string {
  const wrong = runs.filter((run) => !isWell(run)).length;
  const count = (...ends: FaultRun["workbook"][]) =>
    runs.filter((run) => isWell(run) && ends.includes(run.workbook)).length;
  return [count("as-before"), count("as-asked"), count("left-over", "unfinished", "behind"), wrong].join("/");
}

function share(some: readonly unknown[], all: readonly unknown[]) {
  return { value: (100 * some.length) / Math.max(1, all.length), unit: "%" } as const;
}
