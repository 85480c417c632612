import {
  writeXlsx,
  type Cell,
  type DataValidation,
  type PageSetup as FilePageSetup,
  type WriteSheet,
} from "hucre";
import { absoluteAddress, areaAddress, cellAddress, sheetReference } from "../../core/workbook/address";
import {
  isPlannedFormula,
  isWordList,
  type PageSetup,
  type PlannedDropDown,
  type PlannedValue,
  type SheetPlan,
} from "../../core/workbook/plan";
import { isCellError } from "../../core/workbook/snapshot";
import { listArchive, unpackWhole } from "./archive";
import { encodeCellText } from "./cellText";
import { storedFormula } from "./formulaText";
import { storedError } from "./storedResult";
import { libraryKey, plannedStyles, type DefaultFont } from "./plannedStyle";

/** A sheet of ours as XML, beside the style part that its style numbers refer to. */
export interface SheetXml {
  readonly worksheet: string;
  readonly styles: string;
}

const MILLIMETRES_PER_INCH = 25.4;
/** What Excel adds to a width in characters for the margins of the cell, at its default font. */
const WIDTH_PADDING = 0.7109375;

/**
 * Makes the XML of a planned sheet. Its print area and repeated rows are not in it: those are defined names.
 * `dynamicArray` gives the cell metadata for formulas that spill, asked for only where there is one.
 */
export async function plannedSheetXml(
  plan: Omit<SheetPlan, "mark">,
  defaultFont: DefaultFont,
  dynamicArray: () => number,
): Promise<SheetXml> {
  const sheet = librarySheet(plan, defaultFont);
  const bytes = await writeXlsx({ sheets: [sheet], stringMode: "inline" });
  const parts = new Map(listArchive(bytes).map((entry) => [entry.name, entry]));
  const text = (name: string): string => {
    const entry = parts.get(name);
    if (!entry) throw new Error(`the library wrote no ${name}`);
    return new TextDecoder().decode(unpackWhole(entry));
  };
  return {
    worksheet: withDynamicArrays(corrected(text("xl/worksheets/sheet1.xml"), plan), plan, dynamicArray),
    styles: text("xl/styles.xml"),
  };
}

function librarySheet(plan: Omit<SheetPlan, "mark">, defaultFont: DefaultFont): WriteSheet {
  const styles = plannedStyles(plan, defaultFont);
  const cells = new Map<string, Partial<Cell>>();
  plan.cells.forEach((values, row) => {
    values.forEach((value, column) => {
      if (value !== null) cells.set(libraryKey(row, column), libraryCell(value));
    });
  });
  for (const [key, style] of styles) cells.set(key, { value: null, ...cells.get(key), style });
  for (const { cell, target, tip } of plan.links) {
    const key = libraryKey(cell.row, cell.column);
    const location = sheetReference(target.sheet, cellAddress(target));
    cells.set(key, { value: null, ...cells.get(key), hyperlink: { target: "", location, tooltip: tip } });
  }
  const { page } = plan;
  return {
    // The name is in the workbook part, which is ours to write.
    name: "Sheet1",
    rows: rowsFor(plan, cells),
    cells,
    merges: plan.merges.map((area) => ({
      startRow: area.row,
      startCol: area.column,
      endRow: area.row + area.rowCount - 1,
      endCol: area.column + area.columnCount - 1,
    })),
    columns: plan.columnWidths.map((width) => ({ width: width + WIDTH_PADDING })),
    rowDefs: new Map([...plan.rowHeights].map(([row, height]) => [row, { height }])),
    ...(plan.frozenRows ? { freezePane: { rows: plan.frozenRows } } : {}),
    ...(plan.dropDowns ? { dataValidations: plan.dropDowns.map(libraryDropDown) } : {}),
    pageSetup: libraryPage(page),
    headerFooter: {
      ...(page.header === undefined ? {} : { oddHeader: page.header }),
      ...(page.footer === undefined ? {} : { oddFooter: page.footer }),
    },
    rowBreaks: (page.breaksBefore ?? []).filter((row) => row > 0).map((row) => row - 1),
  };
}

