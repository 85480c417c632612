import { execFileSync } from "node:child_process";
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readXlsx, writeXlsx } from "hucre";
import type { CheckResult, RankResult } from "../../src/headless/results";
import { runHeadless } from "../../src/headless/runHeadless";

/** A scheme without a roster, so that a small workbook is whole. */
const scheme = {
  id: "made-up",
  name: "测试方案",
  fullMark: "100",
  components: [
    { id: "result", name: "结果得分", max: "100", weight: "0.55" },
    { id: "process", name: "过程得分", max: "100", weight: "0.30" },
    { id: "leader", name: "领导评价得分", max: "100", weight: "0.10" },
    { id: "public", name: "公众评议得分", max: "100", weight: "0.05" },
  ],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  groups: null,
  year: 2015,
};

/**
 * Made-up figures of units that exist nowhere. Totals by hand:
 * 甲局 92.5 × .55 + 88 × .3 + 90 × .1 + 85.25 × .05 + 2 − 1 = 50.875 + 26.4 + 9 + 4.2625 + 1 = 91.5375 → 91.54
 * 乙局 90.1 × .55 + 80 × .3 + 80 × .1 + 80 × .05 = 49.555 + 36 = 85.555 → 85.56
 * 丙局 90.11 × .55 + 36 = 49.5605 + 36 = 85.5605 → 85.56, a tie
 * 丁局 80 × .55 + 36 = 80
 */
const rows = [
  ["2015年度绩效考评汇总表"],
  ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分", "加分", "扣分"],
  ["丁局", 80, 80, 80, 80],
  ["甲局", 92.5, 88, 90, 85.25, 2, 1],
  ["乙局", 90.1, 80, 80, 80],
  ["丙局", 90.11, 80, 80, 80],
];

let folder: string;
let input: string;
let schemeFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "perf-"));
  input = join(folder, "成绩.xlsx");
  schemeFile = join(folder, "方案.json");
  await writeFile(input, await writeXlsx({ sheets: [{ name: "汇总", rows }] }));
  // Some editors put a byte order mark first.
  await writeFile(schemeFile, `\uFEFF${JSON.stringify(scheme)}`);
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs a command line; what it printed, what it told, and its status. */
async function run(...argv: string[]) {
  let out = "";
  let told = "";
  const status = await runHeadless(argv, {
    print: (text) => (out += text),
    tell: (text) => (told += text),
    watched: false,
    now: () => new Date(2016, 0, 5, 9, 30),
  });
  return { status, out, told };
}

/** What `rank --json` printed. */
function ranked(out: string): RankResult {
  return JSON.parse(out) as RankResult;
}

/** What `check --json` printed. */
function checked(out: string): CheckResult {
  return JSON.parse(out) as CheckResult;
}

/** Runs a command line that has to fail: its one line. Whatever stood in the folder stands there unchanged. */
async function refusedLine(...argv: string[]): Promise<string> {
  const before = await contents();
  const { status, out, told } = await run(...argv);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(told).toMatch(/^[^\n]+\n$/);
  expect(await contents()).toEqual(before);
  return told.trimEnd();
}

async function contents(): Promise<Record<string, Buffer | null>> {
  const entries = await readdir(folder, { withFileTypes: true });
  return Object.fromEntries(
    await Promise.all(
      entries.map(
        async (entry) =>
          [entry.name, entry.isDirectory() ? null : await readFile(join(folder, entry.name))] as const,
      ),
    ),
  );
}

