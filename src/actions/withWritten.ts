import type { Assessment, RecognisedTable } from "../core/assessment/assessment";
import type { WrittenSheet } from "../workbook/port";

/** An assessment with the sheets of ours that were written since, as the next reading of the workbook finds them. */
export function withWritten(assessment: Assessment, written: readonly WrittenSheet[]): Assessment {
  const known = new Set(assessment.tables.map(({ sheet }) => sheet));
  const added = written.filter(({ name }) => !known.has(name));
  return { ...assessment, tables: [...assessment.tables, ...added.map(ownReport)] };
}

function ownReport({ name, mark }: WrittenSheet): RecognisedTable {
  return {
    sheet: name,
    area: { row: 0, column: 0, rowCount: 1, columnCount: 1 },
    kind: "own-report",
    headerRows: [0, 0],
    columns: [],
    group: null,
    unitCount: 0,
    facts: [],
    reportKind: mark.kind,
  };
}
