import { checkScoreRows } from "../core/checks/checkScoreRows";
import type { Finding } from "../core/findings/finding";
import { totalFormula } from "../core/scoring/total";
import type { CellValue } from "../core/workbook/snapshot";
import { isFunctionKey, type FunctionWords } from "./words";
import { contentOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { isFault } from "./fault";
import type { PerfFunctions } from "./host";
import { componentsFault, nameOf } from "./total";

/**
 * `PERF.CHECK`: what the check of a workbook would say of each row, blank where all is well. Errors and warnings only:
 * a hint is no verdict.
 */
export function createCheck(environment: FunctionEnvironment): PerfFunctions["check"] {
  return (units, result, process, leader, publicScore, bonus, deduction) => {
    const { scheme, translate } = environment;
    const formula = totalFormula(scheme);
    const given = [result, process, leader, publicScore];
    if (formula.components.length !== given.length) return [[componentsFault(formula, translate)]];
    const rows: CellValue[][] = [];
    const results = broadcast(
      [units, ...given, bonus, deduction],
      (place) => (place === 0 ? translate("function.unit") : nameOf(formula, place - 1, translate)),
      translate,
      (cells) => {
        rows.push(cells.map(cellValueOf));
        return "";
      },
    );
    const [first] = results[0] ?? [];
    if (first !== undefined && isFault(first)) return results;
    const names = { bonus: translate("function.bonus"), deduction: translate("function.deduction") };
    const messages = messagesByRow(checkScoreRows(scheme, rows, names), translate);
    const columns = results[0]?.length ?? 1;
    return results.map((line, row) => line.map((_, column) => messages.get(row * columns + column) ?? ""));
  };
}

function messagesByRow(findings: readonly Finding[], translate: FunctionWords): Map<number, string> {
  const messages = new Map<number, string>();
  for (const finding of findings) {
    if (finding.severity === "hint" || finding.cell === null) continue;
    const { row } = finding.cell;
    const before = messages.get(row);
    const text = sentenceOf(withRowNumbers(finding, translate), translate);
    messages.set(row, before === undefined ? text : before + translate("function.separator") + text);
  }
  return messages;
}

function sentenceOf({ code, parameters }: Finding, translate: FunctionWords): string {
  const key = `finding.${code}`;
  return isFunctionKey(key) ? translate(key, parameters) : code;
}

/** A formula's rows have no sheet: what a finding calls `!A3` is row 3 of the ranges. */
function withRowNumbers(finding: Finding, translate: FunctionWords): Finding {
  const { others } = finding.parameters;
  if (typeof others !== "string") return finding;
  const rows = others.replaceAll(/!A(\d+)/g, (_, row: string) => translate("function.row", { row }));
  return { ...finding, parameters: { ...finding.parameters, others: rows } };
}

function cellValueOf(cell: unknown): CellValue {
  const content = contentOf(cell);
  switch (content.kind) {
    case "number":
      return content.number;
    case "text":
      return content.text;
    case "boolean":
      return content.boolean;
    case "error":
      return { error: content.error };
    case "blank":
      return null;
  }
}
