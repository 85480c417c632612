import { describe, expect, test } from "@jest/globals";
import { approveRankingAction } from "../../../src/actions/approveRankingAction";
import { noticeSheetsAction } from "../../../src/actions/noticeSheetsAction";
import { rankingAction } from "../../../src/actions/rankingAction";
import { stampNoticesAction } from "../../../src/actions/stampNoticesAction";
import { noticeKind } from "../../../src/core/notices/noticeKinds";
import { formulaAt } from "../../../src/core/workbook/snapshot";
import type { FileWorkbook } from "../../../src/workbook/file/fileWorkbook";
import { openWorkbook } from "../../../src/workbook/file/openWorkbook";
import { fallingScores, type MadeUpScores } from "../../core/notices/noticeWorkbook";
import { clerksSheet, contextOf, linesOf, made, make, scoreFile, sheetNamed, textOf } from "./noticeRun";

const approval = { by: "市政府常务会议", on: { year: 2016, month: 1, day: 12 }, number: "鞍政〔2016〕1号" };

/** Puts a value into the clerk's sheet, as a clerk would. */
async function enter(port: FileWorkbook, row: number, column: number, expected: number, value: number) {
  const cell = { sheet: "2015年度汇总", row, column };
  const written = await port.write({ sheets: [], edits: [{ cell, expected, value }], removals: [] });
  expect(written.ok).toBe(true);
}

describe("反馈整改通知", () => {
  test("goes to every ranked unit, a sheet each, with the unit's own figures", async () => {
    const port = await scoreFile();
    const output = await made(port, "feedback");
    expect(output.sheets).toHaveLength(70);
    const lines = linesOf(sheetNamed(port.snapshot, "反馈 台安县政府"));
    const text = lines.join("");
    // All four components of the second unit are 94.5, so the total is 94.5 × 1 = 94.50; of three it is second.
    expect(text).toContain("台安县政府：");
    expect(text).toContain("你单位总成绩为94.50分，在第一组参加排名的3个单位中列第2名。");
    // Lost: 5.5 × 55% = 3.025, × 30% = 1.65, × 10% = 0.55, × 5% = 0.275.
    expect(text).toContain("结果得分失3.025分");
    expect(lines).toContain("结果得分|94.5|100|55%|51.975|3.025");
    expect(lines).toContain("过程得分|94.5|100|30%|28.35|1.65");
    expect(lines).toContain("领导评价得分|94.5|100|10%|9.45|0.55");
    expect(lines).toContain("公众评议得分|94.5|100|5%|4.725|0.275");
    // Ten working days from Friday 15 January 2016: 29 January; fifteen: 5 February.
    expect(text).toContain("于2016年1月29日前（10个工作日内）");
    expect(text).toContain("可于2016年2月5日前（15个工作日内）");
  });

  test("holds values only", async () => {
    const port = await scoreFile();
    await made(port, "feedback", { units: ["市教育局"] });
    const sheet = sheetNamed(port.snapshot, "反馈 市教育局");
    expect(sheet.formulas.size).toBe(0);
  });

  test("names the problems of the workbook's own columns and those typed in, facts alone", async () => {
    const problems = [
      ["单位名称", "存在问题"],
      ["市教育局", "1.任务推进慢\n2.材料报送不及时"],
      ["市科技局", "无"],
    ];
    const port = await scoreFile(undefined, clerksSheet("问题清单", problems));
    await made(port, "feedback", {
      units: ["市教育局", "市科技局"],
      problems: new Map([["市教育局", ['=HYPERLINK("http://a","b")', "@cmd"]]]),
    });
    const education = sheetNamed(port.snapshot, "反馈 市教育局");
    const lines = linesOf(education);
    expect(lines).toEqual(expect.arrayContaining(["1．任务推进慢", "2．材料报送不及时", "4．@cmd"]));
    expect(lines).toContain('3|=HYPERLINK("http://a","b")');
    expect(education.formulas.size).toBe(0);
    expect(textOf(sheetNamed(port.snapshot, "反馈 市科技局"))).toContain("本次考评未反馈具体问题");
  });

  test("finds the units by their aliases, and refuses those that are not ranked", async () => {
    const port = await scoreFile();
    expect((await made(port, "feedback", { units: ["海城市"] })).notices[0]?.units).toEqual(["海城市政府"]);
    expect(await make(port, "feedback", { units: ["市智慧城市办"] })).toMatchObject({
      status: "refused",
      problem: { code: "notice-unit-not-ranked", detail: "市智慧城市办" },
    });
  });

  test("stands on one sheet with page breaks when asked, in place of the single ones", async () => {
    const port = await scoreFile();
    const units = ["海城市政府", "台安县政府"];
    await made(port, "feedback", { units });
    const output = await made(port, "feedback", { units, layout: "one-sheet" });
    expect(output.sheets.map(({ name }) => name)).toEqual(["反馈 2015年度"]);
    expect(output.planned[0]?.page.breaksBefore?.length).toBeGreaterThanOrEqual(3);
    expect(port.snapshot.sheets.filter(({ mark }) => mark?.kind === "notice")).toHaveLength(1);
    await made(port, "feedback", { units });
    expect(port.snapshot.sheets.flatMap(({ mark, name }) => (mark?.kind === "notice" ? [name] : []))).toEqual(
      ["反馈 海城市政府", "反馈 台安县政府"],
    );
  });

  test("made again takes the place of the same notice, with the same number", async () => {
    const port = await scoreFile();
    const first = await made(port, "feedback", { units: ["海城市政府", "台安县政府"] });
    const second = await made(port, "feedback", { units: ["台安县政府", "岫岩县政府"] });
    const numbers = (output: typeof first) =>
      output.notices.map(({ units, numberText }) => [units[0], numberText]);
    expect(numbers(first)).toEqual([
      ["海城市政府", "〔2016〕1号"],
      ["台安县政府", "〔2016〕2号"],
    ]);
    expect(numbers(second)).toEqual([
      ["台安县政府", "〔2016〕2号"],
      ["岫岩县政府", "〔2016〕3号"],
    ]);
    expect(port.snapshot.sheets.filter(({ mark }) => mark?.kind === "notice")).toHaveLength(3);
  });
});

