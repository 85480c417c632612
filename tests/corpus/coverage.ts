import type { CorpusWorkbook } from "./corpusWorkbook";

/** How many workbooks show each oddity, and how many have each family of fault. */
export function coverageOf(workbooks: readonly CorpusWorkbook[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { oddities, faults } of workbooks) {
    for (const what of new Set([...oddities, ...faults.map(({ family }) => family)])) {
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
  }
  return counts;
}
