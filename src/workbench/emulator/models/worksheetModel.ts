import { MAXIMUM_COLUMNS } from "../../../core/workbook/address";
import { HostError, invalidArgument, itemNotFound } from "../hostError";
import type { ClassModel, HostObject } from "../hostObject";
import { hostObject } from "../hostObject";
import type { HostSheet, SheetVisibility } from "../hostWorkbook";
import { requireSheetName } from "../sheetNames";
import type { HostContext, SheetTarget } from "./context";
import {
  numberParameter,
  numberValue,
  oneOf,
  requireAlive,
  requireOpenStructure,
  textParameter,
  textValue,
} from "./context";
import { EventType, eventMethods } from "./eventModel";
import { namesObject } from "./namedItemModel";
import { horizontalBreaksObject, pageLayoutObject } from "./pageLayoutModel";
import { rangeArea, rangeByAddress, rangeObject, usedRange, usedRangeOrCorner } from "./rangeModel";
import { autoFilterObject, tablesObject } from "./tableModel";

/** A sheet. */
export function worksheetObject(context: HostContext, sheet: HostSheet): HostObject {
  return hostObject(worksheetModel, { context, sheet });
}

/** All sheets of the workbook. */
export function worksheetsObject(context: HostContext): HostObject {
  return hostObject(worksheetCollectionModel, context);
}

const visibilities = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

const worksheetModel: ClassModel<SheetTarget> = {
  name: "Worksheet",
  identity: ({ sheet }) => ({ Id: sheet.id }),
  properties: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: {
      get: ({ sheet }) => sheet.name(),
      set: ({ context, sheet }, value) => {
        requireOpenStructure(context);
        const others = context.workbook.sheets().filter((other) => other.id !== sheet.id);
        requireSheetName(
          textValue(value),
          others.map((other) => other.name()),
        );
        sheet.rename(textValue(value));
      },
    },
    Position: {
      get: ({ context, sheet }) => context.workbook.sheets().findIndex((other) => other.id === sheet.id),
      set: ({ context, sheet }, value) => {
        requireOpenStructure(context);
        const position = numberValue(value);
        if (position < 0 || position >= context.workbook.sheets().length) {
          throw invalidArgument(`There is no tab position ${String(position)}.`);
        }
        context.workbook.moveSheet(sheet.id, position);
      },
    },
    Visibility: { get: ({ sheet }) => visibilities[sheet.visibility()], set: setVisibility },
    TabColor: {
      get: ({ sheet }) => sheet.tabColor(),
      set: (target, value) => target.sheet.setTabColor(textValue(value)),
    },
    /** In characters of a default font whose digits are seven pixels wide, beside five pixels of padding. */
    StandardWidth: { get: ({ sheet }) => ((sheet.columnWidth(MAXIMUM_COLUMNS - 1) / 3) * 4 - 5) / 7 },
  },
  objects: {
    Names: ({ sheet }) =>
      namesObject({
        scope: "Worksheet",
        names: () => sheet.names(),
        putName: (name) => sheet.putName(name),
        deleteName: (name) => sheet.deleteName(name),
      }),
    PageLayout: (target) => pageLayoutObject(target),
    HorizontalPageBreaks: (target) => horizontalBreaksObject(target),
    FreezePanes: (target) => hostObject(freezePanesModel, target),
    Protection: (target) => hostObject(worksheetProtectionModel, target),
    AutoFilter: (target) => autoFilterObject(target),
    Tables: (target) => tablesObject([target]),
  },
  methods: {
    ...eventMethods<SheetTarget>((target) => ({ context: target.context, id: target.sheet.id }), {
      _RegisterDataChangedEvent: EventType.changed,
      _UnregisterDataChangedEvent: EventType.changed,
      _RegisterSelectionChangedEvent: EventType.selectionChanged,
      _UnregisterSelectionChangedEvent: EventType.selectionChanged,
      _RegisterActivatedEvent: EventType.activated,
      _UnregisterActivatedEvent: EventType.activated,
      _RegisterCalculatedEvent: EventType.calculated,
      _UnregisterCalculatedEvent: EventType.calculated,
    }),
    GetRange: (target, [address]) => rangeByAddress(target, address),
    GetCell: (target, parameters) =>
      rangeObject(target, {
        row: numberParameter(parameters, 0),
        column: numberParameter(parameters, 1),
        rowCount: 1,
        columnCount: 1,
      }),
    GetRangeByIndexes: (target, parameters) =>
      rangeObject(target, {
        row: numberParameter(parameters, 0),
        column: numberParameter(parameters, 1),
        rowCount: numberParameter(parameters, 2),
        columnCount: numberParameter(parameters, 3),
      }),
    GetUsedRange: (target, [valuesOnly]) => usedRangeOrCorner(target, valuesOnly),
    GetUsedRangeOrNullObject: (target, [valuesOnly]) => usedRange(target, valuesOnly),
    Activate: ({ context, sheet }) => {
      if (sheet.visibility() !== "visible") throw invalidArgument("A hidden sheet cannot be activated.");
      context.workbook.activateSheet(sheet.id);
    },
    Calculate: ({ context }) => context.workbook.calculate(),
    Delete: deleteSheet,
  },
};

