import type { ActionContext, ActionResult } from "../../src/actions/action";
import { approveRankingAction } from "../../src/actions/approveRankingAction";
import { checkAction } from "../../src/actions/checkAction";
import { correctRolesAction } from "../../src/actions/correctRolesAction";
import { findingsSheetAction } from "../../src/actions/findingsSheetAction";
import { ignoreFindingsAction } from "../../src/actions/ignoreFindingsAction";
import { markFindingsAction } from "../../src/actions/markFindingsAction";
import { noticeOverviewAction } from "../../src/actions/noticeOverviewAction";
import { noticesAction, type NoticesInput } from "../../src/actions/noticesAction";
import { noticeSheetsAction } from "../../src/actions/noticeSheetsAction";
import { openSettlingAction } from "../../src/actions/openSettlingAction";
import { previewRepairsAction, repairAction } from "../../src/actions/repairAction";
import { rankingAction } from "../../src/actions/rankingAction";
import { removeNoticesAction } from "../../src/actions/removeNoticesAction";
import { schemeSheetAction } from "../../src/actions/schemeSheetAction";
import { settleAction } from "../../src/actions/settleAction";
import { settleNameAction } from "../../src/actions/settleNameAction";
import { stampNoticesAction } from "../../src/actions/stampNoticesAction";
import { undoRepairAction } from "../../src/actions/undoRepairAction";
import { unmarkFindingsAction } from "../../src/actions/unmarkFindingsAction";
import { unsettleAction } from "../../src/actions/unsettleAction";
import { ignoredKey } from "../../src/core/findings/ignoredFindings";
import { noticeKind } from "../../src/core/notices/noticeKinds";
import type { CellValue } from "../../src/core/workbook/snapshot";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { SCORE_HEADER, scoreRows } from "../core/notices/noticeWorkbook";
import { NONSENSE, opened } from "../core/settle/settling";

type Run = (context: ActionContext) => Promise<ActionResult<unknown>>;

/** An action on a workbook that earlier actions have brought to a certain state. */
export interface Scene {
  readonly name: string;
  readonly workbook: () => MemoryWorkbook;
  readonly before: readonly Run[];
  /** The action; what it has to look up in the workbook first is looked up before anything fails. */
  readonly prepare: (context: ActionContext) => Promise<Run>;
}

