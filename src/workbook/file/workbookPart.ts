import type { SheetMark, SheetSnapshot } from "../../core/workbook/snapshot";
import { decodeMark, MARK_NAME } from "../sheetMark";
import { ArchiveError } from "./archive";
import { PartError, type OfficePackage, type Relationship } from "./package";
import { childOf, childrenOf, isTrue, prefixedAttribute, type XmlElement } from "./xmlTree";

/** A tab of the workbook as its workbook part declares it. Chart sheets and the like are tabs too. */
export interface SheetEntry {
  readonly name: string;
  /** Its own number, or where it has none that no other tab has, a text made from its position. */
  readonly sheetId: string;
  readonly relationshipId: string;
  readonly visibility: SheetSnapshot["visibility"];
  /** Name of the part. */
  readonly part: string;
  /** Whether it has cells. */
  readonly isWorksheet: boolean;
  readonly mark: SheetMark | null;
  readonly element: XmlElement;
}

/** What the workbook part says, and where the other parts are. */
export interface WorkbookPart {
  readonly name: string;
  readonly root: XmlElement;
  /** All tabs, in tab order: a sheet-scoped name counts them all. */
  readonly sheets: readonly SheetEntry[];
  readonly dateSystem: "1900" | "1904";
  readonly structureProtected: boolean;
  readonly relationships: readonly Relationship[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** The most tabs: the largest workbooks have some hundreds, and each one is a part to be read by itself. */
const MAXIMUM_SHEETS = 10_000;

/** Name of the workbook part, or null when the package is something else than a workbook. */
export function findWorkbookPart(file: OfficePackage): string | null {
  const link = file.relationships("").find((relationship) => relationship.kind === "officeDocument");
  return link && file.has(link.target) ? link.target : null;
}

/** Reads the workbook part. Throws `PartError` when it or the part of a tab is missing or damaged. */
export function readWorkbookPart(file: OfficePackage, name: string): WorkbookPart {
  const root = file.tree(name);
  const relationships = file.relationships(name);
  const target = (kind: string): string | null =>
    relationships.find((link) => link.kind === kind && file.has(link.target))?.target ?? null;
  return {
    name,
    root,
    sheets: readSheets(file, name, root, relationships),
    dateSystem: isTrue(childOf(root, "workbookPr")?.attributes["date1904"]) ? "1904" : "1900",
    structureProtected: isTrue(childOf(root, "workbookProtection")?.attributes["lockStructure"]),
    relationships,
    sharedStrings: target("sharedStrings"),
    styles: target("styles"),
  };
}

function readSheets(
  file: OfficePackage,
  name: string,
  root: XmlElement,
  relationships: readonly Relationship[],
): readonly SheetEntry[] {
  const elements = childrenOf(childOf(root, "sheets"), "sheet");
  if (elements.length > MAXIMUM_SHEETS) throw new ArchiveError("too-large", name);
  const marks = markTexts(root);
  const links = new Map(relationships.map((link) => [link.id, link]));
  const taken = { names: new Set<string>(), ids: new Set<string>(), parts: new Set<string>() };
  return elements.map((element, index) => {
    const { name: sheetName, sheetId = "", state } = element.attributes;
    const relationshipId = prefixedAttribute(element, "id");
    const link = relationshipId === undefined ? undefined : links.get(relationshipId);
    if (sheetName === undefined || relationshipId === undefined || !link) throw new PartError(name);
    if (!file.has(link.target)) throw new PartError(link.target);
    // Two tabs of one name or part cannot be told apart, and no host opens such a file as it is.
    if (!isNew(taken.names, sheetName.toLowerCase())) throw new PartError(name);
    if (!isNew(taken.parts, link.target)) throw new PartError(link.target);
    const hasOwnId = /^[0-9]{1,10}$/.test(sheetId) && isNew(taken.ids, sheetId);
    const mark = marks.get(String(index));
    return {
      name: sheetName,
      sheetId: hasOwnId ? sheetId : `tab${String(index + 1)}`,
      relationshipId,
      visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
      part: link.target,
      isWorksheet: link.kind === "worksheet",
      mark: mark === undefined ? null : decodeMark(mark, sheetName),
      element,
    };
  });
}

function isNew(taken: Set<string>, text: string): boolean {
  const { size } = taken;
  return taken.add(text).size > size;
}

/** The texts of the names that mark sheets, by the position of their sheet; the first counts. */
function markTexts(root: XmlElement): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { attributes, text } of childrenOf(childOf(root, "definedNames"), "definedName")) {
    const { name, localSheetId } = attributes;
    if (name !== MARK_NAME || localSheetId === undefined || texts.has(localSheetId)) continue;
    texts.set(localSheetId, text);
  }
  return texts;
}
