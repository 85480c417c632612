import { describe, expect, test } from "@jest/globals";
import { SCENES } from "./scenes";
import { FAULTS, isWell, walk } from "./walk";

/** One in so many runs of the whole walk, which `npm run bench faults` does: it takes minutes. */
const SAMPLE = 12;

describe("a batch that fails leaves the workbook as it was or as asked, and says so in one sentence", () => {
  test.each(SCENES.map((scene, index) => [scene.name, scene, index] as const))(
    "%s",
    async (_, scene, index) => {
      const runs = await walk(scene, FAULTS, (run) => run % SAMPLE === index % SAMPLE);
      expect(runs.length).toBeGreaterThan(0);
      expect(runs.filter((run) => !isWell(run))).toEqual([]);
    },
    120_000,
  );
});
