import type { DeclaredTable } from "../../../core/workbook/snapshot";
import { itemNotFound } from "../hostError";
import type { ClassModel, HostObject } from "../hostObject";
import { hostObject } from "../hostObject";
import type { SheetTarget } from "./context";
import { requireUnlocked, textParameter } from "./context";
import { intersection, rangeArea, rangeObject } from "./rangeModel";

/** The tables of a sheet. */
export function tablesObject(target: SheetTarget): HostObject {
  return hostObject(tableCollectionModel, target);
}

/** The sheet's own filter. */
export function autoFilterObject(target: SheetTarget): HostObject {
  return hostObject(autoFilterModel, target);
}

interface TableTarget extends SheetTarget {
  readonly table: DeclaredTable;
}

const tableCollectionModel: ClassModel<SheetTarget> = {
  name: "TableCollection",
  items: (target) => target.sheet.tables().map((table) => hostObject(tableModel, { ...target, table })),
  item: (target, parameters) => tableNamed(target, textParameter(parameters, 0)),
  methods: {
    GetCount: ({ sheet }) => sheet.tables().length,
    GetItem: (target, parameters) => tableNamed(target, textParameter(parameters, 0)),
  },
};

function tableNamed(target: SheetTarget, name: string): HostObject {
  const table = target.sheet.tables().find((one) => one.name === name);
  if (!table) throw itemNotFound(`the table ${name}`);
  return hostObject(tableModel, { ...target, table });
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