describe("rank --json", () => {
  test("prints one object: units in rank order with exact figures, and where they stand", async () => {
    const { status, out, told } = await run("rank", input, "--scheme", schemeFile, "--json");
    expect(status).toBe(0);
    expect(told).toBe("");
    const result = ranked(out);
    expect(result).toMatchObject({ scheme: "made-up", period: "2015-annual" });
    expect(result.groups).toHaveLength(1);
    expect(result.groups[0]?.units.map((unit) => [unit.unit, unit.total, unit.rank])).toEqual([
      ["甲局", "91.54", 1],
      ["乙局", "85.56", 2],
      ["丙局", "85.56", 2],
      ["丁局", "80.00", 4],
    ]);
    expect(result.groups[0]?.units[0]).toEqual({
      unit: "甲局",
      as: "甲局",
      sheet: "汇总",
      row: 4,
      components: { result: "92.5", process: "88", leader: "90", public: "85.25" },
      bonus: "2",
      deduction: "1",
      total: "91.54",
      rank: 1,
      status: "ranked",
    });
  });

  test("a unit without a score has no total and no rank, stands last, and the status is 1", async () => {
    const incomplete = rows.map((row) => (row[0] === "甲局" ? ["甲局", 92.5, null, 90, 85.25] : row));
    await writeFile(input, await writeXlsx({ sheets: [{ name: "汇总", rows: incomplete }] }));
    const { status, out } = await run("rank", input, "--scheme", schemeFile, "--json", "--lang", "en-US");
    const result = ranked(out);
    expect(status).toBe(1);
    expect(result.groups[0]?.units.at(-1)).toMatchObject({
      unit: "甲局",
      components: { process: null },
      total: null,
      rank: null,
      status: "incomplete",
    });
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: "component-missing", severity: "error", sheet: "汇总", cell: "C4" }),
    );
  });

  test("takes the period that is asked for", async () => {
    await writeFile(input, await writeXlsx({ sheets: [{ name: "汇总", rows: rows.slice(1) }] }));
    const { out } = await run("rank", input, "--scheme", schemeFile, "--json", "--period", "2014-annual");
    expect(ranked(out).period).toBe("2014-annual");
  });

  test("refuses a period that the workbook's titles say it is not about, and writes nothing", async () => {
    const output = join(folder, "排名.xlsx");
    const { status, out, told } = await run(
      ...["rank", input, "-o", output, "--scheme", schemeFile, "--json", "--period", "2014-annual"],
    );
    expect([status, out]).toEqual([2, ""]);
    expect(told).toContain("2014-annual");
    expect(told.trim().split("\n")).toHaveLength(1);
    expect(await readdir(folder)).not.toContain("排名.xlsx");
  });
});

describe("rank -o", () => {
  test("writes the ranking sheet into a copy and leaves the input as it was", async () => {
    const output = join(folder, "排名.xlsx");
    const before = await readFile(input);
    const { status, told } = await run("rank", input, "-o", output, "--scheme", schemeFile);
    expect(status).toBe(0);
    expect(told).toContain(output);
    expect(await readFile(input)).toEqual(before);
    const { sheets } = await readXlsx(await readFile(output));
    expect(sheets[0]?.rows).toEqual((await readXlsx(before)).sheets[0]?.rows);
    const ranking = sheets.find((sheet) => sheet.name.startsWith("排名"))?.rows.flat();
    expect(ranking).toEqual(expect.arrayContaining(["甲局", 91.54, "乙局", 85.56]));
    expect((await readdir(folder)).sort()).toEqual(["成绩.xlsx", "排名.xlsx", "方案.json"].sort());
  });

  test("keeps the scheme in the workbook, so that the next run needs none", async () => {
    const output = join(folder, "排名.xlsx");
    await run("rank", input, "-o", output, "--scheme", schemeFile);
    expect(ranked((await run("rank", output, "--json")).out).scheme).toBe("made-up");
  });

  test("run on its own output gives the same ranking and no second sheet", async () => {
    const first = join(folder, "一.xlsx");
    const second = join(folder, "二.xlsx");
    await run("rank", input, "-o", first, "--scheme", schemeFile);
    await run("rank", first, "-o", second);
    const names = async (file: string) =>
      (await readXlsx(await readFile(file))).sheets.map(({ name }) => name);
    expect(await names(second)).toEqual(await names(first));
  });
});

describe("check", () => {
  test("prints what was recognised, header by header", async () => {
    const { status, out } = await run("check", input, "--scheme", schemeFile, "--json");
    expect(status).toBe(0);
    const result = checked(out);
    expect(result.findings).toEqual([]);
    expect(result.tables).toEqual([
      {
        sheet: "汇总",
        range: "A2:G6",
        kind: "scores",
        columns: {
          单位: "unit",
          结果得分: "component:result",
          过程得分: "component:process",
          领导评价得分: "component:leader",
          公众评议得分: "component:public",
          加分: "bonus",
          扣分: "deduction",
        },
      },
    ]);
  });
});

