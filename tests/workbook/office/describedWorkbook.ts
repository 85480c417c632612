import type { Area } from "../../../src/core/workbook/address";
import { parseArea } from "../../../src/core/workbook/address";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import type { MemorySheet } from "../../../src/workbench/emulator/memorySheet";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { MARK_NAME, encodeMark } from "../../../src/workbook/sheetMark";
import type { DescribedCell, DescribedSheet, DescribedWorkbook, SheetLook } from "../portContract";

/** The host emulator's workbook as described. Its formulas know only how to add two whole numbers. */
export function memoryWorkbookOf(described: DescribedWorkbook): MemoryWorkbook {
  const workbook = new MemoryWorkbook(
    described.sheets.map(({ name }) => name),
    { calculate: addition },
  );
  described.sheets.forEach((sheet, index) => {
    const target = workbook.sheets()[index];
    if (target) fillSheet(target, sheet);
  });
  workbook.setStructureProtected(described.structureProtected ?? false);
  return workbook;
}

function addition(formula: string): CellValue {
  const terms = /^=(\d+)\+(\d+)$/.exec(formula);
  return terms ? Number(terms[1]) + Number(terms[2]) : { error: "#NAME?" };
}

function fillSheet(sheet: MemorySheet, described: DescribedSheet): void {
  for (const [address, cell] of Object.entries(described.cells ?? {})) putCell(sheet, areaOf(address), cell);
  for (const [address, format] of Object.entries(described.numberFormats ?? {})) {
    sheet.setNumberFormats(areaOf(address), [[format]]);
  }
  for (const address of described.merges ?? []) sheet.merge(areaOf(address));
  for (const row of described.hiddenRows ?? []) sheet.setRowsHidden(row, 1, true);
  for (const column of described.hiddenColumns ?? []) sheet.setColumnsHidden(column, 1, true);
  for (const { name, area } of described.tables ?? []) sheet.putTable({ name, area: areaOf(area) });
  if (described.filter) sheet.filterRows(areaOf(described.filter.area), described.filter.hiddenRows);
  if (described.mark) {
    const formula = encodeMark(described.mark.mark, described.mark.name);
    sheet.putName({ name: MARK_NAME, formula, isVisible: false });
  }
  if (described.visibility) sheet.setVisibility(described.visibility);
  sheet.setProtected(described.protected ?? false);
}

function putCell(sheet: MemorySheet, area: Area, cell: DescribedCell): void {
  if (typeof cell === "object" && cell !== null && "formula" in cell) {
    sheet.putCalculated(area, cell.formula, cell.value);
  } else sheet.write(area, [[cell]]);
}

/** The area of an address that a test wrote. */
export function areaOf(address: string): Area {
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is not an address.`);
  return area;
}

/** How a sheet of the host emulator's workbook looks. */
export function lookOf(workbook: MemoryWorkbook, name: string): SheetLook {
  const sheet = workbook.sheets().find((one) => one.name() === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  const page = sheet.page();
  return {
    bold: (address) => sheet.styleAt(areaOf(address)).bold ?? false,
    fontSize: (address) => sheet.styleAt(areaOf(address)).fontSize,
    horizontal: (address) => sheet.styleAt(areaOf(address)).horizontal,
    boxed: (address) => Object.values(sheet.bordersAt(areaOf(address))).every((line) => line !== null),
    orientation: page.orientation,
    repeatRows: page.titleRows ?? undefined,
    pagesWide: page.zoom && "pagesWide" in page.zoom ? page.zoom.pagesWide : undefined,
    footer: page.footer,
    topMargin: page.topMargin === undefined ? undefined : (page.topMargin / 72) * 25.4,
    frozenRows: sheet.frozen().rows,
    linkTarget: (address) => sheet.linkAt(areaOf(address))?.documentReference,
  };
}
