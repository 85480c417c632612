import { strToU8, zipSync } from "fflate";

/** A worksheet as XML text for a workbook made by hand. */
export interface SheetText {
  readonly name: string;
  /** Everything inside `<worksheet>`; a `<sheetData>` around `rows` when only those are given. */
  readonly xml?: string;
  readonly rows?: string;
  readonly state?: string;
}

/** A workbook made by hand: for what no library writes. */
export interface WorkbookText {
  readonly sheets: readonly SheetText[];
  /** Inside `<workbook>`, before `<sheets>`. */
  readonly before?: string;
  /** Inside `<workbook>`, after `<sheets>`. */
  readonly after?: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Further parts by name, or other contents for those above. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Further links of the workbook part. */
  readonly links?: string;
  /** Further entries of `[Content_Types].xml`. */
  readonly types?: string;
  readonly strict?: boolean;
}

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook made by hand. */
export function workbookParts(text: WorkbookText): Record<string, Uint8Array> {
  const main = text.strict ? STRICT_MAIN : MAIN;
  const links = text.strict ? STRICT_LINKS : LINKS;
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
      text.sheets
        .map((_, index) => {
          const part = `/xl/worksheets/sheet${String(index + 1)}.xml`;
          return `<Override PartName="${part}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`;
        })
        .join("") +
      (text.styles === undefined
        ? ""
        : `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>`) +
      (text.sharedStrings === undefined
        ? ""
        : `<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPE}.sharedStrings+xml"/>`) +
      `${text.types ?? ""}</Types>`,
    "_rels/.rels":
      `${HEAD}<Relationships xmlns="${PACKAGE_LINKS}">` +
      `<Relationship Id="rId1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${main}" xmlns:r="${links}">${text.before ?? ""}<sheets>` +
      text.sheets
        .map(({ name, state }, index) => {
          const number = String(index + 1);
          const shown = state === undefined ? "" : ` state="${state}"`;
          return `<sheet name="${name}" sheetId="${number}"${shown} r:id="rId${number}"/>`;
        })
        .join("") +
      `</sheets>${text.after ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels":
      `${HEAD}<Relationships xmlns="${PACKAGE_LINKS}">` +
      text.sheets
        .map((_, index) => {
          const number = String(index + 1);
          return `<Relationship Id="rId${number}" Type="${links}/worksheet" Target="worksheets/sheet${number}.xml"/>`;
        })
        .join("") +
      (text.styles === undefined
        ? ""
        : `<Relationship Id="rIdStyles" Type="${links}/styles" Target="styles.xml"/>`) +
      (text.sharedStrings === undefined
        ? ""
        : `<Relationship Id="rIdStrings" Type="${links}/sharedStrings" Target="/xl/sharedStrings.xml"/>`) +
      `${text.links ?? ""}</Relationships>`,
  };
  text.sheets.forEach(({ xml, rows }, index) => {
    parts[`xl/worksheets/sheet${String(index + 1)}.xml`] =
      `${HEAD}<worksheet xmlns="${main}" xmlns:r="${links}">` +
      `${xml ?? `<sheetData>${rows ?? ""}</sheetData>`}</worksheet>`;
  });
  if (text.styles !== undefined) parts["xl/styles.xml"] = `${HEAD}${text.styles}`;
  if (text.sharedStrings !== undefined) {
    parts["xl/sharedStrings.xml"] = `${HEAD}<sst xmlns="${main}">${text.sharedStrings}</sst>`;
  }
  Object.assign(parts, text.parts);
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
  );
}

/** The bytes of a workbook made by hand. */
export function workbookBytes(text: WorkbookText): Uint8Array {
  return zipSync(workbookParts(text));
}

/** A style part with the given number formats, each used by the cell style of its position, from 1 on. */
export function stylesWith(...formats: readonly string[]): string {
  const numFmts = formats
    .map((format, index) => `<numFmt numFmtId="${String(164 + index)}" formatCode="${format}"/>`)
    .join("");
  const styles = formats
    .map(
      (_, index) =>
        `<xf numFmtId="${String(164 + index)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    )
    .join("");
  return (
    `<styleSheet xmlns="${MAIN}"><numFmts count="${String(formats.length)}">${numFmts}</numFmts>` +
    `<fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${String(formats.length + 1)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${styles}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}
