import { describe, expect, test } from "@jest/globals";
import { checkTemplate } from "../../../src/core/notices/checkTemplate";
import { fillTemplate, type NoticeScope } from "../../../src/core/notices/fillTemplate";
import { NOTICE_KINDS, type NoticeKind } from "../../../src/core/notices/noticeKinds";
import { parseTemplate } from "../../../src/core/notices/parseTemplate";
import { readTemplateSheet, templateInForce, templateMark } from "../../../src/core/notices/readTemplate";
import { line, mark, type Template, type TemplateLine } from "../../../src/core/notices/template";
import { builtInTemplate } from "../../../src/core/notices/templates/builtInTemplate";
import { planNoticeTemplateSheet } from "../../../src/core/reports/notice/templateSheet";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { cellAddress } from "../../../src/core/workbook/address";
import { isPlannedFormula } from "../../../src/core/workbook/plan";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

const feedback = kindOf("feedback");

function kindOf(id: NoticeKind["id"]): NoticeKind {
  const kind = NOTICE_KINDS.find((one) => one.id === id);
  if (!kind) throw new Error(`There is no kind ${id}.`);
  return kind;
}

function scope(
  values: Readonly<Record<string, string>>,
  blocks: Readonly<Record<string, readonly NoticeScope[]>> = {},
): NoticeScope {
  return { values: new Map(Object.entries(values)), blocks: new Map(Object.entries(blocks)) };
}

function filled(lines: readonly TemplateLine[], inner: NoticeScope) {
  return fillTemplate(parseTemplate({ sheet: null, lines }).parts, inner);
}

const texts = (lines: readonly TemplateLine[], inner: NoticeScope) =>
  filled(lines, inner).lines.map(({ cells }) => cells.join("|"));

/** A template's sheet as a clerk has it: a header, then a style and cells a line. */
function clerksSheet(rows: readonly (readonly CellValue[])[], merges: readonly string[] = []) {
  return sheetOf("模板 反馈整改通知", [["说明"], ["样式", "内容"], ...rows], {
    mark: templateMark("feedback"),
    merges,
  });
}

const NEEDED: readonly CellValue[][] = [
  ["正文", "{{单位}}总成绩{{总成绩}}，名次{{名次}}，于{{回复期限}}前回复。"],
];

describe("filling a template in", () => {
  const problems = { 问题: [scope({ 内容: "甲" }), scope({ 内容: "乙" })] };

  test("puts values where their names stand, full-width braces too", () => {
    expect(
      texts(
        [line("body", "{{单位}}得{{ 总成绩 }}分，｛｛单位｝｝")],
        scope({ 单位: "市教育局", 总成绩: "91.54" }),
      ),
    ).toEqual(["市教育局得91.54分，市教育局"]);
  });

  test("repeats lines between the marks of a block, once for each item", () => {
    const lines = [mark("{{#问题}}"), line("body", "{{内容}}。"), mark("{{/问题}}"), line("body", "完")];
    expect(texts(lines, scope({}, problems))).toEqual(["甲。", "乙。", "完"]);
    expect(texts(lines, scope({}, { 问题: [] }))).toEqual(["完"]);
  });

  test("repeats inside one cell, and one row whose first cell opens and whose last cell closes", () => {
    expect(texts([line("body", "有{{#问题}}{{内容}}、{{/问题}}等")], scope({}, problems))).toEqual([
      "有甲、乙、等",
    ]);
    const row = [line("table-row", "{{#问题}}", "{{内容}}", "{{/问题}}")];
    expect(texts(row, scope({}, problems))).toEqual(["|甲|", "|乙|"]);
  });

  test("keeps an inverted block when there is no item", () => {
    const lines = [line("body", "{{^问题}}没有问题{{/问题}}{{#问题}}{{内容}}{{/问题}}")];
    expect(texts(lines, scope({}, { 问题: [] }))).toEqual(["没有问题"]);
    expect(texts(lines, scope({}, problems))).toEqual(["甲乙"]);
  });

  test("looks names up outwards from the innermost block", () => {
    const groups = {
      组: [scope({ 组别: "第一组" }, { 排名: [scope({ 单位: "甲" }), scope({ 单位: "乙" })] })],
    };
    const lines = [
      mark("{{#组}}"),
      mark("{{#排名}}"),
      line("body", "{{年度}}{{组别}}{{单位}}"),
      mark("{{/排名}}"),
      mark("{{/组}}"),
    ];
    expect(texts(lines, scope({ 年度: "2015" }, groups))).toEqual(["2015第一组甲", "2015第一组乙"]);
  });

  test("leaves a blank for a value that nobody has given, and says which", () => {
    const { lines, missing } = filled([line("body", "时间：{{约谈时间}}")], scope({ 约谈时间: "" }));
    expect(lines[0]?.cells).toEqual(["时间：＿＿＿＿"]);
    expect(missing).toEqual(["约谈时间"]);
  });

  test("never reads a value as a template", () => {
    const problem = { 问题: [scope({ 内容: "{{单位}}" })] };
    expect(texts([line("body", "{{#问题}}{{内容}}{{/问题}}")], scope({ 单位: "甲" }, problem))).toEqual([
      "{{单位}}",
    ]);
  });
});

