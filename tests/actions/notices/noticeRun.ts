import type { ActionContext } from "../../../src/actions/action";
import { noticesAction, type NoticesInput, type NoticesOutput } from "../../../src/actions/noticesAction";
import { noticeKind, type NoticeKindId } from "../../../src/core/notices/noticeKinds";
import type { PlannedValue, SheetPlan } from "../../../src/core/workbook/plan";
import { isCellError, type SheetSnapshot, type Snapshot } from "../../../src/core/workbook/snapshot";
import { createTranslate } from "../../../src/i18n";
import type { FileWorkbook } from "../../../src/workbook/file/fileWorkbook";
import { newWorkbook } from "../../../src/workbook/file/newWorkbook";
import { scoreRows, type MadeUpScores } from "../../core/notices/noticeWorkbook";

const page: SheetPlan["page"] = {
  paper: "a4",
  orientation: "portrait",
  margins: { top: 20, bottom: 20, left: 20, right: 20, header: 8, footer: 8 },
  fitWidth: true,
};

/** A clerk's sheet of plain cells. */
export function clerksSheet(name: string, cells: readonly (readonly PlannedValue[])[]) {
  const columnCount = Math.max(...cells.map((row) => row.length));
  return {
    name,
    mark: null,
    visibility: "visible",
    cells: cells.map((row) => Array.from({ length: columnCount }, (_, column) => row[column] ?? null)),
    styles: [],
    merges: [],
    columnWidths: [],
    rowHeights: new Map<number, number>(),
    links: [],
    page,
  } as const;
}

/** A file of all 70 units with made-up scores, and further sheets of the clerk's. */
export async function scoreFile(
  scores?: (position: number, unit: string) => MadeUpScores,
  ...more: readonly ReturnType<typeof clerksSheet>[]
): Promise<FileWorkbook> {
  // The rows hold texts and numbers alone.
  const rows = scoreRows(scores) as PlannedValue[][];
  const made = await newWorkbook([clerksSheet("2015年度汇总", rows), ...more], "成绩.xlsx");
  if (!made.ok) throw new Error(`The workbook could not be made: ${made.problem.code}.`);
  return made.value;
}

/** A context on a file, on 15 January 2016. */
export function contextOf(port: FileWorkbook): ActionContext {
  return { port, translate: createTranslate("zh-CN"), now: () => new Date(2016, 0, 15, 9, 0) };
}

/** Makes notices on a file. */
export function make(port: FileWorkbook, kind: NoticeKindId, input: Omit<NoticesInput, "kind"> = {}) {
  const found = noticeKind(kind);
  if (!found) throw new Error(`There is no kind ${kind}.`);
  return noticesAction.run(contextOf(port), { kind: found, ...input });
}

/** Makes notices that have to come about. */
export async function made(
  port: FileWorkbook,
  kind: NoticeKindId,
  input: Omit<NoticesInput, "kind"> = {},
): Promise<NoticesOutput> {
  const result = await make(port, kind, input);
  if (result.status !== "done") throw new Error(`No notice was made: ${JSON.stringify(result)}`);
  return result.output;
}

/** The sheet with a name. */
export function sheetNamed(snapshot: Snapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

/** All texts of a sheet, line after line, indents left out, cells of a row parted by bars. */
export function linesOf(sheet: SheetSnapshot): string[] {
  return sheet.values
    .map((row) =>
      row
        .filter((value) => value !== null)
        .map((value) => (isCellError(value) ? value.error : String(value)).trim())
        .join("|"),
    )
    .filter((line) => line !== "");
}

/** A sheet's running text without line ends, for looking for sentences. */
export function textOf(sheet: SheetSnapshot): string {
  return linesOf(sheet).join("");
}
