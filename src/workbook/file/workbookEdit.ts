import { areaAddress, columnLetters, sheetReference, type Area } from "../../core/workbook/address";
import type { SheetPlan } from "../../core/workbook/plan";
import type { SheetMark } from "../../core/workbook/snapshot";
import { encodeMark, MARK_NAME } from "../sheetMark";
import type { SheetEntry, WorkbookPart } from "./workbookPart";
import {
  appendInside,
  applyChanges,
  childOf,
  childrenOf,
  escapeXml,
  prefixOf,
  setAttributes,
  type TextChange,
  type XmlElement,
} from "./xmlTree";

/** A sheet to write whole. One without a mark is nobody's but the clerk's. */
export type SheetContent = Omit<SheetPlan, "mark"> & { readonly mark: SheetMark | null };

/**
 * A tab after the change: one that stays as it is but for its print area, one of ours written in place, or a new
 * one at the end.
 */
export type TabChange =
  | { readonly kind: "keep"; readonly entry: SheetEntry; readonly printArea?: Area }
  | {
      readonly kind: "replace";
      readonly entry: SheetEntry;
      readonly name: string;
      readonly plan: SheetContent;
    }
  | {
      readonly kind: "add";
      readonly name: string;
      readonly sheetId: string;
      readonly relationshipId: string;
      readonly plan: SheetContent;
    };

/**
 * The text of the workbook part with other tabs. Tabs that `tabs` leaves out are taken away, with the names that
 * belong to them; names of sheets behind them move along. `recalculate` makes the host calculate all formulas
 * when it opens the file.
 */
export function changeWorkbookPart(
  source: string,
  workbook: WorkbookPart,
  tabs: readonly TabChange[],
  recalculate: boolean,
): string {
  const changes = [
    ...sheetChanges(source, workbook, tabs),
    ...nameChanges(source, workbook, tabs),
    ...viewChanges(workbook, tabs),
    ...(recalculate ? [recalculation(workbook)] : []),
  ];
  return applyChanges(source, changes);
}

function stateAttribute(plan: SheetContent): string | null {
  return plan.visibility === "visible" ? null : plan.visibility;
}

function sheetChanges(source: string, workbook: WorkbookPart, tabs: readonly TabChange[]): TextChange[] {
  const { root } = workbook;
  const list = childOf(root, "sheets");
  if (!list) return [];
  const changes: TextChange[] = [];
  const kept = new Set<SheetEntry>();
  const namespace = relationshipsNamespace(workbook);
  // The root may give the prefix to something else, or have none for links.
  const declaration = root.attributes["xmlns:r"] === namespace ? "" : ` xmlns:r="${namespace}"`;
  let added = "";
  for (const tab of tabs) {
    if (tab.kind === "add") {
      const state = stateAttribute(tab.plan);
      added +=
        `<${prefixOf(root)}sheet name="${escapeXml(tab.name)}" sheetId="${tab.sheetId}"` +
        `${state === null ? "" : ` state="${state}"`}${declaration} r:id="${tab.relationshipId}"/>`;
    } else {
      kept.add(tab.entry);
      if (tab.kind === "replace") {
        changes.push(setAttributes(tab.entry.element, { name: tab.name, state: stateAttribute(tab.plan) }));
      }
    }
  }
  for (const entry of workbook.sheets) {
    if (!kept.has(entry)) changes.push({ start: entry.element.start, end: entry.element.end, text: "" });
  }
  if (added !== "") changes.push(appendInside(source, list, added));
  return changes;
}

/** The namespace of `r:id`, which strict files spell otherwise: that of the links' own types. */
export function relationshipsNamespace(workbook: WorkbookPart): string {
  const type = workbook.relationships.find((link) => link.kind === "worksheet")?.type;
  return type === undefined
    ? "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    : type.slice(0, type.lastIndexOf("/"));
}

function nameChanges(source: string, workbook: WorkbookPart, tabs: readonly TabChange[]): TextChange[] {
  const { root } = workbook;
  const list = childOf(root, "definedNames");
  const changes: TextChange[] = [];
  for (const element of childrenOf(list, "definedName")) {
    const scope = element.attributes["localSheetId"];
    if (scope === undefined) continue;
    const entry = workbook.sheets[Number(scope)];
    const index = tabs.findIndex((tab) => tab.kind !== "add" && tab.entry === entry);
    const tab = tabs[index];
    const replaced = tab?.kind === "keep" ? tab.printArea && element.attributes["name"] === PRINT_AREA : true;
    if (index < 0 || replaced) {
      changes.push({ start: element.start, end: element.end, text: "" });
    } else if (String(index) !== scope) {
      changes.push(setAttributes(element, { localSheetId: String(index) }));
    }
  }
  const added = tabs
    .map((tab, index) => (tab.kind === "keep" ? keptNames(tab, index, root) : plannedNames(tab, index, root)))
    .join("");
  if (added === "") return changes;
  if (list) return [...changes, appendInside(source, list, added)];
  const before = ["externalReferences", "functionGroups", "sheets"]
    .map((name) => childOf(root, name))
    .find((element) => element !== undefined);
  const place = before?.end ?? root.innerEnd;
  const name = `${prefixOf(root)}definedNames`;
  return [...changes, { start: place, end: place, text: `<${name}>${added}</${name}>` }];
}