describe("a template's check", () => {
  test.each(NOTICE_KINDS.map((kind) => [kind.name, kind] as const))(
    "has nothing against the built-in %s",
    (_, kind) => {
      expect(checkTemplate(builtInTemplate(kind.id, anshan2015), kind, anshan2015)).toEqual([]);
    },
  );

  function faultsOf(rows: readonly (readonly CellValue[])[], merges: readonly string[] = []) {
    const sheet = clerksSheet(rows, merges);
    return templateInForce(workbookOf(sheet), feedback, anshan2015).faults.map(({ code, name, cell }) => [
      code,
      name,
      cell && cellAddress(cell),
    ]);
  }

  test("accepts what a clerk wrote over it", () => {
    expect(faultsOf([["标题", "关于{{单位}}的通知"], ...NEEDED])).toEqual([]);
  });

  test("reports an unknown name with its cell", () => {
    expect(faultsOf([...NEEDED, ["正文", "好", "{{单位名}}"]])).toEqual([["unknown-name", "单位名", "C4"]]);
  });

  test("reports a name outside its block", () => {
    expect(faultsOf([...NEEDED, ["正文", "{{内容}}"]])).toEqual([["outside-block", "内容", "B4"]]);
  });

  test("reports blocks that do not close or open", () => {
    expect(faultsOf([...NEEDED, ["", "{{#问题}}"], ["正文", "{{内容}}"]])).toEqual([
      ["block-unclosed", "问题", "B4"],
      ["outside-block", "内容", "B5"],
    ]);
    expect(faultsOf([...NEEDED, ["", "{{/问题}}"]])).toEqual([["block-unopened", "问题", "B4"]]);
  });

  test("reports a merged area that cuts a block, not one inside or outside", () => {
    const rows = [...NEEDED, ["", "{{#问题}}"], ["正文", "{{内容}}"], ["", "{{/问题}}"], ["正文", "完"]];
    expect(faultsOf(rows, ["B6:B7"])).toEqual([["merge-cuts-block", "问题", "B6"]]);
    expect(faultsOf(rows, ["B4:D6", "B7:H7", "B1:B2"])).toEqual([]);
  });

  test("reports a needed name that is missing, an unknown style, an empty template", () => {
    expect(faultsOf([["正文", "{{单位}}{{总成绩}}{{名次}}"]])).toEqual([
      ["needed-name-missing", "回复期限", null],
    ]);
    expect(faultsOf([...NEEDED, ["黑体", "文字"]])).toEqual([["unknown-style", "黑体", "A4"]]);
    expect(faultsOf([])).toEqual([["empty", "", null]]);
  });
});

describe("a template's sheet", () => {
  test.each(NOTICE_KINDS.map((kind) => [kind.name, kind] as const))(
    "of %s reads back as the built-in template that it was made from",
    (_, kind) => {
      const plan = planNoticeTemplateSheet(kind, anshan2015);
      const cells = plan.cells.map((row) =>
        row.map((value) => (isPlannedFormula(value) ? value.value : value)),
      );
      const { template, faults } = readTemplateSheet(sheetOf(plan.name, cells, { mark: plan.mark }));
      const plain = ({ lines }: Template) => lines.map(({ style, cells: own }) => [style, trimmed(own)]);
      expect(faults).toEqual([]);
      expect(plain(template)).toEqual(plain(builtInTemplate(kind.id, anshan2015)));
    },
  );

  /** Cells without the empty ones at the end: a sheet cannot tell them from none. */
  function trimmed(cells: readonly string[]): string[] {
    const end = cells.findLastIndex((text) => text !== "");
    return cells.slice(0, end + 1);
  }

  test("takes a text without a style as body text, and leaves out what stands beyond its columns", () => {
    const row: CellValue[] = ["", "没有样式"];
    row[14] = "{{单位}}";
    expect(readTemplateSheet(clerksSheet([row])).template.lines).toMatchObject([
      { style: "body", cells: ["没有样式"] },
    ]);
  });
});
