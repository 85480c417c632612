import type { Plan, SheetPlan } from "../../../src/core/workbook/plan";
import type { SheetSnapshot, Snapshot } from "../../../src/core/workbook/snapshot";
import type { FileWorkbook } from "../../../src/workbook/file/fileWorkbook";
import { openWorkbook } from "../../../src/workbook/file/openWorkbook";
import type { Outcome, WorkbookProblem } from "../../../src/workbook/port";

/** The value of an outcome that has to be one. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.detail}`);
  return outcome.value;
}

/** Opens bytes that have to be a workbook. */
export async function opened(bytes: Uint8Array): Promise<FileWorkbook> {
  return valueOf(await openWorkbook(bytes, "成绩.xlsx"));
}

/** What bytes that have to be a workbook hold. */
export async function snapshotOf(bytes: Uint8Array): Promise<Snapshot> {
  return valueOf(await (await opened(bytes)).read());
}

/** A sheet of a snapshot by its position. */
export function sheetAt(snapshot: Snapshot, index: number): SheetSnapshot {
  const sheet = snapshot.sheets[index];
  if (!sheet) throw new Error(`no sheet ${String(index)}`);
  return sheet;
}

/** Why bytes are refused; null when they are opened. */
export async function refusal(bytes: Uint8Array): Promise<WorkbookProblem | null> {
  const outcome = await openWorkbook(bytes, "成绩.xlsx");
  return outcome.ok ? null : outcome.problem;
}

/** A small sheet of ours; tests change what they are about. */
export function plannedSheet(changes: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name: "排名",
    mark: { kind: "ranking", key: "2015-annual" },
    visibility: "visible",
    cells: [
      ["名次", "单位"],
      [1, "海城市政府"],
    ],
    styles: [],
    merges: [],
    columnWidths: [],
    rowHeights: new Map(),
    links: [],
    page: {
      paper: "a4",
      orientation: "portrait",
      margins: { top: 20, bottom: 20, left: 15, right: 15, header: 8, footer: 8 },
      fitWidth: true,
    },
    ...changes,
  };
}

/** A plan that does only what is given. */
export function planOf(changes: Partial<Plan>): Plan {
  return { sheets: [], edits: [], removals: [], ...changes };
}
