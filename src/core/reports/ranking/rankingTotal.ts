import { decimalToNumber, formatDecimal, type Decimal } from "../../numbers/decimal";
import type { Scheme } from "../../scheme/scheme";
import { columnLetters } from "../../workbook/address";
import type { PlannedValue } from "../../workbook/plan";
import { FIRST_COMPONENT, type RankingColumns } from "./rankingColumns";

/** How 总成绩 stands in the sheet: a PERF function, a formula that any spreadsheet knows, or the value alone. */
export type TotalCells = "function" | "native-formula" | "values";

/** The total of a row of the ranking sheet, from the row's own figures where it is a formula. */
export function totalCell(
  scheme: Scheme,
  columns: RankingColumns,
  totals: TotalCells,
  row: number,
  total: Decimal,
): PlannedValue {
  const value = decimalToNumber(total);
  if (totals === "values") return value;
  const at = (column: number) => `${columnLetters(column)}${String(row + 1)}`;
  const scores = columns.components.map((_, index) => at(FIRST_COMPONENT + index));
  const bonus = columns.bonus === null ? null : at(columns.bonus);
  const deduction = columns.deduction === null ? null : at(columns.deduction);
  if (totals === "function") {
    const points = deduction === null ? [bonus ?? ""] : [bonus ?? "", deduction];
    const given = bonus === null && deduction === null ? scores : [...scores, ...points];
    return { formula: `=PERF.TOTAL(${given.join(",")})`, value };
  }
  return { formula: nativeFormula(scheme, columns, { scores, bonus, deduction }), value };
}

interface RowCells {
  readonly scores: readonly string[];
  readonly bonus: string | null;
  readonly deduction: string | null;
}

function nativeFormula(
  scheme: Scheme,
  { components }: RankingColumns,
  { scores, bonus, deduction }: RowCells,
): string {
  const terms = [
    ...(scheme.base === null ? [] : [formatDecimal(scheme.base)]),
    ...components.map(({ weight }, index) => `${scores[index] ?? ""}*${formatDecimal(weight)}`),
  ];
  const points =
    (bonus === null ? "" : `+${capped(bonus, scheme.bonusCap)}`) +
    (deduction === null ? "" : `-${capped(deduction, scheme.deductionCap)}`);
  // The inner ROUND takes away the noise of binary sums, so that a half rounds up as the scheme has it.
  const rounded = `ROUND(ROUND(${terms.join("+")}${points},9),${String(scheme.rounding.places)})`;
  const { minimumTotal } = scheme;
  return minimumTotal === null ? `=${rounded}` : `=MAX(${rounded},${formatDecimal(minimumTotal)})`;
}

function capped(cell: string, cap: Decimal | null): string {
  return cap === null ? cell : `MIN(${cell},${formatDecimal(cap)})`;
}
