import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { NoticesResult } from "../../src/headless/noticesCommand";
import { runHeadless } from "../../src/headless/runHeadless";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";
import { linesOf, scoreFile, sheetNamed } from "../actions/notices/noticeRun";

let folder: string;
let input: string;
let output: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "perf-"));
  input = join(folder, "成绩.xlsx");
  output = join(folder, "通知.xlsx");
  await writeFile(input, await (await scoreFile()).save());
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(...argv: string[]) {
  let out = "";
  let told = "";
  const status = await runHeadless(["notices", input, ...argv], {
    print: (text) => (out += text),
    tell: (text) => (told += text),
    watched: false,
    now: () => new Date(2016, 0, 15, 9, 30),
  });
  return { status, out, told };
}

async function snapshotOf(path: string) {
  const opened = await openWorkbook(await readFile(path), "written.xlsx");
  if (!opened.ok) throw new Error(`The file that was written does not open: ${opened.problem.code}.`);
  return opened.value.snapshot;
}

const APPROVED = [
  "--approved-by",
  "市政府",
  "--approved-on",
  "2016-01-12",
  "--approved-no",
  "鞍政〔2016〕1号",
];

describe("notices from the command line", () => {
  test("of one unit: a draft into a copy, the input as it was, one JSON object", async () => {
    const before = await readFile(input);
    const { status, out } = await run("--kind", "反馈整改通知", "--unit", "海城市", "-o", output, "--json");
    expect(status).toBe(0);
    // Everything on standard output is the one object.
    const result = JSON.parse(out) as NoticesResult;
    expect(result.notices).toEqual([
      {
        kind: "反馈整改通知",
        units: ["海城市政府"],
        number: "〔2016〕1号",
        state: "draft",
        date: "2016-01-15",
        sheet: "反馈 海城市政府",
      },
    ]);
    expect(linesOf(sheetNamed(await snapshotOf(output), "反馈 海城市政府"))).toContain("海城市政府：");
    expect(await readFile(input)).toEqual(before);
  });

  test("with an approval: finals, dated like it", async () => {
    const { out } = await run("--kind", "绩效考评结果通报", "-o", output, "--json", ...APPROVED);
    expect((JSON.parse(out) as NoticesResult).notices).toMatchObject([
      { state: "final", date: "2016-01-12" },
    ]);
    expect(linesOf(sheetNamed(await snapshotOf(output), "结果通报 2015年度")).join("")).not.toContain(
      "送审稿",
    );
  });

  test("a workbook a unit", async () => {
    const files = join(folder, "各单位");
    await mkdir(files);
    const units = ["--unit", "海城市政府", "--unit", "市教育局"];
    expect((await run("--kind", "反馈整改通知", ...units, "--unit-files", files)).status).toBe(0);
    expect((await readdir(files)).sort()).toEqual(["反馈 市教育局.xlsx", "反馈 海城市政府.xlsx"].sort());
    const snapshot = await snapshotOf(join(files, "反馈 市教育局.xlsx"));
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(["反馈 市教育局"]);
  });

  test("the template for editing, and the comparison with the figures of today", async () => {
    await run("--kind", "约谈通知", "--template", "-o", output);
    expect((await snapshotOf(output)).sheets.map(({ name }) => name)).toContain("模板 约谈通知");
    expect((await run("--stamp")).out).toContain("一致");
  });

  test.each([
    [["--kind", "表彰"], "没有“表彰”这种通知"],
    [["--kind", "反馈整改通知", "--unit", "没有的单位"], "没有的单位"],
    [["--kind", "反馈整改通知", "--date", "明天"], "日期“明天”不对"],
    [["--kind", "反馈整改通知", "--approved-by", "市政府"], "--approved-no"],
    [["--kind", "表扬通报"], "没有选定任何单位"],
    [["--kind", "约谈通知", "--unit", "市教育局", ...APPROVED], "约谈时间"],
    [["--kind", "约谈通知", "--set", "时间=明天"], "约谈时间"],
  ])("%j: one line says what is wrong, and nothing is written", async (argv, text) => {
    const { status, out, told } = await run(...argv, "-o", output);
    expect([status, out]).toEqual([2, ""]);
    expect(told.trim().split("\n")).toHaveLength(1);
    expect(told).toContain(text);
    expect(await readdir(folder)).toEqual(["成绩.xlsx"]);
  });
});
