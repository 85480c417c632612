import { link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { anshan2015File } from "../../src/core/scheme/anshan-2015/anshan2015";
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

async function workbookAt(path: string) {
  const opened = await openWorkbook(await readFile(path), "written.xlsx");
  if (!opened.ok) throw new Error(`The file that was written does not open: ${opened.problem.code}.`);
  return opened.value;
}

async function snapshotOf(path: string) {
  return (await workbookAt(path)).snapshot;
}

/** Runs a command line that has to be refused with one line, which it gives. The folder has to stay as it was. */
async function refusedLine(...argv: string[]): Promise<string> {
  const before = [(await readdir(folder, { recursive: true })).sort(), await readFile(input)];
  const { status, out, told } = await run(...argv);
  expect([status, out]).toEqual([2, ""]);
  expect(told.trim().split("\n")).toHaveLength(1);
  expect([(await readdir(folder, { recursive: true })).sort(), await readFile(input)]).toEqual(before);
  return told;
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

  test("the template for editing", async () => {
    await run("--kind", "约谈通知", "--template", "-o", output);
    expect((await snapshotOf(output)).sheets.map(({ name }) => name)).toContain("模板 约谈通知");
  });

  test("the comparison with the figures of today: a notice whose figures have changed is stamped", async () => {
    await run("--kind", "反馈整改通知", "--unit", "海城市", "-o", output);
    const made = await workbookAt(output);
    await writeFile(input, await made.save());
    expect((await run("--stamp", "-o", output)).out).toContain("一致");
    const { values } = sheetNamed(made.snapshot, "2015年度汇总");
    const row = values.findIndex(([, unit]) => unit === "海城市政府");
    const cell = { sheet: "2015年度汇总", row, column: 2 };
    const expected = values[row]?.[2] ?? null;
    const edited = await made.write({ sheets: [], edits: [{ cell, expected, value: 96 }], removals: [] });
    expect(edited.ok).toBe(true);
    await writeFile(input, await made.save());
    const { status, out } = await run("--stamp", "-o", output);
    expect(status).toBe(0);
    expect(out).toContain("反馈整改通知 海城市政府");
    expect(linesOf(sheetNamed(await snapshotOf(output), "反馈 海城市政府")).join("")).toContain(
      "数据已变化，请重新生成",
    );
  });

  test.each([
    [[], "没有写明 --kind"],
    [["--kind", "表彰"], "没有“表彰”这种通知"],
    [["--kind", "反馈整改通知", "--unit", "没有的单位"], "没有的单位"],
    [["--kind", "反馈整改通知", "--date", "明天"], "日期“明天”不对"],
    [["--kind", "反馈整改通知", "--approved-by", "市政府"], "--approved-no"],
    [["--kind", "表扬通报"], "请勾选单位"],
    [["--kind", "约谈通知", "--unit", "市教育局", ...APPROVED], "约谈时间"],
    [["--kind", "约谈通知", "--set", "时间=明天"], "约谈时间"],
    [["--kind", "约谈通知", "--set", "constructor=x"], "约谈时间"],
    [["--stamp", "--kind", "约谈通知"], "--kind"],
    [["--stamp", "--template"], "--template"],
    [["--kind", "约谈通知", "--template", "--date", "明天"], "--date"],
    [["--kind", "约谈通知", "--template", "--unit-files", "."], "--unit-files"],
  ])("%j: one line says what is wrong, and nothing is written", async (argv, text) => {
    const { status, out, told } = await run(...argv, "-o", output);
    expect([status, out]).toEqual([2, ""]);
    expect(told.trim().split("\n")).toHaveLength(1);
    expect(told).toContain(text);
    expect(await readdir(folder)).toEqual(["成绩.xlsx"]);
  });

  test("with nowhere to write them they are not made", async () => {
    expect(await refusedLine("--kind", "反馈整改通知", "--unit", "海城市")).toContain("--unit-files");
    expect(await refusedLine("--kind", "约谈通知", "--template")).toContain("-o");
    expect(await refusedLine("--stamp")).toContain("-o");
  });

  test("what is wrong and how to call it are parted as the language has it", async () => {
    const { told } = await run("--lang", "en-US", "-o", output);
    expect(told).toMatch(/--kind is missing.*\. Usage: /);
    expect(told).not.toContain("。");
  });
});

describe("single units' workbooks", () => {
  const two = ["--kind", "反馈整改通知", "--unit", "海城市政府", "--unit", "市教育局"];
  let files: string;

  beforeEach(async () => {
    files = join(folder, "各单位");
    await mkdir(files);
  });

  test("never overwrite the input, by whatever name", async () => {
    const inside = join(files, "反馈 市教育局.xlsx");
    await link(input, inside);
    expect(await refusedLine(...two, "--unit-files", files)).toContain("不会覆盖");
    await rm(inside);
    const named = join(folder, "反馈 市教育局.xlsx");
    await writeFile(named, await readFile(input));
    input = named;
    expect(await refusedLine(...two, "--unit-files", folder)).toContain("不会覆盖");
  });

  test("never overwrite the output or the scheme file", async () => {
    const inside = join(files, "反馈 市教育局.xlsx");
    expect(await refusedLine(...two, "--unit-files", files, "-o", inside)).toContain("不会覆盖");
    const scheme = JSON.stringify(anshan2015File);
    await writeFile(inside, scheme);
    expect(await refusedLine(...two, "--unit-files", files, "--scheme", inside)).toContain("不会覆盖");
    expect(await readFile(inside, "utf8")).toBe(scheme);
  });

  test("are written all or none, the output with them", async () => {
    await mkdir(join(files, "反馈 市教育局.xlsx"));
    expect(await refusedLine(...two, "--unit-files", files)).toContain("反馈 市教育局.xlsx");
    await rm(join(files, "反馈 市教育局.xlsx"), { recursive: true });
    // A name that the disk takes, but not with what makes it a temporary one.
    const long = join(folder, `${"a".repeat(245)}.xlsx`);
    const told = await refusedLine(...two, "--unit-files", files, "-o", long);
    expect(told).toContain("无法写入");
    expect(told).toContain("没有写入任何内容");
  });

  test("need a folder that is there", async () => {
    const missing = join(folder, "没有");
    expect(await refusedLine(...two, "--unit-files", missing)).toContain(`输出文件夹不存在：${missing}`);
    expect(await refusedLine(...two, "--unit-files", input)).toContain("输出文件夹不存在");
  });
});