function libraryDropDown({ area, choices }: PlannedDropDown): DataValidation {
  return {
    type: "list",
    range: areaAddress(area),
    allowBlank: true,
    showErrorMessage: true,
    ...(isWordList(choices) ? { values: [...choices] } : { formula1: absoluteAddress(choices) }),
  };
}

function libraryCell(value: Exclude<PlannedValue, null>): Partial<Cell> {
  if (!isPlannedFormula(value)) {
    return { value: typeof value === "string" ? encodeCellText(value) : value };
  }
  const given = isCellError(value.value) ? storedError(value.value.error) : value.value;
  const result = typeof given === "string" ? encodeCellText(given) : given;
  if (value.formula === "") return { value: result };
  return { formula: storedFormula(value.formula.replace(/^=/, "")), value: result, formulaResult: result };
}

/** Rows enough for every cell that has a value, a style, a link or a height: the library writes no others. */
function rowsFor(plan: Omit<SheetPlan, "mark">, cells: ReadonlyMap<string, unknown>): null[][] {
  let rowCount = plan.cells.length;
  for (const key of cells.keys()) rowCount = Math.max(rowCount, Number(key.slice(0, key.indexOf(","))) + 1);
  for (const row of plan.rowHeights.keys()) rowCount = Math.max(rowCount, row + 1);
  return Array.from({ length: rowCount }, () => []);
}

function libraryPage(page: PageSetup): FilePageSetup {
  const { margins } = page;
  return {
    paperSize: page.paper,
    orientation: page.orientation,
    margins: {
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      right: inches(margins.right),
      header: inches(margins.header),
      footer: inches(margins.footer),
    },
    ...(page.fitWidth ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
    ...(page.centerHorizontally ? { horizontalCentered: true } : {}),
  };
}

function inches(millimetres: number): number {
  return millimetres / MILLIMETRES_PER_INCH;
}

/** Formulas that fill more than their own cell, stored as such: the library knows no other than plain ones. */
function withDynamicArrays(
  worksheet: string,
  plan: Omit<SheetPlan, "mark">,
  dynamicArray: () => number,
): string {
  const references = new Map<string, string>();
  plan.cells.forEach((values, row) => {
    values.forEach((value, column) => {
      if (!isPlannedFormula(value) || value.spill === undefined) return;
      const area = { row, column, ...value.spill };
      references.set(cellAddress(area), areaAddress(area));
    });
  });
  if (references.size === 0) return worksheet;
  const number = String(dynamicArray());
  return worksheet.replace(/<c r="([A-Z]+[0-9]+)"([^>]*)><f>/g, (cell, address: string, rest: string) => {
    const reference = references.get(address);
    return reference === undefined
      ? cell
      : `<c r="${address}"${rest} cm="${number}"><f t="array" ref="${reference}">`;
  });
}

/**
 * Puts right what the library leaves out: the number of the first page; a text that reads like an error is a text;
 * texts keep their leading and trailing spaces; an error, a formula's result or alone, is an error, not a text that
 * looks like one.
 */
function corrected(worksheet: string, plan: Omit<SheetPlan, "mark">): string {
  const errors = new Set<string>();
  plan.cells.forEach((values, row) => {
    values.forEach((value, column) => {
      if (isPlannedFormula(value) && isCellError(value.value)) errors.add(cellAddress({ row, column }));
    });
  });
  const { firstPageNumber } = plan.page;
  const numbered =
    firstPageNumber === undefined
      ? worksheet
      : worksheet.replace(
          "<pageSetup ",
          `<pageSetup firstPageNumber="${String(firstPageNumber)}" useFirstPageNumber="1" `,
        );
  return numbered
    .replace(
      /<c r="([A-Z]+[0-9]+)"([^>]*) t="e"([^>]*)><v>([^<]*)<\/v>/g,
      (cell, address: string, style: string, rest: string, text: string) =>
        errors.has(address) ? cell : `<c r="${address}"${style} t="inlineStr"${rest}><is><t>${text}</t></is>`,
    )
    .replaceAll("<t>", '<t xml:space="preserve">')
    .replace(/<c r="([A-Z]+[0-9]+)"([^>]*) t="str">/g, (cell, address: string, style: string) =>
      errors.has(address) ? `<c r="${address}"${style} t="e">` : cell,
    );
}
