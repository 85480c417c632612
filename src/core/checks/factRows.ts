import type { FindingCode } from "./catalogue";
import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { groupedBy } from "../groupedBy";
import type { Fact, FactKind } from "../facts/fact";
import type { ReadTable } from "../recognise/tables/classifySheet";
import type { CheckSubject } from "./checkSubject";

/** What a figure that breaks its column's rule is called, by the kind of rule. */
const CODES: Readonly<Partial<Record<FactKind, FindingCode>>> = {
  sum: "sum-differs",
  "weighted-sum": "sum-differs",
  difference: "sum-differs",
  mean: "mean-differs",
  "trimmed-mean": "mean-differs",
  "best-of": "best-differs",
  max: "best-differs",
  min: "best-differs",
  product: "rate-differs",
  share: "rate-differs",
  ratio: "rate-differs",
  count: "sum-differs",
  rank: "rank-of-differs",
  grade: "grade-differs",
};

/** Totals and ranks are compared with the scheme's by checks of their own. */
const CHECKED_ELSEWHERE: ReadonlySet<string> = new Set(["total", "rank"]);

/**
 * Figures that break the rule that the other rows of their column keep, whatever the column is, and scores that the
 * author's own total leaves out.
 */
export function checkFacts({ recognition }: CheckSubject): Finding[] {
  const tables = groupedBy(recognition.unitTables, ({ reading }) => reading);
  return [...tables].flatMap(([reading, [table]]) =>
    (reading?.facts ?? []).flatMap((fact) => [...slips(table, fact), ...leftOut(table, fact)]),
  );
}

function slips(table: ReadTable, fact: Fact): Finding[] {
  const code = CODES[fact.kind];
  const own = table.columns.find(({ column }) => column === fact.column);
  if (code === undefined || own === undefined || CHECKED_ELSEWHERE.has(own.role)) return [];
  const parts = fact.of.map((column) => nameOf(table, column)).join("、");
  return fact.broken.map(({ place, stated, right }) =>
    createFinding(
      code,
      { sheet: place.sheet, cell: place },
      { column: own.header, stated, right, parts, kept: fact.kept, of: fact.kept + fact.broken.length },
    ),
  );
}

/** A column of scores beside the parts of the total that no total counts. */
function leftOut(table: ReadTable, fact: Fact): Finding[] {
  const { result } = table.reading ?? { result: null };
  // Three points for a win and one for a draw leave the defeats out on purpose.
  if (fact.column !== result?.total || fact.weights.some(({ units, places }) => units > 10 ** places))
    return [];
  const { view, headerRows } = table.block;
  return fact.unused
    .filter((column) => table.columns.some((one) => one.column === column && mayCount(one.role)))
    .map((column) =>
      createFinding(
        "score-left-out",
        { sheet: view.sheet.name, cell: view.position(headerRows[1], column) },
        { column: nameOf(table, column), total: nameOf(table, fact.column) },
      ),
    );
}

function mayCount(role: string): boolean {
  return role === "unknown" || role.startsWith("component:");
}

function nameOf({ columns }: ReadTable, at: number): string {
  return columns.find(({ column }) => column === at)?.header ?? "";
}