function workbookWith(name: string, rows: readonly (readonly CellValue[])[]): MemoryWorkbook {
  const workbook = new MemoryWorkbook([name, "说明"]);
  const columnCount = Math.max(...rows.map((row) => row.length));
  const filled = rows.map((row) => Array.from({ length: columnCount }, (_, column) => row[column] ?? null));
  const area = { row: 0, column: 0, rowCount: rows.length, columnCount };
  workbook.sheets()[0]?.write(area, filled);
  workbook.sheets()[1]?.write({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, [["经办人的说明"]]);
  return workbook;
}

/** All units of the roster; C3 is a number written as text, D5 is above what can be reached, one name is strange. */
function scores(): MemoryWorkbook {
  const rows = [...scoreRows(), ["第四组", "编造开发公司", 60, 60, 60, 60, 0, 0]];
  const workbook = workbookWith("2015年度汇总", [[...SCORE_HEADER], ...rows.slice(1)]);
  const sheet = workbook.sheets()[0];
  sheet?.write({ row: 2, column: 2, rowCount: 1, columnCount: 1 }, [["９１.５"]]);
  sheet?.write({ row: 4, column: 3, rowCount: 1, columnCount: 1 }, [[930]]);
  sheet?.setStyle({ row: 4, column: 3, rowCount: 1, columnCount: 1 }, { fill: "#E2EFDA" });
  return workbook;
}

const nonsense = () => workbookWith("表一", NONSENSE);

const units = scoreRows()
  .slice(21, 25)
  .map(([, name]) => (typeof name === "string" ? name : ""));

const notices =
  (more: Partial<NoticesInput> = {}): Run =>
  (context) =>
    noticesAction.run(context, { kind: kindOf("feedback"), units, ...more });

function kindOf(id: "feedback"): NoticesInput["kind"] {
  const kind = noticeKind(id);
  if (!kind) throw new Error(`There is no kind of notice ${id}.`);
  return kind;
}

const rank: Run = (context) => rankingAction.run(context, { totals: "formula" });
const mark: Run = (context) => markFindingsAction.run(context, {});
const approval = { by: "市政府", on: { year: 2016, month: 1, day: 12 }, number: "编造〔2016〕1号" };
const approve: Run = (context) => approveRankingAction.run(context, { approval });
const settings: Run = (context) =>
  noticeSheetsAction.run(context, { sheet: { of: "settings" }, reset: false });
const template =
  (reset: boolean): Run =>
  (context) =>
    noticeSheetsAction.run(context, { sheet: { of: "template", kind: kindOf("feedback") }, reset });

async function outputOf<Output>(result: Promise<ActionResult<Output>>): Promise<Output> {
  const ended = await result;
  if (ended.status !== "done") throw new Error(JSON.stringify(ended));
  return ended.output;
}

const repair = async (context: ActionContext): Promise<Run> => {
  const repairs = await outputOf(previewRepairsAction.run(context, {}));
  const cells = repairs.map(({ cell }) => cell);
  return (later) => repairAction.run(later, { cells });
};

const settle = async (context: ActionContext): Promise<Run> => {
  const { workbook } = await outputOf(openSettlingAction.run(context, null));
  const answers = opened(workbook.snapshot);
  return (later) => settleAction.run(later, { answers });
};

const ignore = async (context: ActionContext): Promise<Run> => {
  const { findings } = await outputOf(checkAction.run(context, {}));
  const [first] = findings;
  if (!first) throw new Error("The workbook has findings.");
  const reasons = new Map([[ignoredKey(first), "已核对"]]);
  return (later) => ignoreFindingsAction.run(later, { reasons });
};

const atOnce =
  (prepare: (context: ActionContext) => Promise<Run>): Run =>
  async (context) =>
    (await prepare(context))(context);

/** Changes a score, so that notices are out of date. */
const changeScore: Run = async (context) => {
  const edit = {
    cell: { sheet: "2015年度汇总", row: 1, column: 2 },
    expected: 95,
    value: 20,
  };
  const written = await context.port.write({ sheets: [], edits: [edit], removals: [] });
  return written.ok ? { status: "done", output: null } : { status: "refused", problem: written.problem };
};

const onScores = (name: string, act: Run, ...before: readonly Run[]): Scene => ({
  ...{ name, workbook: scores, before },
  prepare: () => Promise.resolve(act),
});

/** Every action, those that write again once more where their sheets stand already. */
export const SCENES: readonly Scene[] = [
  onScores("check", (context) => checkAction.run(context, {})),
  onScores("ranking", rank),
  onScores("ranking again", rank, rank),
  onScores("ranking by values", (context) => rankingAction.run(context, { totals: "values" }), rank),
  onScores("findings sheet", (context) => findingsSheetAction.run(context, {})),
  onScores(
    "findings sheet again",
    (context) => findingsSheetAction.run(context, {}),
    (context) => findingsSheetAction.run(context, {}),
  ),
  { name: "repair", workbook: scores, before: [], prepare: repair },
  onScores(
    "undo of a repair",
    (context) => undoRepairAction.run(context, { entries: "all" }),
    atOnce(repair),
  ),
  onScores("mark", mark),
  onScores("mark again", mark, mark),
  onScores("unmark", (context) => unmarkFindingsAction.run(context, {}), mark),
  onScores("notices", notices()),
  onScores("notices again", notices(), notices()),
  onScores("notices on one sheet", notices({ layout: "one-sheet" }), notices({ layout: "one-sheet" })),
  onScores("final notices", notices({ final: true }), notices(), approve),
  onScores("overview of notices", (context) => noticeOverviewAction.run(context, {}), notices()),
  onScores("approval", approve),
  onScores("approval again", approve, notices(), approve),
  onScores("stamp", (context) => stampNoticesAction.run(context, {}), notices(), changeScore),
  onScores("removal of notices", (context) => removeNoticesAction.run(context, {}), notices()),
  onScores("template", template(false)),
  onScores("template made anew", template(true), template(false)),
  onScores("settings", settings),
  onScores("scheme sheet", (context) => schemeSheetAction.run(context, {})),
  { name: "ignored finding", workbook: scores, before: [], prepare: ignore },
  onScores("column's use", (context) =>
    correctRolesAction.run(context, { roleChanges: new Map([["加分", "bonus"]]) }),
  ),
  onScores("name for the roster", (context) =>
    settleNameAction.run(context, {
      name: "编造开发公司",
      meaning: { kind: "unit", group: "第四组" },
    }),
  ),
  { name: "settling", workbook: nonsense, before: [], prepare: settle },
  {
    name: "settling taken back",
    workbook: nonsense,
    before: [atOnce(settle)],
    prepare: () => Promise.resolve((context) => unsettleAction.run(context, null)),
  },
];
