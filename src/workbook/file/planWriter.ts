import type { CellPosition } from "../../core/workbook/address";
import {
  isPlannedFormula,
  type CellEdit,
  type FillChange,
  type Plan,
  type PlannedValue,
} from "../../core/workbook/plan";
import type { Snapshot } from "../../core/workbook/snapshot";
import type { Watch, WrittenSheet } from "../port";
import { changeCells, changeResults, styleNumbersOf, type CellChange, type ResultChange } from "./cellEdits";
import { EMPTY_STYLES, changeFills } from "./cellFills";
import { dynamicArrayMetadata } from "./dynamicArrays";
import type { OfficePackage } from "./package";
import { PartChanges } from "./partChanges";
import { plannedSheetXml } from "./plannedSheet";
import { planTabs, type TabIds } from "./planTabs";
import { CancelledError } from "./problems";
import { defaultFontOf, graftNumberFormat, graftStyles } from "./styleGraft";
import { changeWorkbookPart, type SheetContent, type TabChange } from "./workbookEdit";
import { readThemeColors } from "./themeColors";
import { findWorkbookPart, readWorkbookPart, type WorkbookPart } from "./workbookPart";

/** What a package holds, and the highest style number that its cells name. */
export interface StyledSnapshot {
  readonly snapshot: Snapshot;
  readonly highestStyle: number;
}

/** A package with a plan written into it. */
export interface WrittenPackage {
  readonly parts: OfficePackage;
  readonly written: readonly WrittenSheet[];
}

/**
 * Writes a plan into a package: sheets of ours as new parts or in place of their old ones, edits inside the text
 * of the clerk's sheets. Whether it may be written is settled before. Throws `CancelledError` when asked to stop.
 */
export async function applyPlan(
  file: OfficePackage,
  { snapshot, highestStyle }: StyledSnapshot,
  plan: Plan,
  watch?: Watch,
): Promise<WrittenPackage> {
  const name = findWorkbookPart(file);
  if (name === null) throw new Error("a package that was opened has a workbook part");
  const writing = new PlanWriting(file, readWorkbookPart(file, name), highestStyle);
  const tabs = planTabs(writing.workbook, snapshot, plan, () => writing.newIds());
  for (const tab of tabs) {
    if (watch?.signal?.aborted) throw new CancelledError();
    if (tab.kind !== "keep") await writing.writeSheet(tab);
  }
  writing.editCells(plan.edits);
  writing.fillCells(plan.fills ?? []);
  if (plan.sheets.some((sheet) => sheet.activate === true)) writing.deselect(tabs);
  writing.finish(tabs, plan.edits.length > 0);
  const written = plan.sheets.map((sheet) => {
    const tab = tabs.find((candidate) => candidate.kind !== "keep" && candidate.plan === sheet);
    return { name: tab && tab.kind !== "keep" ? tab.name : sheet.name, mark: sheet.mark };
  });
  return { parts: writing.result(), written };
}

/** Adds sheets behind those that a package has. Their names have to be legal, and unlike each other. */
export async function addSheets(
  file: OfficePackage,
  sheets: readonly SheetContent[],
): Promise<OfficePackage> {
  const name = findWorkbookPart(file);
  if (name === null) throw new Error("a package without workbook part takes no sheets");
  // Sheets that are there keep their styles unless one of theirs is missing, which those of ours are not.
  const writing = new PlanWriting(file, readWorkbookPart(file, name), 0);
  const kept = writing.workbook.sheets.map((entry): TabChange => ({ kind: "keep", entry }));
  const added: Exclude<TabChange, { kind: "keep" }>[] = sheets.map((plan) => ({
    kind: "add",
    name: plan.name,
    plan,
    ...writing.newIds(),
  }));
  for (const tab of added) await writing.writeSheet(tab);
  writing.finish([...kept, ...added], false);
  return writing.result();
}

/** A cell to write, whatever stands there, unless that is a formula: others may share it. */
export interface PutCell extends CellPosition {
  readonly value: PlannedValue;
  /** Number format to set with it. */
  readonly numberFormat?: string;
}

/**
 * Writes cells of a sheet, as somebody at the screen would have, and the results that its other formulas came to.
 * Looks stay. `highestStyle` is the highest style number that cells of the workbook name.
 */
