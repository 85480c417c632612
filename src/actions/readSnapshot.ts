import type { Snapshot } from "../core/workbook/snapshot";
import type { ActionContext, ActionResult } from "./action";
import { beginStep, failed, isCancelled } from "./prepare";

/** Reads the workbook, as the first step of an action that needs no check of it. */
export async function readSnapshot(context: ActionContext): Promise<ActionResult<Snapshot>> {
  await beginStep(context, "reading");
  const read = await context.port.read(context.signal ? { signal: context.signal } : {});
  if (isCancelled(context)) return { status: "cancelled" };
  return read.ok ? { status: "done", output: read.value } : failed(read);
}
