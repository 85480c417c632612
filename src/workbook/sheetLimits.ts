import { isPlannedFormula, type Plan, type PlannedValue, type SheetPlan } from "../core/workbook/plan";

/** Points that a row is high at most. */
const MAXIMUM_ROW_HEIGHT = 409;
/** Characters (UTF-16 units) that a cell takes. */
const MAXIMUM_TEXT = 32_767;
/** Characters that a formula takes. */
const MAXIMUM_FORMULA = 8_192;

/**
 * A plan within Excel's limits, so that one long remark does not have the whole sheet refused: rows as high as they may
 * be, texts cut with an ellipsis at their end, formulas that are too long as their values.
 */
export function withinLimits(plan: Plan): Plan {
  return { ...plan, sheets: plan.sheets.map(limited) };
}

function limited(sheet: SheetPlan): SheetPlan {
  const isTall = [...sheet.rowHeights.values()].some((height) => height > MAXIMUM_ROW_HEIGHT);
  const isLong = sheet.cells.some((row) => row.some((value) => limitedValue(value) !== value));
  if (!isTall && !isLong) return sheet;
  const heights = [...sheet.rowHeights].map(
    ([row, height]) => [row, Math.min(height, MAXIMUM_ROW_HEIGHT)] as const,
  );
  return {
    ...sheet,
    rowHeights: new Map(heights),
    cells: isLong ? sheet.cells.map((row) => row.map(limitedValue)) : sheet.cells,
  };
}

function limitedValue(value: PlannedValue): PlannedValue {
  if (typeof value === "string") return value.length > MAXIMUM_TEXT ? shortened(value) : value;
  if (!isPlannedFormula(value) || value.formula.length <= MAXIMUM_FORMULA) return value;
  const { value: result } = value;
  return typeof result === "object" && result !== null ? result.error : result;
}

/** Never half of a character that takes two units. */
function shortened(text: string): string {
  const kept = text.slice(0, MAXIMUM_TEXT - 1);
  return `${kept.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