describe("draft and final", () => {
  test("a draft says 送审稿 on its first line and on every page", async () => {
    const port = await scoreFile();
    const output = await made(port, "bulletin");
    expect(linesOf(sheetNamed(port.snapshot, "结果通报 2015年度"))[0]).toBe("送审稿");
    expect(output.planned[0]?.page.header).toContain("送审稿");
  });

  test("a final is refused until the approval is recorded", async () => {
    const port = await scoreFile();
    const before = await port.save();
    expect(await make(port, "bulletin", { final: true })).toMatchObject({
      status: "refused",
      problem: { code: "notice-not-approved" },
    });
    expect(await port.save()).toEqual(before);
    await approveRankingAction.run(contextOf(port), { approval });
    const output = await made(port, "bulletin", { final: true });
    expect(output.notices[0]?.state).toBe("final");
    const text = textOf(sheetNamed(port.snapshot, "结果通报 2015年度"));
    expect(text).toContain("经市政府常务会议批准，");
    expect(text).not.toContain("送审稿");
    expect(output.planned[0]?.page.header).toBeUndefined();
  });

  test("the ranking sheet is a draft until then, and again when a figure has changed", async () => {
    const port = await scoreFile();
    const marks = async () => {
      await rankingAction.run(contextOf(port), { totals: "values" });
      return linesOf(sheetNamed(port.snapshot, "排名2015年度"))[1]?.split("|")[1];
    };
    expect(await marks()).toBe("送审稿");
    await approveRankingAction.run(contextOf(port), { approval });
    expect(await marks()).toBe("批准文号：鞍政〔2016〕1号");
    await enter(port, 1, 2, 95, 96);
    expect(await marks()).toBe("送审稿");
  });

  test("a final is refused when the ranking has changed since its approval", async () => {
    const port = await scoreFile();
    await approveRankingAction.run(contextOf(port), { approval });
    await enter(port, 1, 2, 95, 96);
    expect(await make(port, "bulletin", { final: true })).toMatchObject({
      status: "refused",
      problem: { code: "notice-approval-outdated" },
    });
  });

  test("a final is refused while something is not filled in; a draft shows the blank", async () => {
    const port = await scoreFile();
    const units = ["市教育局"];
    expect(await make(port, "talk", { units, approval, final: true })).toMatchObject({
      status: "refused",
      problem: { code: "notice-values-open", detail: expect.stringContaining("约谈时间") },
    });
    const draft = await made(port, "talk", { units, talk: { time: "2016年1月20日上午9时" } });
    expect(draft.noticeFindings.map(({ code }) => code)).toContain("notice-value-open");
    const text = textOf(sheetNamed(port.snapshot, "约谈 市教育局"));
    expect(text).toContain("二、约谈时间2016年1月20日上午9时");
    expect(text).toContain("三、约谈地点＿＿＿＿");
    // The fourteenth unit: 95 − 13 × 0.5 = 88.50; ten units stand in the groups before its own.
    expect(text).toContain("2015年度绩效考评总成绩88.50分，在第四组参加排名的60个单位中列第4名。");
  });
});

