import type { Area } from "../../../core/workbook/address";
import { contains, MAXIMUM_COLUMNS, MAXIMUM_ROWS } from "../../../core/workbook/address";
import { bounding, intersection } from "../../../core/workbook/areas";
import { takeInput, valueType, wireValue } from "../excelInput";
import { HostError, invalidArgument, itemNotFound } from "../hostError";
import type { ClassModel, HostObject, PropertyModel } from "../hostObject";
import { HostObject as HostObjectClass, hostObject } from "../hostObject";
import type { HostInput, HostLink } from "../hostWorkbook";
import type { RangeTarget, SheetTarget } from "./context";
import {
  booleanValue,
  numberParameter,
  oneOf,
  requireAlive,
  requireUnlocked,
  textParameter,
} from "./context";
import { lines } from "./areas";
import { copyRange } from "./copyRange";
import { dataValidationObject } from "./dataValidationModel";
import { rangeAreasObject } from "./rangeAreasModel";
import { fullAddress, parseRangeAddress } from "./rangeAddress";
import { rangeFormatObject } from "./rangeFormatModel";
import { worksheetObject } from "./worksheetModel";

/** The range of an area. */
export function rangeObject(target: SheetTarget, area: Area): HostObject {
  const inside =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rowCount > 0 &&
    area.columnCount > 0 &&
    area.row + area.rowCount <= MAXIMUM_ROWS &&
    area.column + area.columnCount <= MAXIMUM_COLUMNS;
  if (!inside) throw invalidArgument("The range lies outside of the sheet.");
  return hostObject(rangeModel, { context: target.context, sheet: target.sheet, area });
}

/** The used range, or null on an empty sheet. */
export function usedRange(target: SheetTarget, valuesOnly: unknown, within?: Area): HostObject | null {
  const used = target.sheet.usedArea(valuesOnly === true);
  const area = used && within ? intersection(used, within) : used;
  return area ? rangeObject(target, area) : null;
}

/** The used range, or A1 on an empty sheet, as Excel gives it. */
export function usedRangeOrCorner(target: SheetTarget, valuesOnly: unknown): HostObject {
  return (
    usedRange(target, valuesOnly) ?? rangeObject(target, { row: 0, column: 0, rowCount: 1, columnCount: 1 })
  );
}

function readOnly(get: (target: RangeTarget) => unknown): PropertyModel<RangeTarget> {
  return { get };
}

