import { describe, expect, test } from "@jest/globals";
import { writeXlsx } from "hucre";
import type { ActionContext } from "../../src/actions/action";
import { checkAction, type CheckOutput } from "../../src/actions/checkAction";
import { ignoreFindingsAction } from "../../src/actions/ignoreFindingsAction";
import { schemeSheetAction } from "../../src/actions/schemeSheetAction";
import { settleNameAction } from "../../src/actions/settleNameAction";
import type { Finding } from "../../src/core/findings/finding";
import { ignoredKey } from "../../src/core/findings/ignoredFindings";
import type { NameMeaning } from "../../src/core/scheme/sheet/nameMeaning";
import { storedScheme } from "../../src/core/scheme/sheet/storedScheme";
import { checkResult } from "../../src/headless/results";
import { checkLines } from "../../src/headless/textReport";
import { createTranslate } from "../../src/i18n";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";
import type { WorkbookPort } from "../../src/workbook/port";

const ROWS: (string | number)[][] = [
  ["单位", "组别", "结果得分", "过程得分", "领导评价得分", "公众评议得分"],
  ["铁东区政府", "第二组", 95, 93, 88, 90],
  ["立山区政府", "第二组", 91, 92, 88, 90],
  ["铁西区政府", "第二组", 0, 92, 87, 91],
  ["新城区政府", "第二组", 90, 92, 87, 91],
];

async function workbook(rows = ROWS) {
  return reopened(await writeXlsx({ sheets: [{ name: "汇总", rows }] }));
}

async function reopened(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes, "成绩.xlsx");
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

function contextOf(port: WorkbookPort): ActionContext {
  return { port, translate: createTranslate("zh-CN"), now: () => new Date(2015, 11, 31, 10, 20) };
}

async function check(port: WorkbookPort): Promise<CheckOutput> {
  const checked = await checkAction.run(contextOf(port), {});
  if (checked.status !== "done") throw new Error(JSON.stringify(checked));
  return checked.output;
}

async function ignore(port: WorkbookPort, finding: Finding, reason: string | null): Promise<CheckOutput> {
  const reasons = new Map([[ignoredKey(finding), reason]]);
  const result = await ignoreFindingsAction.run(contextOf(port), { reasons });
  if (result.status !== "done") throw new Error(JSON.stringify(result));
  return result.output;
}

function findingOf({ findings }: CheckOutput, code: string): Finding {
  const found = findings.find((finding) => finding.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

describe("忽略", () => {
  test("an ignored finding is out of the list, kept in the file with its reason, and can be called back", async () => {
    const port = await workbook();
    const before = await check(port);
    const zero = findingOf(before, "component-zero");
    const after = await ignore(port, zero, "确为零分");
    expect(after.findings.map(({ code }) => code)).not.toContain("component-zero");
    expect(after.settled.ignored).toEqual([{ finding: zero, reason: "确为零分" }]);
    const later = await reopened(await port.save());
    const again = await check(later);
    expect(again.findings).toEqual(after.findings);
    expect(again.settled.ignored).toEqual(after.settled.ignored);
    const recalled = await ignore(later, zero, null);
    expect(recalled.settled.ignored).toEqual([]);
    expect(recalled.findings.map(({ code }) => code)).toContain("component-zero");
    const read = await later.read();
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(["汇总"]);
  });

  test("the command line leaves it out and says so", async () => {
    const port = await workbook();
    const zero = findingOf(await check(port), "component-zero");
    const output = await ignore(port, zero, "确为零分");
    const translate = createTranslate("zh-CN");
    const lines = checkLines(output, translate);
    expect(lines.filter((line) => line.includes("结果得分为 0"))).toEqual([]);
    expect(lines.at(-1)).toBe("另有 1 处问题已在工作簿中标为忽略，没有列出");
    const { findings, ignored } = checkResult(output, translate);
    expect(findings.map(({ code }) => code)).not.toContain("component-zero");
    expect(ignored).toMatchObject([{ code: "component-zero", cell: "C4", reason: "确为零分" }]);
  });

  test("a cell that holds another value is found anew", async () => {
    const port = await workbook();
    const unknown = findingOf(await check(port), "unit-unknown");
    await ignore(port, unknown, "筹建中");
    const edit = { cell: { sheet: "汇总", row: 4, column: 0 }, expected: "新城区政府", value: "老城区政府" };
    await port.write({ sheets: [], edits: [edit], removals: [] });
    expect(findingOf(await check(port), "unit-unknown").parameters["text"]).toBe("老城区政府");
  });
});

describe("加入名册 and 设为别称", () => {
  const meanings: readonly NameMeaning[] = [
    { kind: "unit", group: "第二组" },
    { kind: "alias", unit: "千山区政府" },
  ];

  test.each(meanings)("%j makes 考评方案 first where there is none", async (meaning) => {
    const port = await workbook();
    expect(findingOf(await check(port), "unit-unknown").parameters["text"]).toBe("新城区政府");
    const result = await settleNameAction.run(contextOf(port), { name: "新城区政府", meaning });
    expect(result).toEqual({ status: "done", output: { sheet: "考评方案" } });
    await expectKnown(await reopened(await port.save()), meaning);
  });

  test.each(meanings)("%j changes nothing else on a 考评方案 that stands there", async (meaning) => {
    const port = await workbook();
    await schemeSheetAction.run(contextOf(port), {});
    const before = await schemeOf(port);
    await settleNameAction.run(contextOf(port), { name: "新城区政府", meaning });
    await expectKnown(port, meaning);
    const after = await schemeOf(port);
    expect({ ...after, groups: null }).toEqual({ ...before, groups: null });
    const units = (scheme: typeof after) => scheme.groups?.flatMap((group) => group.units) ?? [];
    expect(units(after)).toHaveLength(units(before).length + (meaning.kind === "unit" ? 1 : 0));
  });

  test("a unit that the sheet no longer has is refused, and nothing is written", async () => {
    const port = await workbook();
    await schemeSheetAction.run(contextOf(port), {});
    const meaning = { kind: "alias", unit: "没有的单位" } as const;
    const result = await settleNameAction.run(contextOf(port), { name: "新城区政府", meaning });
    expect(result).toEqual({
      status: "refused",
      problem: { code: "not-in-roster", detail: "没有的单位" },
    });
  });

  async function schemeOf(port: WorkbookPort) {
    const read = await port.read();
    const scheme = read.ok ? storedScheme(read.value)?.scheme : null;
    if (!scheme) throw new Error("the workbook has a scheme");
    return scheme;
  }

  async function expectKnown(port: WorkbookPort, meaning: NameMeaning) {
    const { findings, assessment } = await check(port);
    expect(findings.map(({ code }) => code)).not.toContain("unit-unknown");
    const unit = assessment.units.find(({ as }) => as === "新城区政府");
    expect([unit?.name, unit?.group]).toEqual([
      meaning.kind === "unit" ? "新城区政府" : meaning.unit,
      "第二组",
    ]);
  }
});