function setVisibility({ context, sheet }: SheetTarget, value: unknown): void {
  requireOpenStructure(context);
  const chosen = oneOf(value, ["Visible", "Hidden", "VeryHidden"]);
  const visibility = ({ Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const)[chosen];
  if (visibility !== "visible") requireAnotherVisible(context, sheet, "hidden");
  sheet.setVisibility(visibility satisfies SheetVisibility);
}

function deleteSheet(target: SheetTarget): void {
  const { context, sheet } = target;
  requireAlive(target);
  requireOpenStructure(context);
  if (sheet.visibility() === "veryHidden") {
    throw new HostError("InvalidOperation", "A very hidden sheet cannot be deleted.");
  }
  requireAnotherVisible(context, sheet, "deleted");
  context.workbook.deleteSheet(sheet.id);
}

function requireAnotherVisible(context: HostContext, sheet: HostSheet, verb: string): void {
  const another = context.workbook
    .sheets()
    .some((other) => other.id !== sheet.id && other.visibility() === "visible");
  if (!another) throw new HostError("InvalidOperation", `The last visible sheet cannot be ${verb}.`);
}

const worksheetProtectionModel: ClassModel<SheetTarget> = {
  name: "WorksheetProtection",
  properties: { Protected: { get: ({ sheet }) => sheet.isProtected() } },
  methods: {
    Protect: ({ sheet }) => sheet.setProtected(true),
    Unprotect: ({ sheet }) => sheet.setProtected(false),
  },
};

const freezePanesModel: ClassModel<SheetTarget> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: ({ sheet }, parameters) =>
      sheet.setFrozen({ rows: numberParameter(parameters, 0), columns: 0 }),
    FreezeColumns: ({ sheet }, parameters) =>
      sheet.setFrozen({ rows: 0, columns: numberParameter(parameters, 0) }),
    FreezeAt: ({ sheet }, [range]) => {
      const area = rangeArea(range);
      sheet.setFrozen({ rows: area.row + area.rowCount, columns: area.column + area.columnCount });
    },
    Unfreeze: ({ sheet }) => sheet.setFrozen({ rows: 0, columns: 0 }),
    GetLocationOrNullObject: (target) => {
      const { rows, columns } = target.sheet.frozen();
      if (rows === 0 && columns === 0) return null;
      return rangeObject(target, { row: 0, column: 0, rowCount: rows || 1, columnCount: columns || 16_384 });
    },
  },
};

/** A sheet by id or name; null where there is none. */
function findSheet(context: HostContext, key: string): HostSheet | null {
  const sheets = context.workbook.sheets();
  return (
    sheets.find((sheet) => sheet.id === key) ??
    sheets.find((sheet) => sheet.name().toLowerCase() === key.toLowerCase()) ??
    null
  );
}

function requiredSheet(context: HostContext, key: string): HostSheet {
  const sheet = findSheet(context, key);
  if (!sheet) throw itemNotFound(`the sheet ${key}`);
  return sheet;
}

const worksheetCollectionModel: ClassModel<HostContext> = {
  name: "WorksheetCollection",
  items: (context) => context.workbook.sheets().map((sheet) => worksheetObject(context, sheet)),
  item: (context, parameters) =>
    worksheetObject(context, requiredSheet(context, textParameter(parameters, 0))),
  methods: {
    ...eventMethods<HostContext>((context) => ({ context, id: "Workbook" }), {
      _RegisterDataChangedEvent: EventType.changed,
      _UnregisterDataChangedEvent: EventType.changed,
      _RegisterSelectionChangedEvent: EventType.selectionChanged,
      _UnregisterSelectionChangedEvent: EventType.selectionChanged,
      _RegisterActivatedEvent: EventType.activated,
      _UnregisterActivatedEvent: EventType.activated,
      _RegisterAddedEvent: EventType.added,
      _UnregisterAddedEvent: EventType.added,
      _RegisterDeletedEvent: EventType.deleted,
      _UnregisterDeletedEvent: EventType.deleted,
      _RegisterCalculatedEvent: EventType.calculated,
      _UnregisterCalculatedEvent: EventType.calculated,
    }),
    Add: (context, [name]) => {
      requireOpenStructure(context);
      const used = context.workbook.sheets().map((sheet) => sheet.name());
      const wanted = typeof name === "string" ? name : freeName(used);
      requireSheetName(wanted, used);
      return worksheetObject(context, context.workbook.addSheet(wanted));
    },
    GetItem: (context, parameters) =>
      worksheetObject(context, requiredSheet(context, textParameter(parameters, 0))),
    GetItemOrNullObject: (context, parameters) => {
      const sheet = findSheet(context, textParameter(parameters, 0));
      return sheet ? worksheetObject(context, sheet) : null;
    },
    GetFirst: (context, [visibleOnly]) => {
      const sheet = context.workbook
        .sheets()
        .find((one) => visibleOnly !== true || one.visibility() === "visible");
      if (!sheet) throw itemNotFound("the first sheet");
      return worksheetObject(context, sheet);
    },
    GetActiveWorksheet: (context) =>
      worksheetObject(context, requiredSheet(context, context.workbook.activeSheetId())),
    GetCount: (context, [visibleOnly]) =>
      context.workbook.sheets().filter((sheet) => visibleOnly !== true || sheet.visibility() === "visible")
        .length,
  },
};

function freeName(used: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = `Sheet${String(number)}`;
    if (!used.includes(name)) return name;
  }
}
