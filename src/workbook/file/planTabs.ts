import { sheetReference } from "../../core/workbook/address";
import type { Plan, SheetPlan } from "../../core/workbook/plan";
import type { SheetMark, Snapshot } from "../../core/workbook/snapshot";
import { SheetNames } from "../sheetNames";
import type { TabChange } from "./workbookEdit";
import type { SheetEntry, WorkbookPart } from "./workbookPart";
import { childOf, childrenOf } from "./xmlTree";

/** Ids for a new tab. */
export interface TabIds {
  readonly sheetId: string;
  readonly relationshipId: string;
}

/**
 * Which tab each planned sheet gets: that of the old one with the same mark, or a new one at the end. An old one
 * that a formula of the clerk's refers to keeps its name, whatever the plan calls it: a file with a reference to a
 * sheet that is not there is damaged.
 */
export function planTabs(
  workbook: WorkbookPart,
  snapshot: Snapshot,
  plan: Plan,
  newIds: () => TabIds,
): readonly TabChange[] {
  const planned = new Map(plan.sheets.map((sheet) => [markKey(sheet.mark), sheet]));
  const removed = new Set(plan.removals.map(markKey));
  const replaced = new Map<SheetEntry, SheetPlan>();
  const kept: SheetEntry[] = [];
  for (const entry of workbook.sheets) {
    const key = entry.mark === null ? null : markKey(entry.mark);
    const sheet = key === null ? undefined : planned.get(key);
    if (sheet && key !== null) {
      replaced.set(entry, sheet);
      planned.delete(key);
    } else if (key === null || !removed.has(key)) {
      kept.push(entry);
    }
  }
  const names = new SheetNames(kept.map((entry) => entry.name));
  const tabs = workbook.sheets.flatMap((entry): TabChange[] => {
    const sheet = replaced.get(entry);
    if (sheet) {
      const wanted = isReferredTo(entry.name, workbook, snapshot) ? entry.name : sheet.name;
      return [{ kind: "replace", entry, name: names.take(wanted, entry.name), plan: sheet }];
    }
    return kept.includes(entry) ? [keptTab(entry, plan)] : [];
  });
  const added = [...planned.values()].map((sheet): TabChange => ({
    kind: "add",
    name: names.take(sheet.name),
    plan: sheet,
    ...newIds(),
  }));
  return [...tabs, ...added];
}

/** A tab that stays, with the print area that it gets. */
function keptTab(entry: SheetEntry, { printAreas = [] }: Plan): TabChange {
  const planned = printAreas.find(({ sheet }) => sheet === entry.name);
  return planned ? { kind: "keep", entry, printArea: planned.area } : { kind: "keep", entry };
}

/** Whether a formula of another sheet, or a name of the whole workbook, refers to a sheet. */
function isReferredTo(name: string, workbook: WorkbookPart, snapshot: Snapshot): boolean {
  const wanted = [`${name}!`, sheetReference(name, "")].map((text) => text.toLowerCase());
  const refers = (formula: string): boolean => {
    const text = formula.toLowerCase();
    return wanted.some((reference) => text.includes(reference));
  };
  const names = childrenOf(childOf(workbook.root, "definedNames"), "definedName");
  return (
    names.some((element) => element.attributes["localSheetId"] === undefined && refers(element.text)) ||
    snapshot.sheets.some((sheet) => sheet.name !== name && [...sheet.formulas.values()].some(refers))
  );
}

function markKey(mark: SheetMark): string {
  return JSON.stringify([mark.kind, mark.key]);
}
