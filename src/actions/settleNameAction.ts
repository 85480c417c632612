import { planSchemeSheet } from "../core/reports/schemeSheet";
import type { Scheme } from "../core/scheme/scheme";
import { SCHEME_MARK } from "../core/scheme/schemeSheet";
import { editsForName, schemeWithName, type NameMeaning } from "../core/scheme/sheet/nameMeaning";
import { storedScheme } from "../core/scheme/sheet/storedScheme";
import type { Plan } from "../core/workbook/plan";
import { sheetMarked, type Snapshot } from "../core/workbook/snapshot";
import type { Action } from "./action";
import { beginStep, failed, isCancelled, prepare, type RunInput } from "./prepare";
import { writeFrom } from "./writeFrom";

/** A name that the roster does not know, and what the clerk says that it means. */
export interface SettleNameInput extends RunInput {
  readonly name: string;
  readonly meaning: NameMeaning;
}

/** Where the name stands now. */
export interface SettleNameOutput {
  /** Name of the sheet 考评方案. */
  readonly sheet: string;
}

/** 加入名册、设为别称: puts a name into the roster on 考评方案, which is made first where the workbook has none. */
export const settleNameAction: Action<SettleNameInput, SettleNameOutput> = {
  id: "settle-name",
  label: "action.settle-name",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    const { snapshot, scheme } = prepared.output;
    const planned = planName(snapshot, scheme, input);
    if (planned === null) {
      const detail = input.meaning.kind === "unit" ? input.meaning.group : input.meaning.unit;
      return { status: "refused", problem: { code: "not-in-roster", detail } };
    }
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const written = await writeFrom(context, snapshot, planned.plan);
    if (!written.ok) return failed(written);
    return { status: "done", output: { sheet: planned.sheet ?? written.value[0]?.name ?? "" } };
  },
};

interface PlannedName {
  readonly plan: Plan;
  /** The sheet that stands there already; null where it is made now. */
  readonly sheet: string | null;
}

function planName(
  snapshot: Snapshot,
  scheme: Scheme,
  { name, meaning }: SettleNameInput,
): PlannedName | null {
  const existing = sheetMarked(snapshot, SCHEME_MARK);
  if (existing && storedScheme(snapshot)?.sheet !== null) {
    const edits = editsForName(existing, name, meaning);
    return edits && { plan: { sheets: [], edits, removals: [] }, sheet: existing.name };
  }
  const extended = schemeWithName(scheme, name, meaning);
  return extended && { plan: { sheets: [planSchemeSheet(extended)], edits: [], removals: [] }, sheet: null };
}
