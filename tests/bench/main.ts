import type { Bench, Measurement } from "./bench";
import { bundleBench } from "./bundleBench";
import { checkBench } from "./checkBench";
import { corpusBench } from "./corpusBench";
import { functionsBench } from "./functionsBench";
import { nativeFormulasBench } from "./nativeFormulasBench";
import { noticesBench } from "./noticesBench";
import { randomTablesBench } from "./randomTablesBench";
import { rankingBench } from "./rankingBench";

const benches: readonly Bench[] = [
  rankingBench,
  checkBench,
  functionsBench,
  nativeFormulasBench,
  bundleBench,
  corpusBench,
  randomTablesBench,
  noticesBench,
];

function lineOf({ what, value, unit, target }: Measurement): string {
  const shown = `${value.toFixed(unit === "×" ? 2 : 1)} ${unit}`;
  const promise =
    target === undefined ? "" : `   target at most ${target} ${unit}${value > target ? "  MISSED" : ""}`;
  return `  ${what.padEnd(74)} ${shown.padStart(10)}${promise}`;
}

const [wanted] = process.argv.slice(2);
for (const bench of benches) {
  if (wanted !== undefined && !bench.name.includes(wanted)) continue;
  console.log(bench.name);
  for (const measurement of await bench.measure()) console.log(lineOf(measurement));
}
