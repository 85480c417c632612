import { readFile } from "node:fs/promises";
import { runChecks } from "../../src/core/checks/runChecks";
import { rankAssessment } from "../../src/core/ranking/rankAssessment";
import { recognise } from "../../src/core/recognise/recognise";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../../src/core/scheme/scheme";
import type { Snapshot } from "../../src/core/workbook/snapshot";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";
import { processorTime } from "./bench";
import { measureWaits } from "./checkWaits";

// Run by itself, so that times and the process's own peak are what parsing and checking take. Prints one JSON object.
const [file = "", rounds = "1"] = process.argv.slice(2);
const scheme: Scheme = { ...anshan2015, groups: null };

async function parse(): Promise<Snapshot> {
  const opened = await openWorkbook(await readFile(file), "bench.xlsx");
  if (!opened.ok) throw new Error(`The file does not open: ${opened.problem.code}.`);
  return opened.value.snapshot;
}

function check(snapshot: Snapshot): { readonly units: number; readonly findings: number } {
  const recognition = recognise(snapshot, scheme, { defaultYear: 2015 });
  if (recognition === null) throw new Error("Nothing was recognised.");
  const ranking = rankAssessment(scheme, recognition.assessment);
  const findings = runChecks({ snapshot, recognition, ranking });
  return { units: recognition.assessment.units.length, findings: findings.length };
}

const parsing: number[] = [];
const checking: number[] = [];
let found = { units: 0, findings: 0 };
for (let round = 0; round < Number(rounds); round += 1) {
  const start = processorTime();
  const snapshot = await parse();
  const parsed = processorTime();
  found = check(snapshot);
  parsing.push(parsed - start);
  checking.push(processorTime() - parsed);
}
const peak = process.resourceUsage().maxRSS / 1024;
const waits = await measureWaits(await parse(), scheme, Number(rounds));
console.log(JSON.stringify({ ...found, parsing, checking, peak, ...waits }));
