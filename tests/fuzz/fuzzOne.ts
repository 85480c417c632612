import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import type { ActionContext } from "../../src/actions/action";
import { rankingAction } from "../../src/actions/rankingAction";
import type { Snapshot } from "../../src/core/workbook/snapshot";
import { createTranslate } from "../../src/i18n";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";
import { corpus } from "../corpus/corpus";
import { bytesOf } from "../corpus/draft";
import { seededRandom, type Random } from "../corpus/random";

/** How one seed ended. */
export interface FuzzRun {
  readonly seed: number;
  readonly end: "refused" | "ranked" | "not-ranked";
  readonly milliseconds: number;
  /** What no file may do: cells of the clerk's that read otherwise after the ranking was written and saved. */
  readonly changedSheets: readonly string[];
}

const WORKBOOKS = corpus();

/** Ways to spoil a part's text. */
const MUTATIONS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => {
    const start = random.below(text.length);
    return text.slice(0, start) + text.slice(start + random.below(80));
  },
  (text, random) => {
    const start = random.below(text.length);
    const piece = text.slice(start, start + random.below(200));
    return text.slice(0, start) + piece.repeat(1 + random.below(20)) + text.slice(start);
  },
  // Numbers out of any range: styles, rows, formats, counts.
  (text, random) =>
    replaceOne(text, /"\d+"/g, `"${String(random.pick([-1, 0, 65_535, 1e9, 1e21]))}"`, random),
  (text, random) =>
    replaceOne(text, /[A-Z]{1,2}\d+/g, random.pick(["XFD1048576", "A0", "", "AAAA1"]), random),
  (text, random) =>
    replaceOne(text, /<\/?\w+/g, random.pick(["<x", "</x", "<__proto__", "<![CDATA["]), random),
  (text, random) =>
    replaceOne(
      text,
      />[^<]+</g,
      `>${random.pick(["1e400", "#REF!", "=1", "９９", "\u0000", "长".repeat(40_000)])}<`,
      random,
    ),
];

function replaceOne(text: string, pattern: RegExp, by: string, random: Random): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: old } = random.pick(found);
  return text.slice(0, index) + by + text.slice(index + old.length);
}

/** Spoils a workbook of the corpus by a seed, or one in four times leaves it, and ranks it: nothing may throw. */
export async function fuzzOne(seed: number): Promise<FuzzRun> {
  const random = seededRandom(seed);
  const { sheets } = random.pick(WORKBOOKS);
  const bytes = await bytesOf(sheets);
  const spoilt = random.below(4) === 0 ? bytes : mutated(bytes, random);
  const started = performance.now();
  const run = (end: FuzzRun["end"], changedSheets: readonly string[] = []): FuzzRun => ({
    ...{ seed, end, changedSheets },
    milliseconds: performance.now() - started,
  });
  const opened = await openWorkbook(spoilt, "试.xlsx");
  if (!opened.ok) return run("refused");
  const port = opened.value;
  const before = port.snapshot;
  const context: ActionContext = {
    port,
    translate: createTranslate("zh-CN"),
    now: () => new Date(2016, 0, 15),
  };
  const result = await rankingAction.run(context, { totals: "values", schemeFromHeaders: seed % 2 === 0 });
  if (result.status !== "done") return run("not-ranked");
  const saved = await openWorkbook(await port.save(), "存.xlsx");
  return run("ranked", saved.ok ? changedSheets(before, saved.value.snapshot) : ["*"]);
}

function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  const parts: Zippable = unzipSync(bytes);
  for (let count = 1 + random.below(3); count > 0; count--) {
    const name = random.pick(Object.keys(parts));
    const part = parts[name];
    if (!(part instanceof Uint8Array)) continue;
    const text = strFromU8(part);
    parts[name] = strToU8(text === "" ? "" : random.pick(MUTATIONS)(text, random));
  }
  return zipSync(parts, { level: 1 });
}

/** The clerk's sheets whose contents are not what they were. */
function changedSheets(before: Snapshot, after: Snapshot): string[] {
  const contents = ({ sheets }: Snapshot) =>
    new Map(
      sheets
        .filter(({ mark }) => mark === null)
        .map(({ name, area, values, formulas, numberFormats, merges }) => [
          name,
          JSON.stringify([area, values, [...formulas], [...numberFormats], merges]),
        ]),
    );
  const now = contents(after);
  return [...contents(before)].flatMap(([name, content]) => (now.get(name) === content ? [] : [name]));
}
