import type { Plan } from "../../core/workbook/plan";
import type { Outcome } from "../port";

type Failed = Outcome<never> & { readonly ok: false };

/**
 * Names the sheet that is protected, where Excel denied a write without saying which: one that the plan writes to.
 * Where none of them is, or Excel does not say, the problem stays as it is.
 */
export async function withProtectedSheet(failed: Failed, plan: Plan): Promise<Failed> {
  if (failed.problem.code !== "writing-denied") return failed;
  const names = new Set([
    ...plan.edits.map(({ cell }) => cell.sheet),
    ...(plan.fills ?? []).map(({ cell }) => cell.sheet),
    ...(plan.printAreas ?? []).map(({ sheet }) => sheet),
    ...plan.sheets.map(({ name }) => name),
  ]);
  const detail = await protectedAmong(names);
  return detail === null
    ? failed
    : { ok: false, problem: { ...failed.problem, code: "sheet-protected", detail } };
}

async function protectedAmong(names: ReadonlySet<string>): Promise<string | null> {
  try {
    return await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      for (const { protection } of worksheets.items) protection.load("protected");
      await context.sync();
      const found = worksheets.items.find(({ name, protection }) => names.has(name) && protection.protected);
      return found?.name ?? null;
    });
  } catch (error) {
    // The question is beside the point where Excel answers none: the problem is told without the name.
    if (error instanceof OfficeExtension.Error) return null;
    throw error;
  }
}
