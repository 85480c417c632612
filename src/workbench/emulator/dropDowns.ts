import type { Area } from "../../core/workbook/address";
import { intersection } from "../../core/workbook/areas";
import type { HostDropDown } from "./hostWorkbook";

/**
 * Drop-downs after an area was given another one, or none. Those that reach beyond the area keep nothing of it: PERF
 * sets and clears whole columns of its own sheets.
 */
export function withDropDown(
  dropDowns: readonly HostDropDown[],
  area: Area,
  source: string | null,
): readonly HostDropDown[] {
  const others = dropDowns.filter((one) => intersection(one.area, area) === null);
  return source === null ? others : [...others, { area, source }];
}
