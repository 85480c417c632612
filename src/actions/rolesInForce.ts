import type { Assessment, ColumnRole } from "../core/assessment/assessment";
import { storedCorrections } from "../core/recognise/roleSheet";
import type { RoleCorrections } from "../core/recognise/columns/tableColumns";
import type { Scheme } from "../core/scheme/scheme";
import type { Snapshot } from "../core/workbook/snapshot";

/** What a clerk changes in the mapping, by `RecognisedColumn.key`: another role, or null to have it found again. */
export type RoleChanges = ReadonlyMap<string, ColumnRole | null>;

/** The roles given by hand that count in a workbook, and those among them that it keeps already. */
export interface RolesInForce {
  readonly roles: RoleCorrections;
  readonly stored: RoleCorrections;
}

/** The clerk's changes count most, then what the workbook keeps, then what was remembered from other workbooks. */
export function rolesInForce(
  snapshot: Snapshot,
  scheme: Scheme,
  remembered: RoleCorrections,
  changes: RoleChanges,
): RolesInForce {
  const stored = storedCorrections(snapshot, scheme);
  const roles = new Map([...remembered, ...stored]);
  for (const [key, role] of changes) {
    if (role === null) roles.delete(key);
    else roles.set(key, role);
  }
  return { roles, stored };
}

/**
 * The roles that the workbook has to keep, so that it is understood alike without this machine's memory; null when it
 * keeps them already. Remembered roles of headers that it does not have are no concern of it.
 */
export function rolesToKeep({ roles, stored }: RolesInForce, assessment: Assessment): RoleCorrections | null {
  const headers = new Set(assessment.tables.flatMap(({ columns }) => columns.map(({ key }) => key)));
  const kept = new Map([...roles].filter(([key]) => stored.has(key) || headers.has(key)));
  const alike = kept.size === stored.size && [...kept].every(([key, role]) => stored.get(key) === role);
  return alike ? null : kept;
}
