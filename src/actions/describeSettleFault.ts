import type { SettleFault } from "../core/settle/answers";
import { cellAddress } from "../core/workbook/address";
import type { Translate } from "../i18n";

/** What is wrong with the clerk's answers and what to do, in one sentence with the cell. */
export function describeSettleFault(
  { code, column, cell, text, role }: SettleFault,
  translate: Translate,
): string {
  return translate(`settle.fault.${code}`, {
    column,
    text,
    cell: cell === null ? "" : cellAddress(cell),
    role: role === undefined ? "" : translate(`settle.role.${role}`),
  });
}
