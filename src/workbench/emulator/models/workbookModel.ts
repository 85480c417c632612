import { serialOfDate } from "../../../core/calendar/calendarDate";
import { invalidArgument, itemNotFound } from "../hostError";
import type { ClassModel, HostObject } from "../hostObject";
import { hostObject } from "../hostObject";
import type { HostContext } from "./context";
import { numberParameter, textParameter, textValue } from "./context";
import { namesObject } from "./namedItemModel";
import { rangeObject } from "./rangeModel";
import { tablesObject } from "./tableModel";
import { worksheetsObject } from "./worksheetModel";

/** The workbook: the root of every batch of `Excel.run`. */
export function workbookObject(context: HostContext): HostObject {
  return hostObject(workbookModel, context);
}

function activeSheet(context: HostContext) {
  const sheet = context.workbook.sheets().find((one) => one.id === context.workbook.activeSheetId());
  if (!sheet) throw itemNotFound("the active sheet");
  return { context, sheet };
}

const workbookModel: ClassModel<HostContext> = {
  name: "Workbook",
  objects: {
    Worksheets: (context) => worksheetsObject(context),
    Names: ({ workbook }) =>
      namesObject({
        scope: "Workbook",
        names: () => workbook.names(),
        putName: (name) => workbook.putName(name),
        deleteName: (name) => workbook.deleteName(name),
      }),
    Tables: (context) => tablesObject(context.workbook.sheets().map((sheet) => ({ context, sheet }))),
    Application: (context) => hostObject(applicationModel, context),
    Protection: (context) => hostObject(workbookProtectionModel, context),
    Settings: (context) => hostObject(settingCollectionModel, context),
    Functions: (context) => hostObject(functionsModel, context),
  },
  methods: {
    GetSelectedRange: (context) => rangeObject(activeSheet(context), context.workbook.selection()),
    GetActiveCell: (context) =>
      rangeObject(activeSheet(context), { ...context.workbook.selection(), rowCount: 1, columnCount: 1 }),
  },
};

const applicationModel: ClassModel<HostContext> = {
  name: "Application",
  properties: {
    CalculationMode: { get: () => "Automatic" },
    CalculationState: { get: () => "Done" },
    DecimalSeparator: { get: () => "." },
    ThousandsSeparator: { get: () => "," },
  },
  methods: {
    Calculate: ({ workbook }) => workbook.calculate(),
    // Drawing is the host's own matter: there is nothing to suspend.
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
  },
};

/** Excel's own functions, called from code. */
const functionsModel: ClassModel<HostContext> = {
  name: "Functions",
  methods: {
    Date: ({ workbook }, parameters) => {
      const [year = 0, month = 1, day = 1] = [0, 1, 2].map((index) => numberParameter(parameters, index));
      return hostObject(functionResultModel, serialOfDate({ year, month, day }, workbook.dateSystem));
    },
  },
};

const functionResultModel: ClassModel<number> = {
  name: "FunctionResult",
  properties: { Value: { get: (value) => value }, Error: { get: () => null } },
};

const workbookProtectionModel: ClassModel<HostContext> = {
  name: "WorkbookProtection",
  properties: { Protected: { get: ({ workbook }) => workbook.isStructureProtected() } },
  methods: {
    Protect: ({ workbook }) => workbook.setStructureProtected(true),
    Unprotect: ({ workbook }) => workbook.setStructureProtected(false),
  },
};

const settingCollectionModel: ClassModel<HostContext> = {
  name: "SettingCollection",
  items: (context) =>
    [...context.workbook.settings().keys()].map((key) => hostObject(settingModel, { context, key })),
  methods: {
    Add: (context, [key, value]) => {
      const target = { context, key: textValue(key) };
      putSetting(target, value);
      return hostObject(settingModel, target);
    },
    GetItemOrNullObject: (context, parameters) => {
      const key = textParameter(parameters, 0);
      return context.workbook.settings().has(key) ? hostObject(settingModel, { context, key }) : null;
    },
  },
};

interface SettingTarget {
  readonly context: HostContext;
  readonly key: string;
}

function putSetting({ context, key }: SettingTarget, value: unknown): void {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw invalidArgument(`The setting ${key} has no value.`);
  context.workbook.saveSettings(new Map([...context.workbook.settings(), [key, text]]));
}

const settingModel: ClassModel<SettingTarget> = {
  name: "Setting",
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ context, key }) => JSON.parse(context.workbook.settings().get(key) ?? "null") as unknown,
      set: putSetting,
    },
  },
  methods: {
    Delete: ({ context, key }) => {
      const rest = new Map(context.workbook.settings());
      rest.delete(key);
      context.workbook.saveSettings(rest);
    },
  },
};