export function putCells(
  file: OfficePackage,
  sheet: string,
  cells: readonly PutCell[],
  results: readonly ResultChange[],
  highestStyle: number,
): OfficePackage {
  const name = findWorkbookPart(file);
  if (name === null) throw new Error("a package that was opened has a workbook part");
  const writing = new PlanWriting(file, readWorkbookPart(file, name), highestStyle);
  writing.putCells(sheet, cells, results);
  writing.finish(
    writing.workbook.sheets.map((entry): TabChange => ({ kind: "keep", entry })),
    true,
  );
  return writing.result();
}

/** A plan being written: the parts as they change. */
class PlanWriting {
  private readonly parts: PartChanges;
  private stylesPart: string | null;
  private metadataPart: string | null = null;

  constructor(
    private readonly file: OfficePackage,
    readonly workbook: WorkbookPart,
    private readonly highestStyle: number,
  ) {
    this.parts = new PartChanges(file, workbook);
    this.stylesPart = workbook.styles;
  }

  /** Ids for a new tab. */
  newIds(): TabIds {
    return this.parts.newIds();
  }

  async writeSheet(tab: Exclude<TabChange, { kind: "keep" }>): Promise<void> {
    const styles = this.stylesPart === null ? null : this.parts.text(this.stylesPart);
    const font = styles === null ? { name: "宋体", size: 11 } : defaultFontOf(styles);
    const xml = await plannedSheetXml(tab.plan, font, () => this.dynamicArray());
    const styleNumbers = this.addStyles(styles, xml.styles);
    const worksheet = this.fitted(xml.worksheet, styleNumbers, tab.plan.activate === true);
    if (tab.kind === "replace") {
      this.parts.set(tab.entry.part, worksheet);
      this.parts.dropLinksOf(tab.entry.part);
    } else {
      this.parts.add(this.parts.freeName("worksheets/perf", "1"), "worksheet", tab.relationshipId, worksheet);
    }
  }

  private addStyles(styles: string | null, added: string): readonly number[] {
    if (styles === null) {
      this.stylesPart = this.parts.freeName("styles", "");
      this.parts.add(this.stylesPart, "styles", "rIdPerfStyles", this.parts.inDialect(added));
      return [];
    }
    const grafted = graftStyles(styles, added, this.highestStyle);
    if (this.stylesPart !== null && grafted.text !== styles) this.parts.set(this.stylesPart, grafted.text);
    return grafted.styleNumbers;
  }

  /** A worksheet of the library's, made to fit this workbook: its styles, its dialect, whether it is selected. */
  private fitted(worksheet: string, styleNumbers: readonly number[], selected: boolean): string {
    const restyled = worksheet.replace(/<c r="[A-Z]+[0-9]+"[^>]*>/g, (tag) =>
      tag.replace(
        / s="([0-9]+)"/,
        (_, style: string) => ` s="${String(styleNumbers[Number(style)] ?? style)}"`,
      ),
    );
    const shown = selected ? restyled.replace("<sheetView ", '<sheetView tabSelected="1" ') : restyled;
    return this.parts.inDialect(shown);
  }

  /** Changes the clerk's cells, each sheet's text once. */
  editCells(edits: readonly CellEdit[]): void {
    const bySheet = new Map<string, CellEdit[]>();
    for (const edit of edits) bySheet.set(edit.cell.sheet, [...(bySheet.get(edit.cell.sheet) ?? []), edit]);
    for (const [sheet, own] of bySheet) {
      const entry = this.workbook.sheets.find((candidate) => candidate.name === sheet);
      if (!entry) throw new Error(`an edit's sheet is looked up before: ${sheet}`);
      const source = this.parts.text(entry.part);
      const styles = styleNumbersOf(
        source,
        own.map((edit) => edit.cell),
        entry.part,
      );
      const changes = own.map((edit, index): CellChange => {
        const { row, column } = edit.cell;
        return { row, column, value: edit.value, style: this.editStyle(edit, styles[index] ?? 0) };
      });
      this.parts.set(entry.part, changeCells(source, changes, entry.part));
    }
  }

  /** Changes cells of one sheet, their looks kept, and the results of formulas that stay. */
  putCells(sheet: string, cells: readonly PutCell[], results: readonly ResultChange[]): void {
    const entry = this.workbook.sheets.find((candidate) => candidate.name === sheet);
    if (!entry) throw new Error(`there is no sheet to write to: ${sheet}`);
    const source = this.parts.text(entry.part);
    const styles = styleNumbersOf(source, cells, entry.part);
    const changes = cells.map((cell, index): CellChange => {
      const { row, column, value } = cell;
      const style = this.editStyle(cell, styles[index] ?? 0);
      const dynamic = isPlannedFormula(value) && value.spill !== undefined;
      return { row, column, value, style, ...(dynamic ? { dynamicArray: this.dynamicArray() } : {}) };
    });
    const changed = changeCells(source, changes, entry.part);
    this.parts.set(entry.part, changeResults(changed, results, entry.part));
  }

