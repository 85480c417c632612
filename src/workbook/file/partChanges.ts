import { CONTENT_TYPES, relationshipsName, relativeTarget, treeOf, type OfficePackage } from "./package";
import type { TabIds } from "./planTabs";
import { relationshipsNamespace } from "./workbookEdit";
import type { WorkbookPart } from "./workbookPart";
import { appendInside, applyChanges, childrenOf, escapeXml, prefixOf, type TextChange } from "./xmlTree";

const TRANSITIONAL_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const TRANSITIONAL_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What can be added to a package, by the kind of its link from the workbook part. */
const CONTENT_TYPE_OF = {
  worksheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  styles: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
  sheetMetadata: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml",
} as const;

/** Hosts take no higher number of a sheet. */
const HIGHEST_SHEET_ID = 65_534;

type PartKind = keyof typeof CONTENT_TYPE_OF;

/** The parts of a package as they change, and what holds them together: links and the list of content types. */
export class PartChanges {
  private readonly changes = new Map<string, string | null>();
  private readonly newParts: { readonly name: string; readonly kind: PartKind; readonly linkId: string }[] =
    [];
  private readonly goneLinks = new Set<string>();
  /** Ids are given to all new sheets before their links are made. */
  private readonly givenLinkIds = new Set<string>();
  private readonly givenSheetIds = new Set<number>();
  private newSheets = 0;

  constructor(
    private readonly file: OfficePackage,
    private readonly workbook: WorkbookPart,
  ) {}

  /** An id for a new tab, and one for its link. */
  newIds(): TabIds {
    this.newSheets++;
    return { sheetId: this.newSheetId(), relationshipId: this.newLinkId() };
  }

  /** The number behind the highest one, or where that is beyond what hosts take, the first that is free. */
  private newSheetId(): string {
    const used = new Set(this.workbook.sheets.map(({ element }) => Number(element.attributes["sheetId"])));
    let highest = 0;
    for (const id of used) if (id > highest) highest = id;
    let id = highest + this.newSheets;
    if (id > HIGHEST_SHEET_ID) id = 1;
    while (used.has(id) || this.givenSheetIds.has(id)) id++;
    this.givenSheetIds.add(id);
    return String(id);
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

  /** A part's text as it is now. */
  text(part: string): string {
    return this.changes.get(part) ?? this.file.text(part);
  }

  /** Gives a part a new text. */
  set(part: string, text: string): void {
    this.changes.set(part, text);
  }

  /** A part name beside the workbook part that nothing has yet: `xl/worksheets/perf1.xml`, `perf2.xml`… */
  freeName(stem: string, first: string): string {
    const folder = this.workbook.name.slice(0, this.workbook.name.lastIndexOf("/") + 1);
    for (let number = 1; ; number++) {
      const name = `${folder}${stem}${number === 1 ? first : String(number)}.xml`;
      if (!this.file.has(name) && !this.changes.has(name)) return name;
    }
  }

  /** Adds a part under a free name, with its link from the workbook part. */
  add(name: string, kind: PartKind, linkId: string, text: string): void {
    this.changes.set(name, text);
    this.newParts.push({ name, kind, linkId });
  }

  /** Strict files spell the namespaces otherwise. */
  inDialect(xml: string): string {
    const links = relationshipsNamespace(this.workbook);
    if (links === TRANSITIONAL_LINKS) return xml;
    return xml.replace(TRANSITIONAL_MAIN, STRICT_MAIN).replace(TRANSITIONAL_LINKS, links);
  }

  /** Takes a part away, with its own links and the link to it. */
  drop(part: string, linkId: string): void {
    this.changes.set(part, null);
    this.dropLinksOf(part);
    this.goneLinks.add(linkId);
  }

  /** Takes away what a part links to: a new text of ours links to nothing. */
  dropLinksOf(part: string): void {
    if (this.file.has(relationshipsName(part))) this.changes.set(relationshipsName(part), null);
  }

  /** The package with all changes, its links and content types brought up to date. */
  result(): OfficePackage {
    this.changeLinks();
    if (this.changes.size > 0) this.changeContentTypes();
    return this.file.with(this.changes);
  }

  private changeLinks(): void {
    if (this.newParts.length === 0 && this.goneLinks.size === 0) return;
    const part = relationshipsName(this.workbook.name);
    const source = this.text(part);
    const root = treeOf(source, part);
    const namespace = relationshipsNamespace(this.workbook);
    const gone = childrenOf(root, "Relationship").filter(({ attributes }) =>
      this.goneLinks.has(attributes["Id"] ?? ""),
    );
    const added = this.newParts.map(({ linkId, kind, name }) => {
      const address = escapeXml(relativeTarget(this.workbook.name, name));
      return `<${prefixOf(root)}Relationship Id="${linkId}" Type="${namespace}/${kind}" Target="${address}"/>`;
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
        ({ name, kind }) =>
          `<${prefixOf(root)}Override PartName="/${name}" ContentType="${CONTENT_TYPE_OF[kind]}"/>`,
      )
      .join("");
    if (added !== "") changes.push(appendInside(source, root, added));
    if (changes.length > 0) this.changes.set(CONTENT_TYPES, applyChanges(source, changes));
  }
}
