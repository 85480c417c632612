import { cellKey } from "../../../src/core/workbook/address";
import { isPlannedFormula, type SheetPlan } from "../../../src/core/workbook/plan";
import type { SheetSnapshot } from "../../../src/core/workbook/snapshot";

/** A planned sheet as it is read once it stands in a workbook. */
export function plannedSnapshot(plan: SheetPlan): SheetSnapshot {
  const formulas = new Map<number, string>();
  const values = plan.cells.map((cells, row) =>
    cells.map((value, column) => {
      if (!isPlannedFormula(value)) return value;
      formulas.set(cellKey(row, column), value.formula);
      return value.value;
    }),
  );
  return {
    id: plan.name,
    name: plan.name,
    visibility: plan.visibility,
    area: { row: 0, column: 0, rowCount: values.length, columnCount: values[0]?.length ?? 0 },
    values,
    formulas,
    numberFormats: new Map(),
    merges: plan.merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filtered: false,
    tables: [],
    protected: false,
    mark: plan.mark,
  };
}