const rangeModel: ClassModel<RangeTarget> = {
  name: "Range",
  isReferenced: true,
  properties: {
    Address: readOnly((target) => fullAddress(target.sheet.name(), target.area)),
    RowIndex: readOnly(({ area }) => area.row),
    ColumnIndex: readOnly(({ area }) => area.column),
    RowCount: readOnly(({ area }) => area.rowCount),
    ColumnCount: readOnly(({ area }) => area.columnCount),
    CellCount: readOnly(({ area }) => area.rowCount * area.columnCount),
    Values: { get: readValues, set: writeContents },
    Formulas: { get: readFormulas, set: writeContents },
    ValueTypes: readOnly(readValueTypes),
    NumberFormat: {
      get: (target) => {
        requireSmall(target);
        return target.sheet.numberFormats(target.area);
      },
      set: writeNumberFormats,
    },
    RowHidden: {
      get: ({ sheet, area }) =>
        uniform(lines(area.row, area.rowCount).map((row) => sheet.hiddenRows().has(row))),
      set: (target, value) => {
        requireUnlocked(target);
        target.sheet.setRowsHidden(target.area.row, target.area.rowCount, booleanValue(value));
      },
    },
    ColumnHidden: {
      get: ({ sheet, area }) =>
        uniform(lines(area.column, area.columnCount).map((column) => sheet.hiddenColumns().has(column))),
      set: (target, value) => {
        requireUnlocked(target);
        target.sheet.setColumnsHidden(target.area.column, target.area.columnCount, booleanValue(value));
      },
    },
    Hyperlink: { get: ({ sheet, area }) => sheet.linkAt(area), set: writeLink },
  },
  objects: {
    DataValidation: (target) => dataValidationObject(target),
    Format: (target) => rangeFormatObject(target),
    Worksheet: (target) => worksheetObject(target.context, target.sheet),
  },
  methods: {
    GetCell: ({ area, ...target }, parameters) =>
      rangeObject(target, {
        row: area.row + numberParameter(parameters, 0),
        column: area.column + numberParameter(parameters, 1),
        rowCount: 1,
        columnCount: 1,
      }),
    GetRow: ({ area, ...target }, parameters) =>
      rangeObject(target, { ...area, row: area.row + numberParameter(parameters, 0), rowCount: 1 }),
    GetColumn: ({ area, ...target }, parameters) =>
      rangeObject(target, { ...area, column: area.column + numberParameter(parameters, 0), columnCount: 1 }),
    GetEntireRow: ({ area, ...target }) =>
      rangeObject(target, { ...area, column: 0, columnCount: MAXIMUM_COLUMNS }),
    GetEntireColumn: ({ area, ...target }) =>
      rangeObject(target, { ...area, row: 0, rowCount: MAXIMUM_ROWS }),
    GetResizedRange: ({ area, ...target }, parameters) =>
      rangeObject(target, {
        ...area,
        rowCount: area.rowCount + numberParameter(parameters, 0),
        columnCount: area.columnCount + numberParameter(parameters, 1),
      }),
    GetOffsetRange: ({ area, ...target }, parameters) =>
      rangeObject(target, {
        ...area,
        row: area.row + numberParameter(parameters, 0),
        column: area.column + numberParameter(parameters, 1),
      }),
    GetBoundingRect: (target, parameters) =>
      rangeObject(target, bounding(target.area, rangeArea(parameters[0]))),
    GetUsedRangeOrNullObject: (target, parameters) => usedRange(target, parameters[0], target.area),
    GetMergedAreasOrNullObject: mergedAreas,
    GetRowProperties: ({ sheet, area }, parameters) =>
      linesWanted(
        parameters[0],
        ["rowHidden", "rowIndex"],
        "getRowProperties",
        lines(area.row, area.rowCount),
        {
          rowHidden: (row) => sheet.hiddenRows().has(row),
          rowIndex: (row) => row,
        },
      ),
    GetColumnProperties: ({ sheet, area }, parameters) =>
      linesWanted(
        parameters[0],
        ["columnHidden", "columnIndex"],
        "getColumnProperties",
        lines(area.column, area.columnCount),
        { columnHidden: (column) => sheet.hiddenColumns().has(column), columnIndex: (column) => column },
      ),
    Merge: (target, parameters) => {
      requireUnlocked(target);
      if (parameters[0] !== true) target.sheet.merge(target.area);
      else
        for (const row of lines(target.area.row, target.area.rowCount)) {
          target.sheet.merge({ ...target.area, row, rowCount: 1 });
        }
    },
    Unmerge: (target) => {
      requireUnlocked(target);
      target.sheet.unmerge(target.area);
    },
    CopyFrom: (target, parameters) => {
      requireUnlocked(target);
      copyRange(target, parameters);
    },
    Clear: (target, [applyTo]) => clearRange(target, applyTo ?? "All"),
    Select: (target) => {
      requireAlive(target);
      if (target.sheet.visibility() !== "visible")
        throw invalidArgument("A hidden sheet cannot be selected.");
      target.context.workbook.select(target.sheet.id, target.area);
    },
    _ValidateArraySize: ({ area }, parameters) => {
      if (
        numberParameter(parameters, 0) !== area.rowCount ||
        numberParameter(parameters, 1) !== area.columnCount
      ) {
        throw wrongSize(area);
      }
    },
  },
};

/** Excel fails above this number (documentation of the method). */
const MOST_MERGED_AREAS = 512;

/**
 * Only merged areas whose first cell lies in the range come back (issue 3611 of OfficeDev/office-js). With too many the
 * documentation says no more than that it fails: by an error or with nothing, as the host is told.
 */
function mergedAreas(target: RangeTarget): HostObject | null {
  const merges = target.sheet.merges().filter((merge) => contains(target.area, merge));
  if (merges.length <= MOST_MERGED_AREAS) {
    return merges.length === 0 ? null : rangeAreasObject(target, merges);
  }
  if (target.context.tooManyMerges === "null") return null;
  throw new HostError("GeneralException", "There was an internal error while processing the request.");
}

function clearRange(target: RangeTarget, applyTo: unknown): void {
  requireUnlocked(target);
  const { sheet, area } = target;
  const what = oneOf(applyTo, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"]);
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") {
    for (const row of lines(area.row, area.rowCount)) {
      for (const column of lines(area.column, area.columnCount)) {
        if (sheet.linkAt({ row, column })) sheet.setLink({ row, column }, null);
      }
    }
    return;
  }
  if (what !== "Contents") sheet.unmerge(area);
  sheet.clear(area, ({ All: "all", Formats: "formats", Contents: "contents" } as const)[what]);
}

/** The area of a parameter that may be a range object or an address. */
export function rangeArea(parameter: unknown): Area {
  if (parameter instanceof HostObjectClass && parameter.model === (rangeModel as unknown)) {
    return (parameter.target as RangeTarget).area;
  }
  return parseRangeAddress(textParameter([parameter], 0));
}

/** Excel reads at most five million cells at once. */
function requireSmall({ area }: RangeTarget): void {
  if (area.rowCount * area.columnCount > 5_000_000) {
    throw new HostError(
      "ResponsePayloadSizeLimitExceeded",
      "The response payload size has exceeded the limit.",
    );
  }
}

function readCells(target: RangeTarget) {
  requireAlive(target);
  requireSmall(target);
  return target.sheet.read(target.area);
}

function readValues(target: RangeTarget): unknown {
  return readCells(target).values.map((row) => row.map(wireValue));
}

