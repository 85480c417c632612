import { compareDecimals, type Decimal } from "../numbers/decimal";
import type { Grade } from "../scheme/scheme";

/**
 * Grades that are common among offices: from 90, from 80, from 60. They stand in where somebody asks for grades and
 * the scheme has none, which is the rules' default (rule 16).
 */
export const COMMON_GRADES: readonly Grade[] = [
  { name: "优秀", from: { units: 90, places: 0 } },
  { name: "良好", from: { units: 80, places: 0 } },
  { name: "合格", from: { units: 60, places: 0 } },
];

/** The name of the common grade below the last line. */
export const COMMON_LOWEST_GRADE = "不合格";

/** The name of the highest grade that a total earns, or null below all lines. `grades` stand highest first. */
export function gradeOf(total: Decimal, grades: readonly Grade[]): string | null {
  return grades.find(({ from }) => compareDecimals(total, from) >= 0)?.name ?? null;
}