describe("who gets what", () => {
  test("nobody is named while the office has set no line", async () => {
    const port = await scoreFile();
    for (const kind of ["praise", "criticism", "commendation", "talk"] as const) {
      expect(await make(port, kind)).toMatchObject({
        status: "refused",
        problem: { code: "notice-nobody-chosen" },
      });
    }
  });

  test("the office's lines by group name units, and ties at a line are all listed and shown", async () => {
    // 台安 and 岫岩 tie behind 海城.
    const tied = (position: number) => fallingScores(position === 2 ? 1 : position);
    const lines = [
      ["组别", "表扬范围", "批评范围"],
      ["全部", "前1名", null],
      ["第一组", "前2名", null],
      ["第四组", "99分及以上", null],
    ];
    const port = await scoreFile(tied);
    await port.write({
      sheets: [{ ...clerksSheet("公文设置", lines), mark: { kind: "settings", key: "notices" } }],
      edits: [],
      removals: [],
    });
    const output = await made(port, "praise");
    expect(output.notices[0]?.units).toEqual([
      "海城市政府",
      "台安县政府",
      "岫岩县政府",
      "铁东区政府",
      "高新区管委会",
    ]);
    expect(output.noticeFindings).toMatchObject([
      { code: "notice-tie-at-line", parameters: { count: 2, units: "台安县政府、岫岩县政府" } },
    ]);
  });

  test("an event in the workbook proposes a unit for a talk", async () => {
    const events = [
      ["单位名称", "约谈"],
      ["市财政局", 1],
      ["市审计局", 0],
    ];
    // One talk is five points, and the scores say so, too.
    const scores = (position: number, unit: string): MadeUpScores => {
      const [result, process, leader, publicScore] = fallingScores(position);
      return [result, process, leader, publicScore, 0, unit === "市财政局" ? 5 : 0];
    };
    const port = await scoreFile(scores, clerksSheet("加扣分台账", events));
    expect((await made(port, "talk")).notices.map(({ units }) => units)).toEqual([["市财政局"]]);
  });
});

describe("figures that change", () => {
  async function stamp(port: FileWorkbook) {
    const result = await stampNoticesAction.run(contextOf(port), {});
    if (result.status !== "done") throw new Error("The notices could not be compared.");
    return result.output.findings.map(({ sheet }) => sheet);
  }

  test("stamp the notices that show them, outside the print area, and no others", async () => {
    const port = await scoreFile();
    await made(port, "feedback", { units: ["海城市政府", "市教育局"] });
    await made(port, "bulletin");
    expect(await stamp(port)).toEqual([]);
    // The first unit's result; ranks stay as they are.
    await enter(port, 1, 2, 95, 96);
    expect(await stamp(port)).toEqual(["反馈 海城市政府", "结果通报 2015年度"]);
    const stamped = sheetNamed(port.snapshot, "反馈 海城市政府");
    expect(linesOf(stamped)[0]).toBe("送审稿|数据已变化，请重新生成");
    expect(linesOf(sheetNamed(port.snapshot, "反馈 市教育局"))[0]).toBe("送审稿");
  });

  test("that go back take the stamp off; a notice made again has none", async () => {
    const port = await scoreFile();
    await made(port, "feedback", { units: ["海城市政府"] });
    await enter(port, 1, 2, 95, 96);
    await stamp(port);
    await enter(port, 1, 2, 96, 95);
    expect(await stamp(port)).toEqual([]);
    expect(linesOf(sheetNamed(port.snapshot, "反馈 海城市政府"))[0]).toBe("送审稿");
    await enter(port, 1, 2, 95, 96);
    await stamp(port);
    await made(port, "feedback", { units: ["海城市政府"] });
    expect(linesOf(sheetNamed(port.snapshot, "反馈 海城市政府"))[0]).toBe("送审稿");
    expect(await stamp(port)).toEqual([]);
  });

  test("of another unit count where they move the rank", async () => {
    const port = await scoreFile();
    await made(port, "feedback", { units: ["海城市政府"] });
    // 台安县政府 passes 海城市政府: 100 × 55% + 94.5 × 45% = 97.525.
    await enter(port, 2, 2, 94.5, 100);
    expect(await stamp(port)).toEqual(["反馈 海城市政府"]);
  });

  test("a notice's number in the clerk's own tables of the same period is shown: it would feed itself", async () => {
    const port = await scoreFile(undefined, clerksSheet("台账", [["依据"], [null], ["见鞍政〔2016〕1号"]]));
    await made(port, "criticism", { units: ["海城市政府"] });
    expect(await stamp(port)).toEqual([]);
    const cell = { sheet: "台账", row: 1, column: 0 };
    await port.write({ sheets: [], edits: [{ cell, expected: null, value: "〔2016〕1号" }], removals: [] });
    expect(await stamp(port)).toEqual(["台账"]);
  });

  test("a notice never feeds the ranking that it was made from", async () => {
    const port = await scoreFile();
    const before = await made(port, "bulletin");
    await made(port, "criticism", { units: ["海城市政府"] });
    const after = await made(port, "bulletin");
    expect(after.notices[0]?.digest).toBe(before.notices[0]?.digest);
  });
});

