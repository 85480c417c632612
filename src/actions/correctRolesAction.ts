import { planRoleSheet, ROLES_MARK } from "../core/recognise/roleSheet";
import type { RoleCorrections } from "../core/recognise/columns/tableColumns";
import type { Plan } from "../core/workbook/plan";
import type { Action } from "./action";
import { checkOutputOf, type CheckInput, type CheckOutput } from "./checkAction";
import { beginStep, failed, isCancelled, prepare } from "./prepare";
import type { RoleChanges } from "./rolesInForce";
import { fewerUnits } from "./fewerUnits";
import { writeFrom } from "./writeFrom";

/** What the clerk changed in the mapping of columns. */
export interface CorrectRolesInput extends CheckInput {
  readonly roleChanges: RoleChanges;
  /** So many units have to be ranked, else nothing is kept; left out where the clerk has said that fewer will do. */
  readonly leastRanked?: number;
}

/**
 * 改列用途: checks the workbook with the clerk's roles and keeps them in it. Roles with which nothing would be
 * recognised any more are refused and not kept.
 */
export const correctRolesAction: Action<CorrectRolesInput, CheckOutput> = {
  id: "correct-roles",
  label: "action.correct-roles",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    const { rolesToKeep, ranking } = prepared.output;
    const fewer = fewerUnits(ranking, input.leastRanked);
    if (fewer !== null) return { status: "refused", problem: fewer };
    if (rolesToKeep !== null) {
      if (isCancelled(context)) return { status: "cancelled" };
      await beginStep(context, "writing");
      const written = await writeFrom(context, prepared.output.snapshot, planRoles(rolesToKeep));
      if (!written.ok) return failed(written);
    }
    return { status: "done", output: checkOutputOf(prepared.output) };
  },
};

function planRoles(roles: RoleCorrections): Plan {
  return roles.size === 0
    ? { sheets: [], edits: [], removals: [ROLES_MARK] }
    : { sheets: [planRoleSheet(roles)], edits: [], removals: [] };
}
