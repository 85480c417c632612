import { describe, expect, test } from "@jest/globals";
import type { ActionContext } from "../../src/actions/action";
import { checkAction, type CheckInput, type CheckOutput } from "../../src/actions/checkAction";
import { correctRolesAction } from "../../src/actions/correctRolesAction";
import { rankingAction } from "../../src/actions/rankingAction";
import type { ColumnRole, RecognisedColumn } from "../../src/core/assessment/assessment";
import { createTranslate } from "../../src/i18n";
import type { WorkbookPort } from "../../src/workbook/port";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";
import { describedBytes } from "../workbook/file/describedWorkbook";

/** A made-up table in which 平时考核 says nothing that the scheme knows, and 联系人 holds no figures. */
const CELLS = {
  ...{ A1: "单位", B1: "平时考核", C1: "过程得分", D1: "领导评价得分", E1: "公众评议得分", F1: "联系人" },
  ...{ A2: "海城市政府", B2: 91, C2: 92, D2: 93, E2: 94, F2: "甲" },
  ...{ A3: "台安县政府", B3: 81, C3: 82, D3: 83, E3: 84, F3: "乙" },
};

async function workbook(): Promise<WorkbookPort> {
  const opened = await openWorkbook(
    describedBytes({ sheets: [{ name: "汇总", cells: CELLS }] }),
    "汇总.xlsx",
  );
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

function contextOf(port: WorkbookPort): ActionContext {
  return { port, translate: createTranslate("zh-CN"), now: () => new Date(2015, 11, 31) };
}

async function check(port: WorkbookPort, input: CheckInput = {}): Promise<CheckOutput> {
  const result = await checkAction.run(contextOf(port), input);
  if (result.status !== "done") throw new Error(result.status);
  return result.output;
}

function columnOf(output: CheckOutput, header: string): RecognisedColumn {
  const column = output.assessment.tables[0]?.columns.find((one) => one.header === header);
  if (!column) throw new Error(`no column ${header}`);
  return column;
}

describe("the mapping of columns", () => {
  test("asks about a column without a role that holds figures, not about one that holds words", async () => {
    const output = await check(await workbook());
    expect(columnOf(output, "平时考核")).toMatchObject({ role: "unknown", unusedFigures: true });
    expect(columnOf(output, "联系人").unusedFigures).toBeUndefined();
    expect(columnOf(output, "过程得分").unusedFigures).toBeUndefined();
  });

  test("a correction counts at once, is kept in the workbook, and ends the question", async () => {
    const port = await workbook();
    const { key } = columnOf(await check(port), "平时考核");
    const roleChanges = new Map<string, ColumnRole>([[key, "component:result"]]);
    const result = await correctRolesAction.run(contextOf(port), { roleChanges });
    if (result.status !== "done") throw new Error(result.status);
    expect(columnOf(result.output, "平时考核")).toMatchObject({
      role: "component:result",
      reason: "corrected",
    });
    const later = await check(port);
    expect(later.assessment.units[0]?.components.get("result")?.value).toEqual({ units: 91, places: 0 });
    expect(columnOf(later, "平时考核").unusedFigures).toBeUndefined();
  });

  test("a column that the clerk wants unused is not asked about again", async () => {
    const port = await workbook();
    const { key } = columnOf(await check(port), "平时考核");
    await correctRolesAction.run(contextOf(port), { roleChanges: new Map([[key, "unknown"]]) });
    expect(columnOf(await check(port), "平时考核").unusedFigures).toBeUndefined();
  });

  test("a role that is taken back is found again by the header, and nothing of it is left behind", async () => {
    const port = await workbook();
    const { key } = columnOf(await check(port), "平时考核");
    const given = new Map<string, ColumnRole>([[key, "component:result"]]);
    await correctRolesAction.run(contextOf(port), { roleChanges: given });
    const result = await correctRolesAction.run(contextOf(port), {
      roleChanges: new Map([[key, null]]),
      rememberedRoles: () => given,
    });
    expect(result.status === "done" && columnOf(result.output, "平时考核")).toMatchObject({
      role: "unknown",
      unusedFigures: true,
    });
    const later = await check(port);
    expect(columnOf(later, "平时考核")).toMatchObject({ role: "unknown", unusedFigures: true });
    expect(later.assessment.tables.map(({ kind }) => kind)).toEqual(["scores"]);
  });

  test("roles with which nothing would be recognised any more are refused, and the workbook stays as it was", async () => {
    const port = await workbook();
    const roleChanges = new Map<string, ColumnRole>(
      ["过程得分", "领导评价得分", "公众评议得分"].map((key) => [key, "unknown"]),
    );
    const result = await correctRolesAction.run(contextOf(port), { roleChanges });
    expect(result.status).toBe("refused");
    expect(columnOf(await check(port), "过程得分").role).toBe("component:process");
  });

  test("a ranking keeps the remembered roles that it was made with, so that others get the same one", async () => {
    const port = await workbook();
    const { key } = columnOf(await check(port), "平时考核");
    const remembered = new Map<string, ColumnRole>([
      [key, "component:result"],
      ["别处的表头", "note"],
    ]);
    await rankingAction.run(contextOf(port), { totals: "formula", rememberedRoles: () => remembered });
    expect(columnOf(await check(port), "平时考核")).toMatchObject({
      role: "component:result",
      reason: "corrected",
    });
    const read = await port.read();
    const kept = read.ok ? read.value.sheets.find(({ mark }) => mark?.kind === "roles") : undefined;
    expect(kept?.values).toEqual([[key, "component:result"]]);
  });

  test("remembered roles help in a new workbook; what a workbook keeps itself wins", async () => {
    const port = await workbook();
    const { key } = columnOf(await check(port), "平时考核");
    const asked: string[] = [];
    const remembering: CheckInput = {
      rememberedRoles: (scheme) => {
        asked.push(scheme.id);
        return new Map<string, ColumnRole>([[key, "component:result"]]);
      },
    };
    expect(columnOf(await check(port, remembering), "平时考核").role).toBe("component:result");
    expect(asked).toEqual(["anshan-2015"]);
    await correctRolesAction.run(contextOf(port), { roleChanges: new Map([[key, "note"]]) });
    expect(columnOf(await check(port, remembering), "平时考核").role).toBe("note");
  });
});
