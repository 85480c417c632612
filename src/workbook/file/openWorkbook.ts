import type { Outcome, Watch } from "../port";
import { FileWorkbook } from "./fileWorkbook";
import { openPackage } from "./openPackage";
import { problemOf } from "./problems";

/**
 * Opens the bytes of an .xlsx or .xlsm file and reads it whole. `name` is what messages call it. Refused, with
 * one clear line: an empty file, anything that is no workbook, an encrypted one, an old .xls or a binary .xlsb,
 * one that is cut off or damaged (the part is named), one that unpacks to more than `MAXIMUM_UNPACKED_BYTES` or
 * whose cells span more than `MAXIMUM_AREA_CELLS` (the far cell is named).
 */
export async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  watch?: Watch,
): Promise<Outcome<FileWorkbook>> {
  try {
    const parts = openPackage(bytes, name);
    return parts.ok ? { ok: true, value: await FileWorkbook.open(parts.value, name, watch) } : parts;
  } catch (error) {
    return { ok: false, problem: problemOf(error, name) };
  }
}
