import type { Area } from "../../../core/workbook/address";
import type { ClassModel, HostObject } from "../hostObject";
import { hostObject } from "../hostObject";
import type { SheetTarget } from "./context";
import { fullAddress } from "./rangeAddress";
import { rangeObject } from "./rangeModel";

interface RangeAreasTarget extends SheetTarget {
  readonly areas: readonly Area[];
}

/** Several areas of one sheet. */
export function rangeAreasObject({ context, sheet }: SheetTarget, areas: readonly Area[]): HostObject {
  return hostObject(rangeAreasModel, { context, sheet, areas });
}

const rangeAreasModel: ClassModel<RangeAreasTarget> = {
  name: "RangeAreas",
  isReferenced: true,
  properties: {
    Address: {
      get: ({ sheet, areas }) => areas.map((area) => fullAddress(sheet.name(), area)).join(","),
    },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0) },
  },
  objects: {
    Areas: (target) => hostObject(rangeCollectionModel, target),
  },
};

const rangeCollectionModel: ClassModel<RangeAreasTarget> = {
  name: "RangeCollection",
  items: (target) => target.areas.map((area) => rangeObject(target, area)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: (target, [index]) =>
      rangeObject(
        target,
        target.areas[Number(index)] ?? { row: -1, column: -1, rowCount: 0, columnCount: 0 },
      ),
  },
};