describe("templates and settings that the clerk edits", () => {
  const feedback = noticeKind("feedback");
  if (!feedback) throw new Error("There is a kind called feedback.");

  test("a template put into the workbook and edited is used, and runs leave it alone until it is reset", async () => {
    const port = await scoreFile();
    const put = (reset: boolean) =>
      noticeSheetsAction.run(contextOf(port), { sheet: { of: "template", kind: feedback }, reset });
    await put(false);
    const name = "模板 反馈整改通知";
    const template = sheetNamed(port.snapshot, name);
    const row = template.values.findIndex(([style]) => style === "标题");
    const edited = { cell: { sheet: name, row, column: 1 }, expected: template.values[row]?.[1] ?? null };
    await port.write({ sheets: [], edits: [{ ...edited, value: "给{{单位}}的通知" }], removals: [] });
    await made(port, "feedback", { units: ["市教育局"] });
    expect(linesOf(sheetNamed(port.snapshot, "反馈 市教育局"))).toContain("给市教育局的通知");
    await put(false);
    expect(sheetNamed(port.snapshot, name).values[row]?.[1]).toBe("给{{单位}}的通知");
    await put(true);
    expect(sheetNamed(port.snapshot, name).values[row]?.[1]).toBe(edited.expected);
  });

  test("a wrong template is refused with the cell, and nothing is written", async () => {
    const port = await scoreFile();
    const rows = [
      ["样式", "内容"],
      ["正文", "{{单位}}{{总成绩}}{{名次}}{{回复期限}}"],
      ["正文", "{{单位名称}}"],
    ];
    const mark = { kind: "template", key: "feedback" };
    await port.write({ sheets: [{ ...clerksSheet("我的模板", rows), mark }], edits: [], removals: [] });
    const before = await port.save();
    expect(await make(port, "feedback", { units: ["市教育局"] })).toEqual({
      status: "refused",
      problem: { code: "notice-template-faulty", detail: "我的模板：B3 没有“单位名称”这个填充项" },
    });
    expect(await port.save()).toEqual(before);
  });

  test("settings change the words, the first number and the deadline; what cannot be read is reported", async () => {
    const rows = [
      ["项目", "内容"],
      ["发文机关", "市绩效办"],
      ["发文机关代字", "鞍绩办"],
      ["起始文号", "15"],
      ["回复工作日", "5"],
      ["申诉工作日", "十五"],
      ["日期", "类别"],
      ["2016-01-18", "放假"],
    ];
    const port = await scoreFile();
    const mark = { kind: "settings", key: "notices" };
    await port.write({ sheets: [{ ...clerksSheet("设置", rows), mark }], edits: [], removals: [] });
    const output = await made(port, "feedback", { units: ["市教育局"] });
    expect(output.notices[0]?.numberText).toBe("鞍绩办〔2016〕15号");
    const text = textOf(sheetNamed(port.snapshot, "反馈 市教育局"));
    // Monday 18 January is a holiday there, so that five working days end on Monday 25 January.
    expect(text).toContain("于2016年1月25日前（5个工作日内）");
    expect(text).toContain("市绩效办");
    expect(output.noticeFindings).toMatchObject([
      { code: "notice-setting-unclear", sheet: "设置", cell: { row: 5 } },
    ]);
  });

  test("the settings sheet is made with the first run and never written over", async () => {
    const port = await scoreFile();
    await made(port, "bulletin");
    const row = sheetNamed(port.snapshot, "公文设置").values.findIndex(([name]) => name === "联系人");
    const cell = { sheet: "公文设置", row, column: 1 };
    await port.write({ sheets: [], edits: [{ cell, expected: null, value: "绩效科" }], removals: [] });
    await made(port, "bulletin");
    expect(sheetNamed(port.snapshot, "公文设置").values[row]?.[1]).toBe("绩效科");
  });
});