/** A cell with a formula is never of the kind "Empty", calculated or not. */
function readValueTypes(target: RangeTarget): unknown {
  const { values, formulas } = readCells(target);
  return values.map((row, rowOffset) =>
    row.map((value, columnOffset) =>
      value === null && typeof formulas[rowOffset]?.[columnOffset] === "string" ? "Double" : valueType(value),
    ),
  );
}

function readFormulas(target: RangeTarget): unknown {
  const { values, formulas } = readCells(target);
  return formulas.map((row, rowOffset) =>
    row.map((formula, columnOffset) => formula ?? wireValue(values[rowOffset]?.[columnOffset] ?? null)),
  );
}

function writeContents(target: RangeTarget, value: unknown): void {
  requireUnlocked(target);
  const { sheet, area } = target;
  const rows = filledRows(value, area);
  const formats = sheet.numberFormats(area);
  const newFormats: (string | undefined)[][] = [];
  const inputs: HostInput[][] = rows.map((row, rowOffset) => {
    const formatRow: (string | undefined)[] = [];
    newFormats.push(formatRow);
    return row.map((cell, columnOffset) => {
      const format = formats[rowOffset]?.[columnOffset] ?? "General";
      const taken = takeInput(cell, format);
      formatRow.push(format === "General" ? taken.numberFormat : undefined);
      return taken.input;
    });
  });
  sheet.write(area, inputs);
  if (newFormats.some((row) => row.some((format) => format !== undefined)))
    sheet.setNumberFormats(area, newFormats);
}

function writeNumberFormats(target: RangeTarget, value: unknown): void {
  requireUnlocked(target);
  const rows = filledRows(value, target.area).map((row) =>
    row.map((format) => {
      if (format === null) return undefined;
      if (typeof format !== "string" || format === "")
        throw invalidArgument("A number format has to be a text.");
      return format;
    }),
  );
  target.sheet.setNumberFormats(target.area, rows);
}

/** Rows of the area's size: one value fills the whole area, an array has to fit exactly. */
function filledRows(value: unknown, area: Area): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) {
    return Array.from({ length: area.rowCount }, () => Array.from({ length: area.columnCount }, () => value));
  }
  const rows: readonly unknown[] = value;
  const fits =
    rows.length === area.rowCount &&
    rows.every((row) => Array.isArray(row) && row.length === area.columnCount);
  if (!fits) throw wrongSize(area);
  // Checked just above: every row is an array.
  return rows as readonly (readonly unknown[])[];
}

function wrongSize(area: Area): HostError {
  return invalidArgument(
    `The number of rows or columns in the input array doesn't match the size of the range (${String(area.rowCount)} × ${String(area.columnCount)}).`,
  );
}

function writeLink(target: RangeTarget, value: unknown): void {
  requireUnlocked(target);
  if (typeof value !== "object" || value === null) throw invalidArgument("A hyperlink has to be an object.");
  const known = ["documentReference", "address", "screenTip", "textToDisplay"];
  const strange = Object.keys(value).find((key) => !known.includes(key));
  if (strange !== undefined) throw invalidArgument(`A hyperlink has no ${strange}.`);
  const link = value as HostLink & { readonly textToDisplay?: string };
  const { sheet, area } = target;
  const { textToDisplay, ...kept } = link;
  for (const row of lines(area.row, area.rowCount)) {
    for (const column of lines(area.column, area.columnCount)) sheet.setLink({ row, column }, kept);
  }
  if (textToDisplay !== undefined) {
    sheet.write({ ...area, rowCount: 1, columnCount: 1 }, [[textToDisplay]]);
  }
  sheet.setStyle(area, { underline: true, fontColor: "#0563C1" });
}

/** One object for each row or column with the properties that were asked for. */
function linesWanted(
  options: unknown,
  known: readonly string[],
  method: string,
  list: readonly number[],
  read: Readonly<Record<string, (line: number) => unknown>>,
): unknown {
  const asked = typeof options === "object" && options !== null ? Object.entries(options) : [];
  const wanted = asked.filter(([, isWanted]) => isWanted === true).map(([name]) => name);
  const unknownName = asked.map(([name]) => name).find((name) => !known.includes(name));
  if (unknownName !== undefined) {
    throw new HostError("ApiNotFound", `The host emulator does not model Range.${method}.${unknownName}.`);
  }
  return list.map((line) => Object.fromEntries(wanted.map((name) => [name, read[name]?.(line)])));
}

/** A value that all share, else null, as Excel answers for mixed ranges. */
function uniform<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** A range by its address; a name that is no address is not found. */
export function rangeByAddress(target: SheetTarget, address: unknown): HostObject {
  if (address === undefined || address === null) {
    return rangeObject(target, { row: 0, column: 0, rowCount: MAXIMUM_ROWS, columnCount: MAXIMUM_COLUMNS });
  }
  const text = textParameter([address], 0);
  if (/[\p{L}_]{4,}/u.test(text) && !text.includes("!")) throw itemNotFound(text);
  return rangeObject(target, parseRangeAddress(text));
}
