import { cellAddress, parseArea, type CellPosition } from "../../../src/core/workbook/address";
import { isCellError, type CellValue } from "../../../src/core/workbook/snapshot";
import { encodeMark, MARK_NAME } from "../../../src/workbook/sheetMark";
import type { DescribedCell, DescribedSheet, DescribedWorkbook } from "../portContract";
import { LINKS, MAIN, stylesWith, workbookBytes } from "./workbookText";

/** The bytes of a workbook that the contract suite describes. */
export function describedBytes(workbook: DescribedWorkbook): Uint8Array {
  const formats = [...new Set(workbook.sheets.flatMap((sheet) => Object.values(sheet.numberFormats ?? {})))];
  const parts: Record<string, string> = {};
  let tables = 0;
  workbook.sheets.forEach((sheet, index) => {
    const links = (sheet.tables ?? []).map(({ name, area }) => {
      const number = String(++tables);
      parts[`xl/tables/table${number}.xml`] =
        `<table xmlns="${MAIN}" id="${number}" name="${name}" displayName="${name}" ref="${area}"/>`;
      return `<Relationship Id="rId${number}" Type="${LINKS}/table" Target="../tables/table${number}.xml"/>`;
    });
    if (links.length > 0) {
      parts[`xl/worksheets/_rels/sheet${String(index + 1)}.xml.rels`] =
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`;
    }
  });
  return workbookBytes({
    ...(workbook.structureProtected ? { before: '<workbookProtection lockStructure="1"/>' } : {}),
    after: definedNames(workbook.sheets),
    styles: stylesWith(...formats.map(escaped)),
    sheets: workbook.sheets.map((sheet) => ({
      name: escaped(sheet.name),
      xml: sheetXml(sheet, formats),
      ...(sheet.visibility === undefined ? {} : { state: sheet.visibility }),
    })),
    parts,
  });
}

function definedNames(sheets: readonly DescribedSheet[]): string {
  const names = sheets.map(({ mark }, index) => {
    if (!mark) return "";
    const text = escaped(encodeMark(mark.mark, mark.name).slice(1));
    return `<definedName name="${MARK_NAME}" localSheetId="${String(index)}" hidden="1">${text}</definedName>`;
  });
  return `<definedNames>${names.join("")}</definedNames>`;
}

function sheetXml(sheet: DescribedSheet, formats: readonly string[]): string {
  const columns = (sheet.hiddenColumns ?? []).map((column) => {
    const number = String(column + 1);
    return `<col min="${number}" max="${number}" width="9" hidden="1"/>`;
  });
  const merges = (sheet.merges ?? []).map((area) => `<mergeCell ref="${area}"/>`).join("");
  return (
    (columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`) +
    `<sheetData>${rowsXml(sheet, formats)}</sheetData>` +
    (sheet.protected ? '<sheetProtection sheet="1"/>' : "") +
    (sheet.filter
      ? `<autoFilter ref="${sheet.filter.area}"><filterColumn colId="0"><filters><filter val="甲"/></filters></filterColumn></autoFilter>`
      : "") +
    (merges === "" ? "" : `<mergeCells>${merges}</mergeCells>`)
  );
}

function rowsXml(sheet: DescribedSheet, formats: readonly string[]): string {
  const hidden = new Set([...(sheet.hiddenRows ?? []), ...(sheet.filter?.hiddenRows ?? [])]);
  const cells = Object.entries(sheet.cells ?? {}).map(([address, cell]) => ({ at: at(address), cell }));
  const rows = new Set([...hidden, ...cells.map(({ at: { row } }) => row)]);
  return [...rows]
    .sort((a, b) => a - b)
    .map((row) => {
      const own = cells
        .filter(({ at: place }) => place.row === row)
        .sort((a, b) => a.at.column - b.at.column);
      const content = own.map(({ at: place, cell }) => {
        const format = sheet.numberFormats?.[cellAddress(place)];
        return cellXml(place, cell, format === undefined ? 0 : formats.indexOf(format) + 1);
      });
      return `<row r="${String(row + 1)}"${hidden.has(row) ? ' hidden="1"' : ""}>${content.join("")}</row>`;
    })
    .join("");
}

function at(address: string): CellPosition {
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is not an address`);
  return { row: area.row, column: area.column };
}

function cellXml(place: CellPosition, cell: DescribedCell, style: number): string {
  const start = `<c r="${cellAddress(place)}" s="${String(style)}"`;
  if (typeof cell === "object" && cell !== null && "formula" in cell) {
    const { kind, text } = stored(cell.value);
    return `${start} t="${kind}"><f>${escaped(cell.formula.slice(1))}</f><v>${text}</v></c>`;
  }
  if (typeof cell === "string") return `${start} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  const { kind, text } = stored(cell);
  return `${start} t="${kind}"><v>${text}</v></c>`;
}

function stored(value: CellValue): { kind: string; text: string } {
  if (typeof value === "string") return { kind: "str", text: escaped(value) };
  if (typeof value === "boolean") return { kind: "b", text: value ? "1" : "0" };
  if (isCellError(value)) return { kind: "e", text: value.error };
  return { kind: "n", text: value === null ? "" : String(value) };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
