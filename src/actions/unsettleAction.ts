import { knownCorrections, planRoleSheet, ROLES_MARK } from "../core/recognise/roleSheet";
import { schemeBefore } from "../core/recognise/settled/beforeSettled";
import { SETTLED_MARK, settledKept, type BeforeSettled } from "../core/recognise/settled/settledPlace";
import { planSchemeSheet } from "../core/reports/schemeSheet";
import { anshan2015 } from "../core/scheme/anshan-2015/anshan2015";
import { SCHEME_MARK } from "../core/scheme/schemeSheet";
import type { Plan } from "../core/workbook/plan";
import type { Action } from "./action";
import { beginStep, failed } from "./prepare";
import { readSnapshot } from "./readSnapshot";
import { writeFrom } from "./writeFrom";

/** 撤销: takes back what the clerk settled in the settling view; scheme and roles are as they were before it. */
export const unsettleAction: Action<null, null> = {
  id: "unsettle",
  label: "action.unsettle",
  async run(context) {
    const read = await readSnapshot(context);
    if (read.status !== "done") return read;
    const kept = settledKept(read.output);
    if (kept === null) return { status: "done", output: null };
    await beginStep(context, "writing");
    const written = await writeFrom(context, read.output, planBefore(kept.before));
    return written.ok ? { status: "done", output: null } : failed(written);
  },
};

function planBefore(before: BeforeSettled): Plan {
  const scheme = schemeBefore(before);
  const roles = knownCorrections(before.roles, scheme ?? anshan2015);
  return {
    sheets: [
      ...(scheme === null ? [] : [planSchemeSheet(scheme)]),
      ...(roles.size === 0 ? [] : [planRoleSheet(roles)]),
    ],
    edits: [],
    removals: [
      SETTLED_MARK,
      ...(scheme === null ? [SCHEME_MARK] : []),
      ...(roles.size === 0 ? [ROLES_MARK] : []),
    ],
  };
}
