import type { SheetMark, SheetSnapshot } from "../../core/workbook/snapshot";
import { decodeMark, MARK_NAME } from "../sheetMark";
import { PartError, type OfficePackage, type Relationship } from "./package";
import { childOf, childrenOf, isTrue, prefixedAttribute, type XmlElement } from "./xmlTree";

/** A tab of the workbook as its workbook part declares it. Chart sheets and the like are tabs too. */
export interface SheetEntry {
  readonly name: string;
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
  const names = childrenOf(childOf(root, "definedNames"), "definedName");
  return childrenOf(childOf(root, "sheets"), "sheet").map((element, index) => {
    const { name: sheetName, sheetId, state } = element.attributes;
    const relationshipId = prefixedAttribute(element, "id");
    const link = relationships.find((relationship) => relationship.id === relationshipId);
    if (sheetName === undefined || relationshipId === undefined || !link) throw new PartError(name);
    if (!file.has(link.target)) throw new PartError(link.target);
    return {
      name: sheetName,
      sheetId: sheetId ?? String(index + 1),
      relationshipId,
      visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
      part: link.target,
      isWorksheet: link.kind === "worksheet",
      mark: markOf(names, index, sheetName),
      element,
    };
  });
}

function markOf(names: readonly XmlElement[], index: number, sheetName: string): SheetMark | null {
  const own = names.find(
    ({ attributes }) => attributes["name"] === MARK_NAME && attributes["localSheetId"] === String(index),
  );
  return own ? decodeMark(own.text, sheetName) : null;
}
