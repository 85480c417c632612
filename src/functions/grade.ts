import { compareDecimals, type Decimal } from "../core/numbers/decimal";
import { roundDecimal } from "../core/numbers/rounding";
import type { Grade, Scheme } from "../core/scheme/scheme";
import { COMMON_GRADES, COMMON_LOWEST_GRADE, gradeOf } from "../core/scoring/gradeOf";
import type { FunctionWords } from "./words";
import { contentOf, rangeOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import { numberOr, reasonOf, textOf } from "./reason";

/** Grades, highest first, and what stands below the last line. */
interface GradeTable {
  readonly grades: readonly Grade[];
  readonly lowest: string;
}

/**
 * `PERF.GRADE`: the grade of each total (rule 16). Lines are given highest first, with a name each and, if wanted,
 * one more for what lies below; without lines the scheme's, else the common 90, 80, 60. A blank total stays blank.
 */
export function createGrade(environment: FunctionEnvironment): PerfFunctions["grade"] {
  return (totals, lines, names) => {
    const { scheme, translate } = environment;
    const table = gradeTable(scheme, lines, names, translate);
    if (isFault(table)) return [[table]];
    const name = () => translate("function.total");
    return broadcast([totals], name, translate, ([cell]) => {
      const content = contentOf(cell);
      if (content.kind === "blank") return "";
      const total = numberOr(cell, name, translate);
      // Graded is what is published: the rounded total (rule 11).
      return isFault(total)
        ? notAvailable(total.message)
        : (gradeOf(roundDecimal(total, scheme.rounding), table.grades) ?? table.lowest);
    });
  };
}

function gradeTable(
  scheme: Scheme,
  lines: unknown,
  names: unknown,
  translate: FunctionWords,
): GradeTable | Fault {
  const own: GradeTable =
    scheme.grades.length > 0
      ? { grades: scheme.grades, lowest: "" }
      : { grades: COMMON_GRADES, lowest: COMMON_LOWEST_GRADE };
  const givenLines = lineList(lines, translate);
  if (isFault(givenLines)) return givenLines;
  const givenNames = nameList(names, translate);
  if (isFault(givenNames)) return givenNames;
  const from = givenLines ?? own.grades.map((grade) => grade.from);
  const texts = givenNames ?? [...own.grades.map(({ name }) => name), own.lowest];
  if (texts.length !== from.length && texts.length !== from.length + 1) {
    return invalidValue(translate("function.grade-names", { lines: from.length, names: texts.length }));
  }
  const grades = from.map((line, index) => ({ name: texts[index] ?? "", from: line }));
  return { grades, lowest: texts[from.length] ?? "" };
}

/** Lines from the highest down; null when left out. */
function lineList(lines: unknown, translate: FunctionWords): readonly Decimal[] | Fault | null {
  const range = rangeOf(lines);
  if (range === null) return null;
  const decimals: Decimal[] = [];
  for (const cell of range.flat()) {
    const line = numberOr(cell, () => translate("function.lines"), translate);
    if (isFault(line)) return line;
    const above = decimals.at(-1);
    if (above !== undefined && compareDecimals(line, above) >= 0) {
      return invalidValue(translate("function.lines-order"));
    }
    decimals.push(line);
  }
  return decimals;
}

function nameList(names: unknown, translate: FunctionWords): readonly string[] | Fault | null {
  const range = rangeOf(names);
  if (range === null) return null;
  const texts: string[] = [];
  for (const cell of range.flat()) {
    const content = contentOf(cell);
    if (content.kind === "error")
      return notAvailable(reasonOf(translate("function.names"), content, translate));
    texts.push(textOf(content));
  }
  return texts;
}
