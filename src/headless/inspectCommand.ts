import { basename } from "node:path";
import { findRelations } from "../core/facts/relations/findRelations";
import { readWorkbook } from "../core/recognise/reading/readTables";
import type { Snapshot } from "../core/workbook/snapshot";
import type { Translate } from "../i18n";
import { openWorkbook } from "../workbook/file/openWorkbook";
import { readInput } from "./files";
import { inspectResult, type InspectOptions } from "./inspectResult";
import { inspectLines } from "./inspectLines";

/** Workbooks to inspect. */
export interface InspectTask extends InspectOptions {
  readonly files: readonly string[];
  readonly json: boolean;
}

/** Where the answers go. */
export interface InspectTerminal {
  readonly print: (text: string) => void;
  readonly tell: (text: string) => void;
}

/**
 * Reads workbooks one after the other and prints what each says: with `json` a line of data each, else lines to read.
 * A file that cannot be read is told, and the others are read all the same. Gives whether all were read.
 */
export async function performInspect(
  task: InspectTask,
  terminal: InspectTerminal,
  translate: Translate,
): Promise<boolean> {
  let all = true;
  for (const path of task.files) {
    const snapshot = await snapshotOf(path, translate);
    if (!snapshot.ok) {
      all = false;
      terminal.tell(`${snapshot.line}\n`);
      continue;
    }
    const reading = readWorkbook(snapshot.value);
    if (!task.json) {
      terminal.print(`${inspectLines(basename(path), reading, translate).join("\n")}\n`);
      continue;
    }
    const [first] = reading.sheets;
    const relations = task.relations && first ? findRelations(first.sheet) : null;
    const result = inspectResult(basename(path), reading, relations, task, translate);
    terminal.print(`${JSON.stringify(result)}\n`);
  }
  return all;
}

type SnapshotOutcome =
  { readonly ok: true; readonly value: Snapshot } | { readonly ok: false; readonly line: string };

async function snapshotOf(path: string, translate: Translate): Promise<SnapshotOutcome> {
  const bytes = await readInput(path);
  if (!bytes.ok) return { ok: false, line: translate(bytes.message.key, bytes.message.parameters) };
  const opened = await openWorkbook(bytes.value, basename(path));
  const read = opened.ok ? await opened.value.read({}) : opened;
  if (read.ok) return read;
  const sentence = translate(`problem.${read.problem.code}`, { detail: read.problem.detail });
  return { ok: false, line: sentence.includes(basename(path)) ? sentence : `${basename(path)}: ${sentence}` };
}
