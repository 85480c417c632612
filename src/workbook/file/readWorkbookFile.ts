import type { Snapshot } from "../../core/workbook/snapshot";
import type { Outcome, Watch } from "../port";
import { openPackage } from "./openPackage";
import { problemOf } from "./problems";
import { readSnapshot } from "./snapshotReader";

/**
 * Reads a workbook file as data, for one that is only looked at: what writes files is not loaded for it. Refused as
 * `openWorkbook` refuses.
 */
export async function readWorkbookFile(
  bytes: Uint8Array,
  name: string,
  watch?: Watch,
): Promise<Outcome<Snapshot>> {
  try {
    const parts = openPackage(bytes, name);
    if (!parts.ok) return parts;
    const { snapshot } = await readSnapshot(parts.value, new Map(), watch);
    return { ok: true, value: snapshot };
  } catch (error) {
    return { ok: false, problem: problemOf(error, name) };
  }
}
