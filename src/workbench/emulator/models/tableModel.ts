import type { DeclaredTable } from "../../../core/workbook/snapshot";
import { itemNotFound } from "../hostError";
import type { ClassModel, HostObject } from "../hostObject";
import { hostObject } from "../hostObject";
import type { SheetTarget } from "./context";
import { requireUnlocked, textParameter } from "./context";
import { intersection } from "../../../core/workbook/areas";
import { rangeArea, rangeObject } from "./rangeModel";

/** The tables of some sheets: of one sheet, or of the whole workbook. */
export function tablesObject(sheets: readonly SheetTarget[]): HostObject {
  return hostObject(tableCollectionModel, sheets);
}

/** The sheet's own filter. */
export function autoFilterObject(target: SheetTarget): HostObject {
  return hostObject(autoFilterModel, target);
}

interface TableTarget extends SheetTarget {
  readonly table: DeclaredTable;
}

function tablesOf(sheets: readonly SheetTarget[]): readonly TableTarget[] {
  return sheets.flatMap(({ context, sheet }) => sheet.tables().map((table) => ({ context, sheet, table })));
}

const tableCollectionModel: ClassModel<readonly SheetTarget[]> = {
  name: "TableCollection",
  items: (sheets) => tablesOf(sheets).map((target) => hostObject(tableModel, target)),
  item: (sheets, parameters) => tableNamed(sheets, textParameter(parameters, 0)),
  methods: {
    GetCount: (sheets) => tablesOf(sheets).length,
    GetItem: (sheets, parameters) => tableNamed(sheets, textParameter(parameters, 0)),
  },
};

/** Names of tables are unique in a workbook, and serve as ids here. */
function tableNamed(sheets: readonly SheetTarget[], name: string): HostObject {
  const target = tablesOf(sheets).find(({ table }) => table.name === name);
  if (!target) throw itemNotFound(`the table ${name}`);
  return hostObject(tableModel, target);
}

const tableModel: ClassModel<TableTarget> = {
  name: "Table",
  identity: ({ table }) => ({ Id: table.name }),
  properties: {
    Id: { get: ({ table }) => table.name },
    Name: { get: ({ table }) => table.name },
  },
  objects: {
    AutoFilter: (target) => hostObject(tableFilterModel, target),
  },
  methods: {
    GetRange: (target) => rangeObject(target, target.table.area),
  },
};

/** A table's filter: on when rows inside the table are hidden. */
const tableFilterModel: ClassModel<TableTarget> = {
  name: "AutoFilter",
  properties: {
    Enabled: { get: () => true },
    IsDataFiltered: {
      get: ({ sheet, table }) => {
        const filter = sheet.filter();
        return filter !== null && filter.isFiltering && intersection(filter.area, table.area) !== null;
      },
    },
  },
};

const autoFilterModel: ClassModel<SheetTarget> = {
  name: "AutoFilter",
  properties: {
    Enabled: { get: ({ sheet }) => sheet.filter() !== null },
    IsDataFiltered: { get: ({ sheet }) => sheet.filter()?.isFiltering ?? false },
  },
  methods: {
    Apply: (target, [range]) => {
      requireUnlocked(target);
      target.sheet.setFilter(rangeArea(range));
    },
    Remove: (target) => {
      requireUnlocked(target);
      target.sheet.setFilter(null);
    },
  },
};