describe("a workbook of another office", () => {
  const others = [
    ["部门", "工作业绩（70%）", "工作态度（30%）", "总分", "排名"],
    ["销售部", 90, 80, 87, 1],
    ["财务部", 80, 95, 84.5, 3],
    ["行政部", 75, 88, 78.9, 2],
  ];

  beforeEach(async () => {
    await writeFile(input, await writeXlsx({ sheets: [{ name: "考核", rows: others }] }));
  });

  test("is checked by the scheme that its headers make, which is told and printed", async () => {
    const { status, out, told } = await run("check", input, "--json");
    expect(status).toBe(1);
    const { scheme: id, proposedScheme, tables, findings } = checked(out);
    expect(id).toBe("workbook");
    expect(proposedScheme?.basis).toBe("weights");
    expect(proposedScheme?.file.components.map(({ name, weight }) => `${name} ${weight}`)).toEqual([
      "工作业绩 0.7",
      "工作态度 0.3",
    ]);
    expect(tables[0]?.columns).toEqual({
      部门: "unit",
      "工作业绩（70%）": "component:item1",
      "工作态度（30%）": "component:item2",
      总分: "total",
      排名: "rank",
    });
    expect(findings.map(({ code, cell }) => `${code} ${cell ?? ""}`)).toEqual([
      "rank-differs E3",
      "rank-differs E4",
    ]);
    expect(told).toContain("工作业绩×70%+工作态度×30%");
  });

  test("is ranked by that scheme, and standard error says which", async () => {
    const { status, out, told } = await run("rank", input, "--json");
    expect(status).toBe(1);
    expect(told).toContain("工作业绩×70%+工作态度×30%");
    expect(ranked(out).groups[0]?.units.map(({ unit, total }) => `${unit} ${total ?? ""}`)).toEqual([
      "销售部 87.00",
      "财务部 84.50",
      "行政部 78.90",
    ]);
    expect(ranked(out).proposedScheme?.file.fullMark).toBe("100");
  });
});

describe("check -o", () => {
  test("writes the findings with links to their cells, and the next check leaves that sheet out", async () => {
    const output = join(folder, "检查.xlsx");
    const wrong = rows.map((row) => (row[0] === "甲局" ? ["甲局", 101, 88, 90, 85.25] : row));
    await writeFile(input, await writeXlsx({ sheets: [{ name: "汇总", rows: wrong }] }));
    const { status, out } = await run("check", input, "-o", output, "--scheme", schemeFile, "--json");
    expect(status).toBe(1);
    const sheet = (await readXlsx(await readFile(output))).sheets.find(({ name }) => name === "检查结果");
    expect(sheet?.rows[4]?.slice(0, 3)).toEqual([1, "错误", "汇总!B4"]);
    expect(sheet?.cells?.get("4,2")?.hyperlink?.location).toBe("'汇总'!B4");
    const again = await run("check", output, "--scheme", schemeFile, "--json");
    expect(checked(again.out).findings).toEqual(checked(out).findings);
  });
});