describe("odd input", () => {
  test("a problem of 2,000 characters is there whole, in rows that a sheet can have", async () => {
    const long = "问题描述".repeat(500);
    const port = await scoreFile();
    const output = await made(port, "feedback", {
      units: ["市教育局"],
      problems: new Map([["市教育局", [long]]]),
    });
    const sheet = sheetNamed(port.snapshot, "反馈 市教育局");
    // It stands in the letter and in the form, whose header each page repeats.
    const text = linesOf(sheet)
      .filter((line) => !line.startsWith("序号|"))
      .join("");
    expect(text.split("问题描述").length - 1).toBe(1000);
    for (const height of output.planned[0]?.rowHeights.values() ?? [])
      expect(height).toBeLessThanOrEqual(409);
  });

  test("names that Excel takes for no sheet, and long ones, still get their notices", async () => {
    const names = ["甲/乙局", `很长的名称${"啊".repeat(35)}一`, `很长的名称${"啊".repeat(35)}二`];
    const rows = [
      ["2015年度汇总"],
      ["单位名称", "结果得分", "过程得分", "领导评价得分", "公众评议得分"],
      ...names.map((name, index) => [name, 90 - index, 90, 90, 90]),
    ];
    const port = await scoreFile(undefined, clerksSheet("无名册", rows));
    const scheme = { ...(await made(port, "bulletin")).scheme, groups: null };
    const output = await made(port, "feedback", { scheme, units: names });
    const sheets = output.sheets.map(({ name }) => name);
    expect(sheets[0]).toBe("反馈 甲／乙局");
    expect(new Set(sheets).size).toBe(3);
    for (const name of sheets) expect(name.length).toBeLessThanOrEqual(31);
    const [first] = names;
    expect(textOf(sheetNamed(port.snapshot, "反馈 甲／乙局"))).toContain(`${first ?? ""}：`);
  });

  test("a workbook whose structure is protected: one problem, nothing written", async () => {
    const opened = await openWorkbook(await protectedBytes(), "保护.xlsx");
    if (!opened.ok) throw new Error("The protected workbook could not be opened.");
    const before = await opened.value.save();
    expect(await make(opened.value, "feedback")).toMatchObject({
      status: "refused",
      problem: { code: "structure-protected" },
    });
    expect(await opened.value.save()).toEqual(before);
  });

  test("a cancelled run writes nothing", async () => {
    const port = await scoreFile();
    const before = await port.save();
    const controller = new AbortController();
    const kind = noticeKind("feedback");
    if (!kind) throw new Error("There is a kind called feedback.");
    const { noticesAction } = await import("../../../src/actions/noticesAction");
    const result = await noticesAction.run(
      {
        ...contextOf(port),
        signal: controller.signal,
        onProgress: (step) => {
          if (step === "writing") controller.abort();
        },
      },
      { kind },
    );
    expect(result.status).toBe("cancelled");
    expect(await port.save()).toEqual(before);
  });
});

/** The score file with its structure protected, as Excel writes that. */
async function protectedBytes(): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate");
  const parts = unzipSync(await (await scoreFile()).save());
  const workbook = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const locked = workbook.replace(/(<bookViews|<sheets)/, '<workbookProtection lockStructure="1"/>$1');
  return zipSync({ ...parts, "xl/workbook.xml": strToU8(locked) });
}

test("no notice has a formula, whatever the kind", async () => {
  const port = await scoreFile();
  for (const kind of ["bulletin", "publication"] as const) await made(port, kind);
  for (const kind of ["praise", "criticism", "commendation", "talk"] as const) {
    await made(port, kind, { units: ["市教育局"] });
  }
  for (const sheet of port.snapshot.sheets) {
    expect([sheet.name, formulaAt(sheet, { row: 0, column: 0 }), sheet.formulas.size]).toEqual([
      sheet.name,
      null,
      0,
    ]);
  }
});
