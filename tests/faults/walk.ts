import type { ActionContext, ActionResult } from "../../src/actions/action";
import { createTranslate } from "../../src/i18n";
import type { EmulatedHost } from "../../src/workbench/emulator/emulatedHost";
import type { HostFault } from "../../src/workbench/emulator/hostFault";
import { isSync } from "../../src/workbench/emulator/hostCounts";
import type { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { createOfficePort } from "../../src/workbook/office/officePort";
import type { ProblemCode, WorkbookPort } from "../../src/workbook/port";
import type { Scene } from "./scenes";
import { differences, stateOf } from "./workbookState";

/** What goes wrong with one batch, or from that batch on. */
export interface Fault {
  readonly name: string;
  readonly fault?: HostFault;
  /** Whether every later batch of the action fails, too. */
  readonly lasts?: boolean;
  /** Somebody else changes the workbook just before the batch. */
  readonly change?: (workbook: MemoryWorkbook) => void;
}

const CODES = [
  "GeneralException",
  "AccessDenied",
  "InvalidOperationInCellEditMode",
  "RequestPayloadSizeLimitExceeded",
] as const;

/** Every kind of fault that the walk lets happen. */
export const FAULTS: readonly Fault[] = [
  ...CODES.map((code): Fault => ({ name: code, fault: { code, done: "nothing" } })),
  { name: "stops half-way", fault: { code: "GeneralException", done: "half" } },
  { name: "done, but told as failed", fault: { code: "GeneralException", done: "all" } },
  { name: "fails from then on", fault: { code: "GeneralException", done: "nothing" }, lasts: true },
  {
    name: "cell edited from then on",
    fault: { code: "InvalidOperationInCellEditMode", done: "nothing" },
    lasts: true,
  },
  { name: "half-way, then all fail", fault: { code: "GeneralException", done: "half" }, lasts: true },
  { name: "no answer", fault: { code: null, done: "nothing" } },
  { name: "no answer, half done", fault: { code: null, done: "half" } },
  { name: "no answer, all done", fault: { code: null, done: "all" } },
  { name: "score changed by another", change: changeScore },
  { name: "row inserted by another", change: insertRow },
];

function changeScore(workbook: MemoryWorkbook): void {
  workbook.sheets()[0]?.write({ row: 3, column: 3, rowCount: 1, columnCount: 1 }, [[41.5]]);
}

/** A new row 3, all below moves down, fills too. */
function insertRow(workbook: MemoryWorkbook): void {
  const sheet = workbook.sheets()[0];
  const used = sheet?.usedArea(true);
  if (!sheet || !used) return;
  const top = 2;
  const moved = { ...used, row: top, rowCount: used.row + used.rowCount - top };
  const { values } = sheet.read(moved);
  const fills = values.map((line, row) =>
    line.map((_, column) => sheet.styleAt({ row: top + row, column: used.column + column }).fill ?? ""),
  );
  const blank = Array.from({ length: used.columnCount }, () => null);
  sheet.write({ ...moved, rowCount: moved.rowCount + 1 }, [blank, ...values]);
  fills.forEach((line, row) => {
    line.forEach((fill, column) => {
      const cell = { row: top + row + 1, column: used.column + column, rowCount: 1, columnCount: 1 };
      sheet.setStyle(cell, { fill });
    });
  });
}

/** How a run with a fault ended. */
export interface FaultRun {
  readonly scene: string;
  readonly fault: string;
  /** Which batch of the action failed, counted from one. */
  readonly batch: number;
  readonly batches: number;
  /**
   * `left-over`: only sheets under temporary names are too many. `unfinished`: a batch stopped half-way and Excel took
   * nothing any more; the clerk was told so. Both are put in order by the next action. `behind`: written whole from
   * what was read, while another changed the workbook in the very moment; the clerk was told so.
   */
  readonly workbook: "as-before" | "as-asked" | "left-over" | "unfinished" | "behind" | "between";
  readonly status: ActionResult<unknown>["status"];
  /** The problem that the clerk was told of; null for none. */
  readonly code: ProblemCode | null;
  readonly sentence: string;
  /** Whether the same action done once more has what it would have had. */
  readonly worksOn: boolean;
  /** What is not as it should be, for a message. */
  readonly detail: string;
}

const translate = createTranslate("zh-CN");

interface Stage {
  readonly workbook: MemoryWorkbook;
  readonly host: EmulatedHost;
  readonly port: WorkbookPort;
  readonly act: Awaited<ReturnType<Scene["prepare"]>>;
}

async function stage(scene: Scene): Promise<Stage> {
  const workbook = scene.workbook();
  const host = officeForNode(workbook);
  const port = createOfficePort({ patience: 1 });
  for (const run of scene.before) expectDone(scene, await run(contextOf(port, 9)));
  const act = await scene.prepare(contextOf(port, 9));
  host.resetCounts();
  return { workbook, host, port, act };
}

/** What comes before the action is done at nine o'clock, the action itself at ten: sheets say when they were made. */
function contextOf(port: WorkbookPort, hour: 9 | 10, signal?: AbortSignal): ActionContext {
  return { port, translate, now: () => new Date(2016, 0, 15, hour, 0), ...(signal ? { signal } : {}) };
}

function expectDone({ name }: Scene, result: ActionResult<unknown>): void {
  if (result.status !== "done") throw new Error(`${name}: ${JSON.stringify(result)}`);
}

/** The states that a scene may be in, and how many batches it takes. */
interface Expected {
  readonly before: string;
  readonly once: string;
  readonly twice: string;
  readonly batches: number;
}

async function expected(scene: Scene, change?: (workbook: MemoryWorkbook) => void): Promise<Expected> {
  const { workbook, host, port, act } = await stage(scene);
  change?.(workbook);
  const before = stateOf(workbook);
  const first = await act(contextOf(port, 10));
  // What another has changed may leave nothing that the action could be done to.
  if (!change) expectDone(scene, first);
  const batches = host.counts.syncs;
  const once = stateOf(workbook);
  // Some actions have nothing left to do, or are refused; the state counts.
  await act(contextOf(port, 10));
  return { before, once, twice: stateOf(workbook), batches };
}

/** The states where another changes the workbook just after the action: written in time is as good. */
async function expectedLate(scene: Scene, change: (workbook: MemoryWorkbook) => void): Promise<Expected> {
  const { workbook, port, act } = await stage(scene);
  const before = stateOf(workbook);
  expectDone(scene, await act(contextOf(port, 10)));
  change(workbook);
  const once = stateOf(workbook);
  await act(contextOf(port, 10));
  return { before, once, twice: stateOf(workbook), batches: 0 };
}

/** Lets each batch of an action fail in each of the ways; `wanted` leaves runs out. */
export async function walk(
  scene: Scene,
  faults: readonly Fault[],
  wanted: (index: number) => boolean = () => true,
): Promise<FaultRun[]> {
  const plain = await expected(scene);
  const runs: FaultRun[] = [];
  let index = 0;
  for (const fault of faults) {
    const states = fault.change ? await expected(scene, fault.change) : plain;
    const late = fault.change ? await expectedLate(scene, fault.change) : null;
    for (let batch = 1; batch <= plain.batches; batch++) {
      if (wanted(index++)) runs.push(await runWith(scene, fault, batch, { plain, states, late }));
    }
  }
  return runs;
}

async function runWith(
  scene: Scene,
  fault: Fault,
  batch: number,
  {
    plain,
    states: early,
    late,
  }: { readonly plain: Expected; readonly states: Expected; readonly late: Expected | null },
): Promise<FaultRun> {
  const { workbook, host, port, act } = await stage(scene);
  const stop = new AbortController();
  let count = 0;
  host.failWhen((request) => {
    if (!isSync(request)) return null;
    count += 1;
    if (count !== batch && !(fault.lasts === true && count > batch)) return null;
    if (count === batch) fault.change?.(workbook);
    // The clerk presses 取消 when nothing moves any more.
    if (fault.fault?.code === null) setTimeout(() => stop.abort(), 0);
    return fault.fault ?? null;
  });
  const result = await act(contextOf(port, 10, stop.signal));
  host.failWhen(null);
  const state = stateOf(workbook);
  const states = late !== null && state === late.once && state !== early.before ? late : early;
  const ended = endOf(state, states, result);
  await act(contextOf(port, 10));
  const again = stateOf(workbook);
  const wantedThen = ended === "as-asked" ? states.twice : states.once;
  const worksOn = again === wantedThen || again === states.twice;
  const wrong = ended === "between" ? differences(states.before, state) : [];
  return {
    scene: scene.name,
    fault: fault.name,
    batch,
    batches: plain.batches,
    workbook: ended,
    status: result.status,
    code: result.status === "refused" ? result.problem.code : null,
    sentence: sentenceOf(result),
    worksOn,
    detail: [...wrong, ...(worksOn ? [] : ["then", ...differences(wantedThen, again)])].slice(0, 8).join(" "),
  };
}

function endOf(
  state: string,
  { before, once }: Expected,
  result: ActionResult<unknown>,
): FaultRun["workbook"] {
  if (state === once && (result.status === "done" || once !== before)) return "as-asked";
  if (state === before) return "as-before";
  const kept = withoutTemporary(state);
  if (kept === before || kept === once) return "left-over";
  const told = result.status === "refused" ? result.problem.code : null;
  if (told === "changed-while-writing") return "behind";
  return told === "writing-unfinished" ? "unfinished" : "between";
}

function withoutTemporary(state: string): string {
  const sheets = JSON.parse(state) as { readonly name: string }[];
  return JSON.stringify(sheets.filter(({ name }) => !name.startsWith("~PERF")));
}

/** The one sentence that the clerk reads; empty where all was done or the clerk cancelled. */
function sentenceOf(result: ActionResult<unknown>): string {
  if (result.status !== "refused") return "";
  const { code, detail } = result.problem;
  return translate(`problem.${code}`, { detail });
}

/** Whether a sentence is one that a clerk understands: short, one line, no words of a programmer's. */
function isClear(sentence: string): boolean {
  const foreign = sentence.replaceAll(/Excel|PERF|MB/g, "");
  return sentence === "" || (/^[^\n]{6,80}$/.test(sentence) && !/[A-Za-z_]{3,}|\{|undefined/.test(foreign));
}

/** Whether a run ended as every run has to. */
export function isWell({ workbook, status, code, sentence, worksOn, fault }: FaultRun): boolean {
  const lasts = FAULTS.some(({ name, lasts: isLasting }) => name === fault && isLasting === true);
  const isUndone =
    workbook === "as-before" ||
    workbook === "behind" ||
    code === "changed-while-writing" ||
    (lasts && (workbook === "left-over" || workbook === "unfinished"));
  const stateWell = status === "done" ? workbook === "as-asked" : isUndone;
  return stateWell && worksOn && isClear(sentence) && (status !== "refused" || sentence !== "");
}
