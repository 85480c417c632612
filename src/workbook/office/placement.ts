import type { Plan, SheetPlan } from "../../core/workbook/plan";
import type { SheetMark } from "../../core/workbook/snapshot";
import { SheetNames } from "../sheetNames";
import { Refusal } from "./problems";
import { UNFINISHED, type StagedSheet } from "./stagedSheet";
import type { MarkedSheet, Survey } from "./survey";
import { markOf } from "./survey";

/** Where the staged sheets go, and which sheets leave. Sheets are named by their ids, so that any context can do it. */
export interface Placement {
  readonly placed: readonly PlacedSheet[];
  /** Sheets of ours that the plan takes away, and what a run that was cut off has left. */
  readonly leaving: readonly LeavingSheet[];
  /** Names that no sheet has or gets. */
  readonly spareNames: SheetNames;
}

export interface PlacedSheet {
  readonly plan: SheetPlan;
  readonly stagedId: string;
  /** The name that it ends up with. */
  readonly name: string;
  /** The old sheet with the same mark, which is written anew; null: the staged sheet itself stays. */
  readonly replaced: { readonly id: string; readonly name: string } | null;
}

export interface LeavingSheet {
  readonly id: string;
  /** Excel does not delete a very hidden sheet. */
  readonly isVeryHidden: boolean;
}

/** Settles names and places. Refuses where a sheet of ours is protected, or the structure of the workbook. */
export function planPlacement(
  survey: Survey,
  marked: readonly MarkedSheet[],
  staged: readonly StagedSheet[],
  plan: Plan,
): Placement {
  const ours = marked.map((one) => ({ ...one, mark: markOf(one) }));
  const find = (mark: SheetMark) =>
    ours.find((one) => one.mark !== null && sameMark(one.mark, mark))?.sheet ?? null;
  const replaced = staged.map(({ plan: { mark } }) => find(mark));
  const removed = plan.removals.map(find);
  const leftOver = ours.filter(({ mark }) => mark?.kind === UNFINISHED).map(({ sheet }) => sheet);
  const staying = new Set(replaced.filter((sheet) => sheet !== null));
  const leaving = new Set([...removed, ...leftOver].filter((sheet) => sheet !== null && !staying.has(sheet)));
  if (survey.structureProtected && leaving.size > 0) {
    throw new Refusal({ code: "structure-protected", detail: "" });
  }
  for (const sheet of [...staying, ...leaving]) {
    if (sheet?.protection.protected) throw new Refusal({ code: "sheet-protected", detail: sheet.name });
  }
  const others = survey.sheets.filter((sheet) => !staying.has(sheet) && !leaving.has(sheet));
  const names = new SheetNames(others.map(({ name }) => name));
  const placed = staged.map(({ plan: sheetPlan, sheet: { id } }, index): PlacedSheet => {
    const old = replaced[index] ?? null;
    return {
      plan: sheetPlan,
      stagedId: id,
      name: names.take(sheetPlan.name),
      replaced: old && { id: old.id, name: old.name },
    };
  });
  return {
    placed,
    leaving: [...leaving]
      .filter((sheet) => sheet !== null)
      .map(({ id, visibility }) => ({ id, isVeryHidden: visibility === Excel.SheetVisibility.veryHidden })),
    spareNames: new SheetNames([...survey.sheets, ...placed].map(({ name }) => name)),
  };
}

function sameMark(one: SheetMark, other: SheetMark): boolean {
  return one.kind === other.kind && one.key === other.key;
}
