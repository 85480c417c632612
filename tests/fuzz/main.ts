import { fuzzOne } from "./fuzzOne";

/** `npm run fuzz -- 13000 1`: so many workbooks, from this seed on. Prints what went wrong, by seed. */
const [count = 13_000, first = 1] = process.argv.slice(2).map(Number);
const SLOW_MILLISECONDS = 10_000;

const ends = new Map<string, number>();
let wrong = 0;
for (let seed = first; seed < first + count; seed++) {
  try {
    const { end, milliseconds, changedSheets } = await fuzzOne(seed);
    ends.set(end, (ends.get(end) ?? 0) + 1);
    if (milliseconds <= SLOW_MILLISECONDS && changedSheets.length === 0) continue;
    wrong++;
    console.log(
      `seed ${String(seed)}: ${milliseconds.toFixed(0)} ms, changed: ${changedSheets.join(", ") || "nothing"}`,
    );
  } catch (error) {
    wrong++;
    console.log(
      `seed ${String(seed)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
console.log(
  `${String(count)} workbooks: ${JSON.stringify(Object.fromEntries(ends))}, ${String(wrong)} went wrong`,
);
process.exitCode = wrong === 0 ? 0 : 1;
