import type { SchemeProblem } from "../core/scheme/parseScheme";
import type { SchemeFault } from "../core/scheme/sheet/schemeFault";
import type { StoredScheme } from "../core/scheme/sheet/storedScheme";
import { cellPlace } from "../core/workbook/address";
import type { Translate } from "../i18n";

/** One line that says what is wrong with a scheme file and where. */
export function describeSchemeProblem(translate: Translate, problem: SchemeProblem): string {
  return translate(`scheme.${problem.code}`, { path: problem.path, ...problem.parameters });
}

/** One sentence that says what is wrong on the sheet 考评方案, with the cell. */
export function describeSchemeFault(translate: Translate, fault: SchemeFault): string {
  const place = cellPlace({ sheet: fault.sheet, ...fault.cell });
  const reason = fault.problem ? describeSchemeProblem(translate, fault.problem) : "";
  return translate(`schemeSheet.${fault.code}`, { place, reason, ...fault.parameters });
}

/** Why the workbook's own scheme cannot be used: the first thing to put right, and how many more there are. */
export function describeStoredScheme(translate: Translate, { faults, problem }: StoredScheme): string {
  if (problem !== null) return describeSchemeProblem(translate, problem);
  const [first, ...others] = faults.filter(({ severity }) => severity === "error");
  if (first === undefined) return "";
  const sentence = describeSchemeFault(translate, first);
  return others.length === 0 ? sentence : translate("schemeSheet.more", { sentence, count: others.length });
}
