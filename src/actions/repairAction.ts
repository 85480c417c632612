import { KNOWN_VALUES } from "../core/checks/catalogue";
import { readJournal } from "../core/repairs/journal";
import { nextNumber, planRepairs } from "../core/repairs/planRepairs";
import { proposeCorrections, proposeRepairs, type Repair } from "../core/repairs/proposeRepairs";
import { cellKey, type SheetCell } from "../core/workbook/address";
import type { WrittenSheet } from "../workbook/port";
import type { Action } from "./action";
import { formatTime } from "./formatTime";
import { beginStep, failed, isCancelled, prepare, type Prepared, type RunInput } from "./prepare";
import { watchWriting } from "./watchWriting";

/** Which of the proposed repairs the clerk chose, or the cells whose right value he wants written. */
export interface RepairInput extends RunInput {
  readonly cells: readonly SheetCell[];
}

/** The repairs that were made, and the journal that keeps the old values. */
export interface RepairOutput {
  readonly repairs: readonly Repair[];
  /** Null when none of the chosen cells can be repaired any more. */
  readonly journal: WrittenSheet | null;
  /** The repairs' numbers in the journal, by which they can be undone. */
  readonly entries: readonly number[];
}

/** 自动修复: what could be repaired safely, before and after. Writes nothing. */
export const previewRepairsAction: Action<RunInput, readonly Repair[]> = {
  id: "preview-repairs",
  label: "action.preview-repairs",
  async run(context, input) {
    const prepared = await prepare(context, input);
    return prepared.status === "done" ? { status: "done", output: repairsFor(prepared.output) } : prepared;
  },
};

/** 修复: changes the chosen cells, and those only, and writes the old values into the journal. */
export const repairAction: Action<RepairInput, RepairOutput> = {
  id: "repair",
  label: "action.repair",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    await beginStep(context, "composing");
    const wanted = new Set(input.cells.map(placeKey));
    const { snapshot, findings } = prepared.output;
    const offered = [...repairsFor(prepared.output), ...proposeCorrections(snapshot, findings)];
    const chosen = new Map(offered.map((repair) => [placeKey(repair.cell), repair]));
    const repairs = [...chosen.values()].filter(({ cell }) => wanted.has(placeKey(cell)));
    if (repairs.length === 0) return { status: "done", output: { repairs, journal: null, entries: [] } };
    const { translate } = context;
    const before = readJournal(prepared.output.snapshot);
    const plan = planRepairs(repairs, before, translate, {
      madeAt: formatTime(context.now()),
      reason: ({ code }) => translate(`repair.${reasonOf(code)}`),
    });
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const written = await context.port.write(plan, watchWriting(context));
    if (!written.ok) return failed(written);
    const first = nextNumber(before);
    const entries = repairs.map((_repair, index) => first + index);
    return { status: "done", output: { repairs, journal: written.value[0] ?? null, entries } };
  },
};

function repairsFor({ snapshot, recognition, findings }: Prepared): Repair[] {
  return proposeRepairs(snapshot, recognition, findings);
}

function reasonOf(code: Repair["code"]): "name" | "number" | "right" {
  if (KNOWN_VALUES.has(code)) return "right";
  return code === "unit-alias" ? "name" : "number";
}

function placeKey({ sheet, row, column }: SheetCell): string {
  return `${String(cellKey(row, column))} ${sheet}`;
}
