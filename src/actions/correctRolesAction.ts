import { planRoleSheet, storedCorrections } from "../core/recognise/roleSheet";
import type { RoleCorrections } from "../core/recognise/tableColumns";
import type { Action } from "./action";
import { checkAction, type CheckInput, type CheckOutput } from "./checkAction";
import { failed, prepare } from "./prepare";

/** What the clerk changed in the mapping of columns. */
export interface CorrectRolesInput extends CheckInput {
  /** Roles by `headerKey`; they are added to those that the workbook keeps already. */
  readonly corrections: RoleCorrections;
}

/** 改列用途: keeps the clerk's roles in the workbook and checks it again with them. */
export const correctRolesAction: Action<CorrectRolesInput, CheckOutput> = {
  id: "correct-roles",
  label: "action.correct-roles",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    const { snapshot, scheme } = prepared.output;
    const kept = new Map([...storedCorrections(snapshot, scheme), ...input.corrections]);
    const plan = { sheets: [planRoleSheet(kept)], edits: [], removals: [] };
    const written = await context.port.write(plan, context.signal ? { signal: context.signal } : {});
    if (!written.ok) return failed(written);
    return checkAction.run(context, input);
  },
};
