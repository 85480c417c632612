import type { RoleCorrections } from "../core/recognise/columns/tableColumns";
import { readWorkbookInSteps } from "../core/recognise/reading/readTables";
import { proposeSchemeInSteps } from "../core/recognise/proposeScheme";
import { planRoleSheet, storedCorrections } from "../core/recognise/roleSheet";
import { planSchemeSheet } from "../core/reports/schemeSheet";
import type { Scheme } from "../core/scheme/scheme";
import { schemeForNextYear } from "../core/scheme/sheet/carryOver";
import { storedScheme, withSchemeSheet } from "../core/scheme/sheet/storedScheme";
import type { Steps } from "../core/steps";
import type { Snapshot } from "../core/workbook/snapshot";
import type { Outcome } from "../workbook/port";
import type { Action, ActionContext } from "./action";
import { breathe } from "./breathe";
import { describeStoredScheme } from "./describeSchemeProblem";
import { beginStep, failed, isCancelled } from "./prepare";
import { writeFrom } from "./writeFrom";

/** The file that the clerk chose. */
export interface CarryOverInput {
  readonly fileName: string;
  /** Its bytes, read when they are wanted. */
  readonly read: () => Promise<Uint8Array>;
}

/** What came over from last year's workbook, and the sheet that has it now. */
export interface CarryOverOutput {
  readonly scheme: Scheme;
  readonly sheet: string;
  /** How many columns have their use from last year. */
  readonly roleCount: number;
}

/** What a workbook of last year holds for this year. */
export interface CarriedOver {
  readonly scheme: Scheme;
  /** The clerk's own uses of columns. */
  readonly roles: RoleCorrections;
}

/**
 * 从去年的工作簿带入: takes scheme, roster and the clerk's column roles from a file and puts them into the workbook,
 * the scheme on its sheet 考评方案. Where the workbook has one already, nothing is written.
 */
export const carryOverAction: Action<CarryOverInput, CarryOverOutput> = {
  id: "carry-over",
  label: "action.carry-over",
  async run(context, { fileName, read }) {
    await beginStep(context, "reading");
    // Loaded only when a file is chosen.
    const { readWorkbookFile } = await import("../workbook/file/readWorkbookFile");
    const opened = await readWorkbookFile(await read(), fileName);
    if (!opened.ok) return failed(opened);
    const taken = await breathe(context, carriedOver(context, opened.value));
    if (taken.status !== "done") return taken;
    if (!taken.output.ok) return failed(taken.output);
    const watch = context.signal ? { signal: context.signal } : {};
    const here = await context.port.read(watch);
    if (!here.ok) return failed(here);
    const stored = storedScheme(withSchemeSheet(here.value));
    if (stored !== null && stored.sheet !== null) {
      return { status: "refused", problem: { code: "scheme-sheet-exists", detail: stored.sheet } };
    }
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const { scheme, roles } = taken.output.value;
    const sheets = [
      { ...planSchemeSheet(scheme), activate: true },
      ...(roles.size === 0 ? [] : [planRoleSheet(roles)]),
    ];
    const written = await writeFrom(context, here.value, { sheets, edits: [], removals: [] });
    if (!written.ok) return failed(written);
    const sheet = written.value[0]?.name ?? "";
    return { status: "done", output: { scheme, sheet, roleCount: roles.size } };
  },
};

/** What last year's workbook holds: the scheme that it keeps, else the one that its headers make. */
function* carriedOver(context: ActionContext, file: Snapshot): Steps<Outcome<CarriedOver>> {
  const snapshot = withSchemeSheet(file);
  const stored = storedScheme(snapshot);
  if (stored !== null && stored.scheme === null) {
    const detail = describeStoredScheme(context.translate, stored);
    return { ok: false, problem: { code: "scheme-refused", detail } };
  }
  const kept =
    stored?.scheme ?? (yield* proposeSchemeInSteps(yield* readWorkbookInSteps(snapshot)))?.scheme ?? null;
  if (kept === null) return { ok: false, problem: { code: "no-scheme-in-headers", detail: "" } };
  const scheme = schemeForNextYear(kept);
  return { ok: true, value: { scheme, roles: storedCorrections(snapshot, scheme) } };
}
