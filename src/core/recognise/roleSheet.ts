import type { ColumnRole } from "../assessment/assessment";
import type { Scheme } from "../scheme/scheme";
import type { SheetPlan } from "../workbook/plan";
import { sheetMarked, type Snapshot } from "../workbook/snapshot";
import { planStoreSheet } from "../workbook/storeSheet";
import type { RoleCorrections } from "./columns/tableColumns";

/** The mark of the sheet that keeps the clerk's own column roles. */
export const ROLES_MARK = { kind: "roles", key: "roles" } as const;

/** Roles that a clerk may give to a column under a scheme, in the order of a score table. */
export function offeredRoles(scheme: Scheme): ColumnRole[] {
  return [
    "unit",
    "group",
    ...scheme.components.map(({ id }): ColumnRole => `component:${id}`),
    "bonus",
    "deduction",
    "net",
    ...scheme.adjustments.map(({ id }): ColumnRole => `adjustment:${id}`),
    "total",
    "rank",
    "period",
    "note",
    "problem",
    "unknown",
  ];
}

/** The sheet that keeps the roles that a clerk gave to headers, hidden from the tab bar: one row a header. */
export function planRoleSheet(corrections: RoleCorrections): SheetPlan {
  return planStoreSheet({
    name: "PERF列用途",
    mark: ROLES_MARK,
    cells: [...corrections].map(([header, role]) => [header, role]),
    columnWidths: [40, 24],
  });
}

/** The roles that the workbook keeps; those that the scheme does not know are left out. */
export function storedCorrections(snapshot: Snapshot, scheme: Scheme): RoleCorrections {
  const sheet = sheetMarked(snapshot, ROLES_MARK);
  return knownCorrections(sheet?.values ?? [], scheme);
}

/** Corrections from pairs of header and role, as they come out of a sheet or a store; what is no role is left out. */
export function knownCorrections(pairs: readonly (readonly unknown[])[], scheme: Scheme): RoleCorrections {
  const roles = new Map(offeredRoles(scheme).map((role) => [role as string, role]));
  const corrections = new Map<string, ColumnRole>();
  for (const [header, text] of pairs) {
    const role = typeof text === "string" ? roles.get(text) : undefined;
    if (typeof header === "string" && role !== undefined) corrections.set(header, role);
  }
  return corrections;
}
