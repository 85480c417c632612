import type { FindingCode } from "./catalogue";
import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { groupedBy } from "../groupedBy";
import type { Fact, FactKind } from "../facts/fact";
import type { ReadTable } from "../recognise/tables/classifySheet";
import type { CheckSubject } from "./checkSubject";
import { correctionOf } from "./correction";

/** What a figure that breaks its column's rule is called, by the kind of rule. */
const CODES: Readonly<Partial<Record<FactKind, FindingCode>>> = {
  sum: "sum-differs",
  "weighted-sum": "sum-differs",
  difference: "sum-differs",
  mean: "mean-differs",
  "trimmed-mean": "trimmed-mean-differs",
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
export function checkFacts(subject: CheckSubject): Finding[] {
  const { recognition } = subject;
  const tables = groupedBy(recognition.unitTables, ({ reading }) => reading);
  return [...tables].flatMap(([reading, [table]]) =>
    (reading?.facts ?? []).flatMap((fact) => [
      ...wrongFigures(subject, table, fact),
      ...slips(subject, table, fact),
      ...partialTotal(table, fact),
      ...leftOut(table, fact),
    ]),
  );
}

function wrongFigures(subject: CheckSubject, table: ReadTable, fact: Fact): Finding[] {
  const code = CODES[fact.kind];
  const own = table.columns.find(({ column }) => column === fact.column);
  if (code === undefined || own === undefined || CHECKED_ELSEWHERE.has(own.role)) return [];
  const parts = partsOf(table, fact);
  return fact.broken
    .filter(({ column }) => column === fact.column)
    .map(({ place, stated, right }) =>
      createFinding(
        code,
        { sheet: place.sheet, cell: place },
        { column: own.header, stated, right, parts, kept: fact.kept, of: fact.kept + fact.broken.length },
        correctionOf(subject, place, { stated, right }),
      ),
    );
}

/** Scores that break the rule of the total that is right beside them. */
function slips(subject: CheckSubject, table: ReadTable, fact: Fact): Finding[] {
  return fact.broken
    .filter(({ column }) => column !== fact.column)
    .map(({ place, column, stated, right }) =>
      createFinding(
        "score-slip",
        { sheet: place.sheet, cell: place },
        { column: nameOf(table, column), stated, right, total: nameOf(table, fact.column) },
        correctionOf(subject, place, { stated, right }),
      ),
    );
}

/** A total that follows from its parts in most rows only, where it is ranked as it stands. */
function partialTotal(table: ReadTable, fact: Fact): Finding[] {
  const own = table.columns.find(({ column }) => column === fact.column);
  if (!fact.partial || fact.column !== table.reading?.result?.total || !own?.role.startsWith("component:"))
    return [];
  const { view, headerRows } = table.block;
  const of = table.rows.filter(({ kind }) => kind === "unit").length;
  if (fact.kept >= of) return [];
  return [
    createFinding(
      "total-rule-partial",
      { sheet: view.sheet.name, cell: view.position(headerRows[1], fact.column) },
      { column: own.header, parts: partsOf(table, fact), kept: fact.kept, of, rest: of - fact.kept },
    ),
  ];
}

function partsOf(table: ReadTable, { of }: Fact): string {
  return of.map((column) => nameOf(table, column)).join("、");
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
