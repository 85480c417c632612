import { describe, expect, test } from "@jest/globals";
import type { CheckInput } from "../../src/actions/checkAction";
import type { RunInput } from "../../src/actions/prepare";
import type { RoleChanges } from "../../src/actions/rolesInForce";
import type { ColumnRole } from "../../src/core/assessment/assessment";
import type { Scheme } from "../../src/core/scheme/scheme";
import { createTranslate } from "../../src/i18n";
import { INITIAL_STATE, type Report, type RunEnd } from "../../src/taskpane/paneState";
import { runTask, type PaneActions } from "../../src/taskpane/runTask";
import type { TaskRequest } from "../../src/taskpane/task";
import { actionsWith, paneWork } from "./paneWork";
import { checkOutput, finding, rankingOutput } from "./reports";

const before: Report = {
  kind: "checked",
  output: checkOutput([], [], [finding("number-as-text", "warning", 4)]),
};
const after = checkOutput();
const checkAfter: PaneActions["check"]["run"] = () => Promise.resolve({ status: "done", output: after });

interface Scene {
  readonly actions: PaneActions;
  readonly report?: Report | null;
  readonly input?: RunInput;
  readonly remember?: (scheme: Scheme, corrections: RoleChanges) => void;
}

function run(
  request: TaskRequest,
  { actions, report = before, input = {}, remember }: Scene,
): Promise<RunEnd> {
  const { port, memory } = paneWork({}, {});
  return runTask(request, {
    actions,
    context: {
      port,
      translate: createTranslate("zh-CN"),
      now: () => new Date(2015, 11, 31),
      signal: new AbortController().signal,
    },
    input,
    settings: INITIAL_STATE.settings,
    report,
    memory: { ...memory, ...(remember ? { remember } : {}) },
  });
}

describe("repairs", () => {
  const cells = [{ sheet: "汇总", row: 4, column: 3 }];
  const journal = { name: "修改记录", mark: { kind: "journal", key: "repairs" } };

  test("end with a new check and what was done", async () => {
    const repaired: unknown[] = [];
    const actions = actionsWith({
      check: checkAfter,
      repair: (_context, input) => {
        repaired.push(input.cells);
        return Promise.resolve({ status: "done", output: { repairs: [], journal, entries: [7] } });
      },
    });
    expect(await run({ task: "repair", cells }, { actions })).toEqual({
      type: "reported",
      report: { kind: "checked", output: after },
      deed: { kind: "repaired", count: 0, journal, entries: [7] },
    });
    expect(repaired).toEqual([cells]);
  });

  test.each([
    { status: "cancelled" },
    { status: "refused", problem: { code: "host-failure", detail: "" } },
  ] as const)("are told once they are made, even if the check after them is $status", async (ending) => {
    const actions = actionsWith({
      check: () => Promise.resolve(ending),
      undoRepair: () => Promise.resolve({ status: "done", output: [] }),
    });
    expect(await run({ task: "undo-repair", entries: "all" }, { actions })).toEqual({
      type: "reported",
      report: before,
      deed: { kind: "undone", count: 0 },
      behind: true,
    });
  });

  test("keep a ranking on the screen, as one from before the change", async () => {
    const actions = actionsWith({
      check: checkAfter,
      undoRepair: () => Promise.resolve({ status: "done", output: [] }),
    });
    const report: Report = { kind: "ranked", output: rankingOutput() };
    const end = await run({ task: "undo-repair", entries: [1] }, { actions, report });
    expect(end).toMatchObject({ report: { kind: "ranked" } });
  });

  test("are proposed beside the report", async () => {
    const actions = actionsWith({ previewRepairs: () => Promise.resolve({ status: "done", output: [] }) });
    expect(await run({ task: "preview-repairs" }, { actions })).toEqual({
      type: "repairs-proposed",
      repairs: [],
      report: before,
    });
  });

  test("that are refused say why", async () => {
    const problem = { code: "sheet-protected", detail: "汇总" } as const;
    const actions = actionsWith({ repair: () => Promise.resolve({ status: "refused", problem }) });
    expect(await run({ task: "repair", cells }, { actions })).toEqual({ type: "refused", problem });
  });
});

describe("corrected roles", () => {
  const roleChanges = new Map<string, ColumnRole>([["平时考核", "component:result"]]);

  test("are remembered under the scheme in force once the workbook keeps them", async () => {
    const remembered: unknown[] = [];
    const actions = actionsWith({ correctRoles: () => Promise.resolve({ status: "done", output: after }) });
    const remember = (scheme: Scheme, roles: RoleChanges) => void remembered.push([scheme.id, roles]);
    const end = await run({ task: "correct-roles", roleChanges }, { actions, remember });
    expect(end).toMatchObject({ deed: { kind: "roles-kept", count: 1 } });
    expect(remembered).toEqual([["anshan-2015", roleChanges]]);
  });

  test("are not remembered when the workbook refused them", async () => {
    const remembered: unknown[] = [];
    const problem = { code: "structure-protected", detail: "" } as const;
    const actions = actionsWith({ correctRoles: () => Promise.resolve({ status: "refused", problem }) });
    await run({ task: "correct-roles", roleChanges }, { actions, remember: () => void remembered.push(1) });
    expect(remembered).toEqual([]);
  });
});

test("the findings sheet and marks leave a ranking as fresh as it was", async () => {
  const sheet = { name: "检查结果", mark: { kind: "findings", key: "all" } };
  const inputs: CheckInput[] = [];
  const actions = actionsWith({
    findingsSheet: (_context, input) => {
      inputs.push(input);
      return Promise.resolve({ status: "done", output: { ...after, sheet } });
    },
    markFindings: () =>
      Promise.resolve({
        status: "done",
        output: { ...after, marked: [{ sheet: "汇总", row: 4, column: 3 }], restored: [], left: [] },
      }),
  });
  const report: Report = { kind: "ranked", output: rankingOutput() };
  expect(await run({ task: "findings-sheet" }, { actions, report })).toMatchObject({
    report: { kind: "ranked" },
    deed: { kind: "findings-sheet", sheet },
  });
  expect(await run({ task: "mark" }, { actions, report })).toMatchObject({
    report: { kind: "ranked" },
    deed: { kind: "marked", count: 1, left: 0 },
  });
  expect(inputs).toEqual([{}]);
});

describe("the workbook's own scheme", () => {
  test("is what the check after it goes by, whichever was chosen before", async () => {
    const checkedWith: unknown[] = [];
    const actions = actionsWith({
      check: (_context, input) => {
        checkedWith.push(input);
        return Promise.resolve({ status: "done", output: after });
      },
      schemeSheet: () =>
        Promise.resolve({
          status: "done",
          output: { sheet: "考评方案", isExisting: false, scheme: null, faults: [] },
        }),
    });
    const end = await run({ task: "scheme-sheet" }, { actions, input: { schemeFromHeaders: true } });
    expect(end).toEqual({
      type: "reported",
      report: { kind: "checked", output: after },
      deed: { kind: "scheme-sheet", sheet: "考评方案", isExisting: false, faults: [] },
    });
    expect(checkedWith).toEqual([{}]);
  });
});
