import type { CheckOutput } from "../../src/actions/checkAction";
import type { RankingOutput } from "../../src/actions/rankingAction";
import type { AssessedUnit, Figure, RecognisedTable } from "../../src/core/assessment/assessment";
import type { Finding, Severity } from "../../src/core/findings/finding";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { periodOf } from "../../src/core/scheme/period";
import type { Report } from "../../src/taskpane/paneState";

/** A finding with made-up contents. */
export function finding(
  code: string,
  severity: Severity,
  row: number | null = null,
  sheet = "汇总",
): Finding {
  const cell = row === null ? null : { row, column: 3 };
  return { code, severity, sheet, cell, parameters: {}, fix: null };
}

/** A unit on row `row` of 汇总 that has made-up scores in the components named. */
export function unit(name: string, group: string, row: number, components: readonly string[]): AssessedUnit {
  const source = { sheet: "汇总", row, column: 1 };
  const score: Figure = { value: { units: 90, places: 0 }, ...source };
  return {
    name,
    id: name,
    as: name,
    group,
    source,
    components: new Map(components.map((id) => [id, score])),
    bonus: null,
    deduction: null,
    statedTotal: null,
    statedRank: null,
    note: null,
    blockers: [],
  };
}

/** A table that covers nothing in particular. */
export function table(sheet: string, kind: RecognisedTable["kind"], unitCount: number): RecognisedTable {
  const area = { row: 2, column: 0, rowCount: unitCount + 1, columnCount: 6 };
  return { sheet, area, kind, headerRows: [2, 2], columns: [], facts: [], group: null, unitCount };
}

/** What a check of a workbook with these units and tables gives. */
export function checkOutput(
  units: readonly AssessedUnit[] = [],
  tables: readonly RecognisedTable[] = [],
  findings: readonly Finding[] = [],
): CheckOutput {
  const groups = [...new Set(units.map(({ group }) => group))];
  const period = periodOf(2015, "annual");
  return {
    scheme: anshan2015,
    proposal: null,
    assessment: { period, groups, units, tables, missingUnits: new Map(), dynamic: false },
    findings,
    settled: { ignored: [], repaired: 0 },
    standing: null,
  };
}

/** A check's report, with nothing found. */
export function checkedReport(): Report {
  return { kind: "checked", output: checkOutput() };
}

/** A ranking's output, with nobody ranked and no sheet written. */
export function rankingOutput(): RankingOutput {
  const output = checkOutput();
  const { scheme, assessment } = output;
  return {
    ...output,
    ranking: { scheme, period: assessment.period, dynamic: false, groups: [] },
    sheet: null,
    lostTexts: [],
  };
}
