import type { Outcome } from "../port";
import { packArchive } from "./packArchive";
import type { FileWorkbook } from "./fileWorkbook";
import { openWorkbook } from "./openWorkbook";
import { OfficePackage } from "./package";
import { addSheets } from "./planWriter";
import type { SheetContent } from "./workbookEdit";

const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
/**
 * Who made the file. LibreOffice shows the stored texts of formulas that it cannot calculate only in files of
 * programs that it trusts, by how their name begins.
 */
const APPLICATION = "Microsoft Excel Compatible / PERF";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Makes a new workbook file of these sheets, at least one. Their names have to be legal, and unlike each other.
 * `name` is what messages call it.
 */
export async function newWorkbook(
  sheets: readonly SheetContent[],
  name: string,
  dateSystem: "1900" | "1904" = "1900",
): Promise<Outcome<FileWorkbook>> {
  const parts = await addSheets(OfficePackage.open(emptyFile(dateSystem)), sheets);
  return openWorkbook(parts.save(), name);
}

/** A workbook that has no sheets yet, which no host would open. */
function emptyFile(dateSystem: "1900" | "1904"): Uint8Array {
  const properties = dateSystem === "1904" ? '<workbookPr date1904="1"/>' : "";
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml":
      `<Types xmlns="${TYPES}">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/docProps/app.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
    "_rels/.rels":
      `<Relationships xmlns="${LINKS}">` +
      `<Relationship Id="rId1" Type="${OFFICE_LINKS}/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE_LINKS}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    "docProps/app.xml": `<Properties xmlns="${PROPERTIES}"><Application>${APPLICATION}</Application></Properties>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_LINKS}">${properties}<sheets/></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${LINKS}"/>`,
  };
  const encoder = new TextEncoder();
  return packArchive(Object.entries(parts).map(([name, text]) => [name, encoder.encode(DECLARATION + text)]));
}