describe("one line says what is wrong and where, and nothing is written", () => {
  const output = () => join(folder, "输出.xlsx");

  test("files that are no workbooks", async () => {
    const file = join(folder, "坏.xlsx");
    const cases: readonly [Uint8Array, string][] = [
      [new Uint8Array(), "空"],
      [new TextEncoder().encode("单位,得分"), "不是"],
      [(await readFile(input)).subarray(0, 900), "损坏"],
      [
        await writeXlsx({
          sheets: [{ name: "甲", rows: [[1]] }],
          encryption: { password: "p", spinCount: 1000 },
        }),
        "加密",
      ],
      [await writeXlsx({ sheets: [{ name: "甲", rows: [["这里没有成绩"]] }] }), "没有找到成绩表"],
    ];
    for (const [bytes, word] of cases) {
      await writeFile(file, bytes);
      const line = await refusedLine("rank", file, "-o", output(), "--json");
      expect(line).toContain("坏.xlsx");
      expect(line).toContain(word);
    }
  });

  test("files that are not there or are folders", async () => {
    expect(await refusedLine("rank", join(folder, "没有.xlsx"))).toContain("没有.xlsx");
    expect(await refusedLine("rank", folder)).toContain(folder);
  });

  test("the input as output, by whatever name", async () => {
    await mkdir(join(folder, "sub"));
    const linked = join(folder, "链接.xlsx");
    await symlink(input, linked);
    const hard = join(folder, "硬链接.xlsx");
    await link(input, hard);
    await symlink(folder, join(folder, "sub", "up"));
    for (const same of [
      input,
      join(folder, "sub", "..", "成绩.xlsx"),
      linked,
      hard,
      join(folder, "sub", "up", "成绩.xlsx"),
    ]) {
      expect(await refusedLine("rank", input, "-o", same)).toContain("不会覆盖");
    }
    expect(await refusedLine("rank", linked, "-o", input)).toContain("不会覆盖");
  });

  test("outputs that cannot be written", async () => {
    await mkdir(join(folder, "夹.xlsx"));
    expect(await refusedLine("rank", input, "-o", join(folder, "夹.xlsx"))).toContain("文件夹");
    expect(await refusedLine("rank", input, "-o", join(folder, "没有", "a.xlsx"))).toContain("不存在");
    expect(await refusedLine("rank", input, "-o", join(folder, "a.txt"))).toContain(".xlsx");
    expect(await refusedLine("rank", input, "-o", schemeFile, "--scheme", schemeFile)).toContain("方案.json");
  });

  test("scheme files that are wrong", async () => {
    const wrong = {
      ...scheme,
      components: scheme.components.map((component) => ({ ...component, weight: "0.3" })),
    };
    const cases: readonly [string, string][] = [
      ["{", "JSON"],
      [JSON.stringify(wrong), "120"],
      [JSON.stringify({ ...scheme, weights: {} }), "weights"],
      ["\u0000\u0001\u001B[2J", "JSON"],
    ];
    for (const [text, word] of cases) {
      await writeFile(schemeFile, text);
      const line = await refusedLine("rank", input, "-o", output(), "--scheme", schemeFile);
      expect(line).toContain("方案.json");
      expect(line).toContain(word);
      // What a file holds does not steer the terminal.
      expect(line.trim()).not.toMatch(/\p{Cc}/u);
    }
    expect(await refusedLine("rank", input, "--scheme", join(folder, "没有.json"))).toContain("没有.json");
  });

  test("command lines that are wrong", async () => {
    expect(await refusedLine()).toContain("rank");
    expect(await refusedLine("rang", input)).toContain("rang");
    expect(await refusedLine("rank")).toContain("工作簿");
    expect(await refusedLine("rank", input, input)).toContain(input);
    expect(await refusedLine("rank", input, "--colour")).toContain("--colour");
    expect(await refusedLine("rank", input, "-o")).toContain("-o");
    expect(await refusedLine("rank", input, "--period", "2015")).toContain("2015-annual");
    expect(await refusedLine("rank", input, "--lang", "fr")).toContain("fr");
  });
});

describe("for people", () => {
  test("prints the ranking in the language that is asked for, two decimals throughout", async () => {
    const chinese = await run("rank", input, "--scheme", schemeFile);
    expect(chinese.out).toMatch(/4\. 丁局 {2}80\.00/);
    const english = await run("check", input, "--scheme", schemeFile, "--lang", "en-US");
    expect(english.out).toContain("No findings");
  });

  test("prints roles in words, and nothing of a workbook's that steers the terminal", async () => {
    // The reader knows the control characters that a workbook may hold by their escapes.
    const odd = rows.map((row) => (row[0] === "甲局" ? ["甲\u0085\u009B2J局", ...row.slice(1)] : row));
    await writeFile(input, await writeXlsx({ sheets: [{ name: "汇总", rows: odd }] }));
    const check = await run("check", input, "--scheme", schemeFile);
    expect(check.out).toContain("单位 → 单位, 结果得分 → 结果得分");
    expect(check.out).toContain("扣分 → 扣分");
    for (const { out } of [check, await run("rank", input, "--scheme", schemeFile)]) {
      expect(out.split("\n").join("")).not.toMatch(/\p{Cc}/u);
    }
  });

  test("--help prints how to call it", async () => {
    const { status, out } = await run("--help");
    expect(status).toBe(0);
    expect(out).toContain("rank|check");
    expect(out).toContain("--scheme 方案.json|headers");
  });
});

test("as a program: JSON alone on standard output, the status as promised", () => {
  const out = execFileSync(
    process.execPath,
    ["--import", "tsx", "src/headless/main.ts", "check", input, "--scheme", schemeFile, "--json"],
    { encoding: "utf8" },
  );
  expect(checked(out).scheme).toBe("made-up");
}, 30_000);
