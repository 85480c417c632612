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
import { CONTENT_TYPES, relationshipsName, relativeTarget, treeOf, type OfficePackage } from "./package";
import { plannedSheetXml } from "./plannedSheet";
import { planTabs } from "./planTabs";
import { CancelledError } from "./problems";
import { defaultFontOf, graftNumberFormat, graftStyles } from "./styleGraft";
import {
  changeWorkbookPart,
  relationshipsNamespace,
  type SheetContent,
  type TabChange,
} from "./workbookEdit";
import { readThemeColors } from "./themeColors";
import { findWorkbookPart, readWorkbookPart, type WorkbookPart } from "./workbookPart";
import { appendInside, applyChanges, childrenOf, escapeXml, prefixOf, type TextChange } from "./xmlTree";

const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const METADATA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
const TRANSITIONAL_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const TRANSITIONAL_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A package with a plan written into it. */
export interface WrittenPackage {
  readonly parts: OfficePackage;
  readonly written: readonly WrittenSheet[];
}

/**
 * Writes a plan into a package: sheets of ours as new parts or in place of their old ones, edits inside the text
 * of the clerk's sheets. `snapshot` is what the package holds. Whether it may be written is settled before. Throws `CancelledError` when asked to stop.
 */
export async function applyPlan(
  file: OfficePackage,
  snapshot: Snapshot,
  plan: Plan,
  watch?: Watch,
): Promise<WrittenPackage> {
  const name = findWorkbookPart(file);
  if (name === null) throw new Error("a package that was opened has a workbook part");
  const writing = new PlanWriting(file, readWorkbookPart(file, name));
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
  const writing = new PlanWriting(file, readWorkbookPart(file, name));
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
 * Looks stay.
 */
export function putCells(
  file: OfficePackage,
  sheet: string,
  cells: readonly PutCell[],
  results: readonly ResultChange[] = [],
): OfficePackage {
  const name = findWorkbookPart(file);
  if (name === null) throw new Error("a package that was opened has a workbook part");
  const writing = new PlanWriting(file, readWorkbookPart(file, name));
  writing.putCells(sheet, cells, results);
  writing.finish(
    writing.workbook.sheets.map((entry): TabChange => ({ kind: "keep", entry })),
    true,
  );
  return writing.result();
}

/** A plan being written: the parts as they change. */
class PlanWriting {
  private readonly changes = new Map<string, string | null>();
  private readonly newParts: { readonly name: string; readonly contentType: string }[] = [];
  private readonly newLinks: { readonly id: string; readonly kind: string; readonly target: string }[] = [];
  private readonly goneLinks = new Set<string>();
  /** Ids are given to all new sheets before their links are made. */
  private readonly givenLinkIds = new Set<string>();
  private stylesPart: string | null;
  private metadataPart: string | null = null;
  private newSheets = 0;

  constructor(
    private readonly file: OfficePackage,
    readonly workbook: WorkbookPart,
  ) {
    this.stylesPart = workbook.styles;
  }

  /** An id for a new tab, and one for its link. */
  newIds(): { sheetId: string; relationshipId: string } {
    this.newSheets++;
    const highest = Math.max(0, ...this.workbook.sheets.map((sheet) => Number(sheet.sheetId) || 0));
    return { sheetId: String(highest + this.newSheets), relationshipId: this.newLinkId() };
  }

  private newLinkId(): string {
    const used = new Set(this.workbook.relationships.map((link) => link.id));
    for (let number = this.newSheets; ; number++) {
      const id = `rIdPerf${String(number)}`;
      if (used.has(id) || this.givenLinkIds.has(id)) continue;
      this.givenLinkIds.add(id);
      return id;
    }
  }

  private text(part: string): string {
    return this.changes.get(part) ?? this.file.text(part);
  }

  async writeSheet(tab: Exclude<TabChange, { kind: "keep" }>): Promise<void> {
    const styles = this.stylesPart === null ? null : this.text(this.stylesPart);
    const font = styles === null ? { name: "宋体", size: 11 } : defaultFontOf(styles);
    const xml = await plannedSheetXml(tab.plan, font, () => this.dynamicArray());
    const styleNumbers = this.addStyles(styles, xml.styles);
    const part = tab.kind === "replace" ? tab.entry.part : this.newSheetPart(tab.relationshipId);
    this.changes.set(part, this.fitted(xml.worksheet, styleNumbers, tab.plan.activate === true));
    const links = relationshipsName(part);
    if (this.file.has(links)) this.changes.set(links, null);
  }

  private addStyles(styles: string | null, added: string): readonly number[] {
    if (styles === null) {
      this.stylesPart = this.freeName("styles", "");
      this.changes.set(this.stylesPart, this.inDialect(added));
      this.newParts.push({ name: this.stylesPart, contentType: STYLES_TYPE });
      this.newLinks.push({ id: "rIdPerfStyles", kind: "styles", target: this.stylesPart });
      return [];
    }
    const grafted = graftStyles(styles, added);
    if (this.stylesPart !== null && grafted.text !== styles) this.changes.set(this.stylesPart, grafted.text);
    return grafted.styleNumbers;
  }

  private newSheetPart(relationshipId: string): string {
    const name = this.freeName("worksheets/perf", "1");
    this.newParts.push({ name, contentType: WORKSHEET_TYPE });
    this.newLinks.push({ id: relationshipId, kind: "worksheet", target: name });
    return name;
  }

  /** A part name beside the workbook part that nothing has yet: `xl/worksheets/perf1.xml`, `perf2.xml`… */
  private freeName(stem: string, first: string): string {
    const folder = this.workbook.name.slice(0, this.workbook.name.lastIndexOf("/") + 1);
    for (let number = 1; ; number++) {
      const name = `${folder}${stem}${number === 1 ? first : String(number)}.xml`;
      if (!this.file.has(name) && !this.changes.has(name)) return name;
    }
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
    return this.inDialect(shown);
  }

  /** Strict files spell the namespaces otherwise. */
  private inDialect(xml: string): string {
    const links = relationshipsNamespace(this.workbook);
    if (links === TRANSITIONAL_LINKS) return xml;
    return xml.replace(TRANSITIONAL_MAIN, STRICT_MAIN).replace(TRANSITIONAL_LINKS, links);
  }

  /** Changes the clerk's cells, each sheet's text once. */
  editCells(edits: readonly CellEdit[]): void {
    const bySheet = new Map<string, CellEdit[]>();
    for (const edit of edits) bySheet.set(edit.cell.sheet, [...(bySheet.get(edit.cell.sheet) ?? []), edit]);
    for (const [sheet, own] of bySheet) {
      const entry = this.workbook.sheets.find((candidate) => candidate.name === sheet);
      if (!entry) throw new Error(`an edit's sheet is looked up before: ${sheet}`);
      const source = this.text(entry.part);
      const styles = styleNumbersOf(
        source,
        own.map((edit) => edit.cell),
        entry.part,
      );
      const changes = own.map((edit, index): CellChange => {
        const { row, column } = edit.cell;
        return { row, column, value: edit.value, style: this.editStyle(edit, styles[index] ?? 0) };
      });
      this.changes.set(entry.part, changeCells(source, changes, entry.part));
    }
  }

  /** Changes cells of one sheet, their looks kept, and the results of formulas that stay. */
  putCells(sheet: string, cells: readonly PutCell[], results: readonly ResultChange[]): void {
    const entry = this.workbook.sheets.find((candidate) => candidate.name === sheet);
    if (!entry) throw new Error(`there is no sheet to write to: ${sheet}`);
    const source = this.text(entry.part);
    const styles = styleNumbersOf(source, cells, entry.part);
    const changes = cells.map((cell, index): CellChange => {
      const { row, column, value } = cell;
      const style = this.editStyle(cell, styles[index] ?? 0);
      const dynamic = isPlannedFormula(value) && value.spill !== undefined;
      return { row, column, value, style, ...(dynamic ? { dynamicArray: this.dynamicArray() } : {}) };
    });
    const changed = changeCells(source, changes, entry.part);
    this.changes.set(entry.part, changeResults(changed, results, entry.part));
  }

  /** The number by which cells name the metadata of formulas that may spill; it is added where it is missing. */
  private dynamicArray(): number {
    const link = this.workbook.relationships.find(({ kind }) => kind === "sheetMetadata");
    const standing = link && this.file.has(link.target) ? link.target : null;
    this.metadataPart ??= standing ?? this.newMetadataPart();
    const text = this.changes.get(this.metadataPart) ?? (standing === null ? null : this.file.text(standing));
    const metadata = dynamicArrayMetadata(text, this.metadataPart);
    if (metadata.text !== text) this.changes.set(this.metadataPart, this.inDialect(metadata.text));
    return metadata.number;
  }

  private newMetadataPart(): string {
    const name = this.freeName("metadata", "");
    this.newParts.push({ name, contentType: METADATA_TYPE });
    this.newLinks.push({ id: "rIdPerfMetadata", kind: "sheetMetadata", target: name });
    return name;
  }

  /** Changes the fills of the clerk's cells, each sheet's text once. */
  fillCells(fills: readonly FillChange[]): void {
    if (fills.length === 0) return;
    if (this.stylesPart === null) this.addStyles(null, EMPTY_STYLES);
    const { stylesPart } = this;
    if (stylesPart === null) throw new Error("a style part was added just now");
    const { styles, worksheets } = changeFills(
      {
        styles: this.text(stylesPart),
        theme: readThemeColors(this.file, this.workbook),
        worksheet: (sheet) => {
          const entry = this.workbook.sheets.find((candidate) => candidate.name === sheet);
          if (!entry) throw new Error(`a fill's sheet is looked up before: ${sheet}`);
          return { part: entry.part, text: this.text(entry.part) };
        },
      },
      fills,
    );
    this.changes.set(stylesPart, styles);
    for (const { part, text } of worksheets) this.changes.set(part, text);
  }

  private editStyle({ numberFormat }: { readonly numberFormat?: string }, style: number): number | null {
    if (numberFormat === undefined || this.stylesPart === null) return null;
    const grafted = graftNumberFormat(this.text(this.stylesPart), style, numberFormat);
    this.changes.set(this.stylesPart, grafted.text);
    return grafted.styleNumber;
  }

  /**
   * Takes the selection from the tabs that had it, since tabs selected together are edited together. That one
   * attribute is all that changes in them.
   */
  deselect(tabs: readonly TabChange[]): void {
    for (const tab of tabs) {
      if (tab.kind !== "keep") continue;
      const source = this.text(tab.entry.part);
      const head = source.slice(0, source.search(/<(?:\w+:)?sheetData\b/) + 1 || source.length);
      const deselected = head.replace(/(<(?:\w+:)?sheetView\b[^>]*?)\s+tabSelected="(?:1|true)"/g, "$1");
      if (deselected !== head) this.changes.set(tab.entry.part, deselected + source.slice(head.length));
    }
  }

  /** Writes what holds the parts together: the workbook part, its links, the list of content types. */
  finish(tabs: readonly TabChange[], recalculate: boolean): void {
    const { workbook } = this;
    const changed =
      tabs.some((tab) => tab.kind !== "keep" || tab.printArea) || tabs.length < workbook.sheets.length;
    if (!changed && !recalculate) return;
    this.changes.set(
      workbook.name,
      changeWorkbookPart(this.text(workbook.name), workbook, tabs, recalculate),
    );
    const kept = new Set(tabs.flatMap((tab) => (tab.kind === "add" ? [] : [tab.entry])));
    for (const entry of workbook.sheets)
      if (!kept.has(entry)) this.dropPart(entry.part, entry.relationshipId);
    // The order of calculation names cells of the sheets that we replace; every host makes it anew.
    const chain = workbook.relationships.find((link) => link.kind === "calcChain");
    if (chain && changed) this.dropPart(chain.target, chain.id);
    this.changeLinks();
    this.changeContentTypes();
  }

  private dropPart(part: string, linkId: string): void {
    this.changes.set(part, null);
    if (this.file.has(relationshipsName(part))) this.changes.set(relationshipsName(part), null);
    this.goneLinks.add(linkId);
  }

  private changeLinks(): void {
    if (this.newLinks.length === 0 && this.goneLinks.size === 0) return;
    const part = relationshipsName(this.workbook.name);
    const source = this.text(part);
    const root = treeOf(source, part);
    const namespace = relationshipsNamespace(this.workbook);
    const gone = childrenOf(root, "Relationship").filter(({ attributes }) =>
      this.goneLinks.has(attributes["Id"] ?? ""),
    );
    const added = this.newLinks.map(({ id, kind, target }) => {
      const address = escapeXml(relativeTarget(this.workbook.name, target));
      return `<${prefixOf(root)}Relationship Id="${id}" Type="${namespace}/${kind}" Target="${address}"/>`;
    });
    const changes: TextChange[] = gone.map(({ start, end }) => ({ start, end, text: "" }));
    if (added.length > 0) changes.push(appendInside(source, root, added.join("")));
    this.changes.set(part, applyChanges(source, changes));
  }

  private changeContentTypes(): void {
    const source = this.text(CONTENT_TYPES);
    const root = treeOf(source, CONTENT_TYPES);
    const changes: TextChange[] = [];
    for (const { attributes, start, end } of childrenOf(root, "Override")) {
      const part = (attributes["PartName"] ?? "").replace(/^\//, "");
      if (this.changes.get(part) === null) changes.push({ start, end, text: "" });
    }
    const added = this.newParts
      .map(
        ({ name, contentType }) =>
          `<${prefixOf(root)}Override PartName="/${name}" ContentType="${contentType}"/>`,
      )
      .join("");
    if (added !== "") changes.push(appendInside(source, root, added));
    if (changes.length > 0) this.changes.set(CONTENT_TYPES, applyChanges(source, changes));
  }

  result(): OfficePackage {
    return this.file.with(this.changes);
  }
}