  /** The number by which cells name the metadata of formulas that may spill; it is added where it is missing. */
  private dynamicArray(): number {
    const link = this.workbook.relationships.find(({ kind }) => kind === "sheetMetadata");
    const standing = link && this.file.has(link.target) ? link.target : null;
    const known = this.metadataPart ?? standing;
    const part = known ?? this.parts.freeName("metadata", "");
    const text = known === null ? null : this.parts.text(known);
    const metadata = dynamicArrayMetadata(text, part);
    if (text === null)
      this.parts.add(part, "sheetMetadata", "rIdPerfMetadata", this.parts.inDialect(metadata.text));
    else if (metadata.text !== text) this.parts.set(part, this.parts.inDialect(metadata.text));
    this.metadataPart = part;
    return metadata.number;
  }

  /** Changes the fills of the clerk's cells, each sheet's text once. */
  fillCells(fills: readonly FillChange[]): void {
    if (fills.length === 0) return;
    if (this.stylesPart === null) this.addStyles(null, EMPTY_STYLES);
    const { stylesPart } = this;
    if (stylesPart === null) throw new Error("a style part was added just now");
    const { styles, worksheets } = changeFills(
      {
        styles: this.parts.text(stylesPart),
        theme: readThemeColors(this.file, this.workbook),
        highestStyle: this.highestStyle,
        worksheet: (sheet) => {
          const entry = this.workbook.sheets.find((candidate) => candidate.name === sheet);
          if (!entry) throw new Error(`a fill's sheet is looked up before: ${sheet}`);
          return { part: entry.part, text: this.parts.text(entry.part) };
        },
      },
      fills,
    );
    this.parts.set(stylesPart, styles);
    for (const { part, text } of worksheets) this.parts.set(part, text);
  }

  private editStyle({ numberFormat }: { readonly numberFormat?: string }, style: number): number | null {
    if (numberFormat === undefined || this.stylesPart === null) return null;
    const grafted = graftNumberFormat(
      this.parts.text(this.stylesPart),
      style,
      numberFormat,
      this.highestStyle,
    );
    this.parts.set(this.stylesPart, grafted.text);
    return grafted.styleNumber;
  }

  /**
   * Takes the selection from the tabs that had it, since tabs selected together are edited together. That one
   * attribute is all that changes in them.
   */
  deselect(tabs: readonly TabChange[]): void {
    for (const tab of tabs) {
      if (tab.kind !== "keep") continue;
      const source = this.parts.text(tab.entry.part);
      const head = source.slice(0, source.search(/<(?:\w+:)?sheetData\b/) + 1 || source.length);
      const deselected = head.replace(/<(?:\w+:)?sheetView\b[^>]*>/g, (tag) =>
        tag.replace(/\stabSelected="(?:1|true)"/, ""),
      );
      if (deselected !== head) this.parts.set(tab.entry.part, deselected + source.slice(head.length));
    }
  }

  /** Writes what holds the parts together: the workbook part, its links, the list of content types. */
  finish(tabs: readonly TabChange[], recalculate: boolean): void {
    const { workbook } = this;
    const changed =
      tabs.some((tab) => tab.kind !== "keep" || tab.printArea) || tabs.length < workbook.sheets.length;
    if (!changed && !recalculate) return;
    this.parts.set(
      workbook.name,
      changeWorkbookPart(this.parts.text(workbook.name), workbook, tabs, recalculate),
    );
    const kept = new Set(tabs.flatMap((tab) => (tab.kind === "add" ? [] : [tab.entry])));
    for (const entry of workbook.sheets)
      if (!kept.has(entry)) this.parts.drop(entry.part, entry.relationshipId);
    // The order of calculation names cells of the sheets that we replace; every host makes it anew.
    const chain = workbook.relationships.find((link) => link.kind === "calcChain");
    if (chain && changed) this.parts.drop(chain.target, chain.id);
  }

  result(): OfficePackage {
    return this.parts.result();
  }
}