/** The names that belong to a sheet of ours: its mark, its print area, its repeated rows. */
function plannedNames(tab: Exclude<TabChange, { kind: "keep" }>, index: number, root: XmlElement): string {
  const { plan, name } = tab;
  const { printArea, repeatRows } = plan.page;
  const names: string[] = [];
  const add = (definedName: string, hidden: boolean, text: string): void => {
    names.push(nameElement(root, index, definedName, hidden, text));
  };
  if (printArea) add(PRINT_AREA, false, sheetReference(name, absoluteAddress(printArea)));
  if (repeatRows) {
    const rows = `$${String(repeatRows[0] + 1)}:$${String(repeatRows[1] + 1)}`;
    add("_xlnm.Print_Titles", false, sheetReference(name, rows));
  }
  if (plan.mark) add(MARK_NAME, true, encodeMark(plan.mark, name).replace(/^=/, ""));
  return names.join("");
}

const PRINT_AREA = "_xlnm.Print_Area";

/** The print area that a sheet gets that stays otherwise as it is. */
function keptNames(tab: Extract<TabChange, { kind: "keep" }>, index: number, root: XmlElement): string {
  if (!tab.printArea) return "";
  const text = sheetReference(tab.entry.name, absoluteAddress(tab.printArea));
  return nameElement(root, index, PRINT_AREA, false, text);
}

function nameElement(root: XmlElement, index: number, name: string, hidden: boolean, text: string): string {
  const tag = `${prefixOf(root)}definedName`;
  const attributes = `name="${name}" localSheetId="${String(index)}"${hidden ? ' hidden="1"' : ""}`;
  return `<${tag} ${attributes}>${escapeXml(text)}</${tag}>`;
}

/** `A1:C9` → `$A$1:$C$9`, also for a single cell, as print areas are written. */
function absoluteAddress(area: Area): string {
  const absolute = (row: number, column: number): string => `$${columnLetters(column)}$${String(row + 1)}`;
  const last = absolute(area.row + area.rowCount - 1, area.column + area.columnCount - 1);
  return areaAddress(area).includes(":") ? `${absolute(area.row, area.column)}:${last}` : last;
}

/** Brings the tab to the front that wants it; else keeps the one that was, wherever it stands now. */
function viewChanges(workbook: WorkbookPart, tabs: readonly TabChange[]): TextChange[] {
  const { root } = workbook;
  const views = childOf(root, "bookViews");
  const view = childOf(views, "workbookView");
  const wanted = tabs.findIndex((tab) => tab.kind !== "keep" && tab.plan.activate === true);
  const before = Number(view?.attributes["activeTab"] ?? 0);
  const moved = tabs.findIndex((tab) => tab.kind !== "add" && tab.entry === workbook.sheets[before]);
  const active = wanted >= 0 ? wanted : Math.max(0, moved);
  if (view) {
    const { firstSheet } = view.attributes;
    const scrolledAway = Number(firstSheet ?? 0) >= tabs.length;
    if (active === before && !scrolledAway) return [];
    const scroll = scrolledAway ? { firstSheet: null } : {};
    return [setAttributes(view, { activeTab: String(active), ...scroll })];
  }
  const list = childOf(root, "sheets");
  if (active === 0 || views || !list) return [];
  const prefix = prefixOf(root);
  const text = `<${prefix}bookViews><${prefix}workbookView activeTab="${String(active)}"/></${prefix}bookViews>`;
  return [{ start: list.start, end: list.start, text }];
}

function recalculation(workbook: WorkbookPart): TextChange {
  const { root } = workbook;
  const settings = childOf(root, "calcPr");
  if (settings) return setAttributes(settings, { fullCalcOnLoad: "1" });
  const before = ["definedNames", "externalReferences", "functionGroups", "sheets"]
    .map((name) => childOf(root, name))
    .find((element) => element !== undefined);
  const place = before?.end ?? root.innerEnd;
  return { start: place, end: place, text: `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>` };
}
