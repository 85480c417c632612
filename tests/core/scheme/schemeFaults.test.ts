import { describe, expect, test } from "@jest/globals";
import { planSchemeSheet } from "../../../src/core/reports/schemeSheet";
import { parseScheme } from "../../../src/core/scheme/parseScheme";
import { readSchemeSheet } from "../../../src/core/scheme/sheet/readSchemeSheet";
import { storedScheme, withSchemeSheet } from "../../../src/core/scheme/sheet/storedScheme";
import { cellAddress, parseArea } from "../../../src/core/workbook/address";
import type { CellValue, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { workbookOf } from "../sheets";
import { plannedSnapshot } from "./plannedSnapshot";

/** A made-up office: three items, two groups, four units. */
const outcome = parseScheme({
  id: "office",
  name: "某区考评",
  fullMark: "100",
  components: [
    { id: "duty", name: "履职", aliases: ["履行职责"], max: "100", weight: "0.6" },
    { id: "law", name: "依法行政", max: "100", weight: "0.3" },
    { id: "view", name: "群众评价", max: "100", weight: "0.1" },
  ],
  adjustments: [{ id: "talk", name: "约谈", kind: "deduction", points: "5" }],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  tieBreak: ["law"],
  groups: [
    {
      id: "g1",
      name: "甲组",
      units: [
        { id: "u1", name: "教育局" },
        { id: "u2", name: "体育局" },
      ],
    },
    {
      id: "g2",
      name: "乙组",
      units: [
        { id: "u3", name: "民政局" },
        { id: "u4", name: "财政局", aliases: ["财局"] },
      ],
    },
  ],
});
if (!outcome.ok) throw new Error(outcome.problem.code);
const { scheme } = outcome;
const sheet = plannedSnapshot(planSchemeSheet(scheme));

/** Zero-based row that begins with a text. */
function rowOf(text: string): number {
  const row = sheet.values.findIndex(([first]) => first === text);
  if (row < 0) throw new Error(`no row begins with ${text}`);
  return row;
}

/** The sheet with a cell changed: column letter, the row that begins with a text, and what is typed. */
function typed(column: string, row: string, value: CellValue, from: SheetSnapshot = sheet): SheetSnapshot {
  const cell = parseArea(`${column}${String(rowOf(row) + 1)}`);
  const values = from.values.map((cells, index) =>
    index === cell?.row ? cells.map((old, place) => (place === cell.column ? value : old)) : cells,
  );
  return { ...from, values };
}

/** `code cell` of every fault, the cell as the first text of its row. */
function faultsOf(changed: SheetSnapshot): string[] {
  return readSchemeSheet(changed).faults.map(({ code, severity, cell }) => {
    const first = changed.values[cell.row - changed.area.row]?.[0] ?? "";
    return `${severity} ${code} ${cellAddress(cell).replace(/\d+/, "")} ${typeof first === "string" ? first : ""}`;
  });
}

describe("what is wrong on the sheet is told once, at its cell", () => {
  test("weights of 95%", () => {
    const changed = typed("C", "履职", 0.55);
    expect(faultsOf(changed)).toEqual(["error weight-sum E 合计"]);
    expect(readSchemeSheet(changed).faults[0]?.parameters).toEqual({ sum: "95", fullMark: "100" });
    expect(readSchemeSheet(changed).scheme).toBeNull();
  });

  test("a unit twice", () => {
    const changed = typed("A", "财政局", "教育局");
    expect(faultsOf(changed)).toEqual(["error twice A 教育局"]);
    expect(readSchemeSheet(changed).faults[0]?.parameters).toEqual({
      text: "教育局",
      row: String(rowOf("教育局") + 1),
    });
  });

  test("a blank group, and a group that there is not", () => {
    expect(faultsOf(typed("B", "民政局", null))).toEqual(["error blank B 民政局"]);
    expect(faultsOf(typed("B", "民政局", "丙组"))).toEqual(["error unknown-group B 民政局"]);
  });

  test("a column taken from the sheet, one fault for all sections that it ran through", () => {
    const column = 2;
    const without = {
      ...sheet,
      area: { ...sheet.area, columnCount: sheet.area.columnCount - 1 },
      values: sheet.values.map((cells) => cells.filter((_, index) => index !== column)),
      merges: sheet.merges.map((area) =>
        area.column > column
          ? { ...area, column: area.column - 1 }
          : { ...area, columnCount: area.columnCount - (area.column + area.columnCount > column ? 1 : 0) },
      ),
    };
    expect(faultsOf(without)).toEqual(["error missing-column A 考评项目"]);
    expect(readSchemeSheet(without).faults[0]?.parameters["columns"]).toBe(
      "考评项目（权重），加分、扣分（分值）",
    );
  });

  test("a column without which the scheme stands is told, and the scheme is read", () => {
    const changed = typed("F", "考评项目", null);
    expect(faultsOf(changed)).toEqual(["warning missing-column A 考评项目"]);
    expect(readSchemeSheet(changed).scheme?.components.map(({ aliases }) => aliases)).toEqual([[], [], []]);
  });

  test("merged cells that hide rows", () => {
    const row = rowOf("履职");
    const merged = { ...sheet, merges: [...sheet.merges, { row, column: 0, rowCount: 2, columnCount: 1 }] };
    expect(faultsOf(typed("A", "依法行政", null, merged))).toEqual(["error merged A 履职"]);
  });

  test("a group merged down its units counts for each of them", () => {
    const row = rowOf("教育局");
    const merged = { ...sheet, merges: [...sheet.merges, { row, column: 1, rowCount: 2, columnCount: 1 }] };
    expect(readSchemeSheet(typed("B", "体育局", null, merged))).toEqual({ scheme, faults: [] });
  });

  test("words, numbers and names that are none", () => {
    expect(faultsOf(typed("B", "舍入方法", "去尾"))).toEqual(["error unknown-word B 舍入方法"]);
    expect(faultsOf(typed("B", "小数位数", "两位"))).toEqual(["error no-number B 小数位数"]);
    expect(faultsOf(typed("B", "小数位数", 2.5))).toEqual(["error refused B 小数位数"]);
    expect(faultsOf(typed("B", "履职", { error: "#REF!" }))).toEqual(["error error-value B 履职"]);
    expect(faultsOf(typed("B", "约谈", "处分"))).toEqual(["error unknown-word B 约谈"]);
    expect(faultsOf(typed("B", "同分时先比", "党建"))).toEqual(["error unknown-item B 同分时先比"]);
    expect(faultsOf(typed("B", "表扬范围", "前三名"))).toEqual(["error unknown-word B 表扬范围"]);
    expect(faultsOf(typed("B", "方案名称", null))).toEqual(["error blank B 方案名称"]);
  });

  test("items of the whole year only, without the setting that leaves them out", () => {
    const changed = typed("D", "群众评价", "仅全年");
    expect(faultsOf(changed)).toEqual(["warning nothing-due B 季度、半年成绩"]);
    expect(readSchemeSheet(changed).scheme?.dynamic).toBeNull();
  });

  test("a sheet of which nothing is left", () => {
    const empty = {
      ...sheet,
      area: { row: 0, column: 0, rowCount: 0, columnCount: 0 },
      values: [],
      merges: [],
    };
    expect(readSchemeSheet(empty).faults.map(({ code }) => code)).toEqual(["no-section"]);
    expect(readSchemeSheet(empty).scheme).toBeNull();
  });
});

describe("the sheet is edited like any other", () => {
  test("weights as 60 for 60%, full-width figures and words with spaces are taken", () => {
    const percent = typed(
      "C",
      "群众评价",
      "１０％",
      typed("C", "依法行政", "30%", typed("C", "履职", "60 %")),
    );
    expect(readSchemeSheet(percent)).toEqual({ scheme, faults: [] });
    const plain = typed("C", "群众评价", 10, typed("C", "依法行政", 30, typed("C", "履职", 60)));
    expect(readSchemeSheet(plain)).toEqual({ scheme, faults: [] });
    expect(readSchemeSheet(typed("B", "并列名次", "并列后跳号 "))).toEqual({ scheme, faults: [] });
  });

  test("rows and columns put in, moved down and aside change nothing", () => {
    const moved = {
      ...sheet,
      area: { ...sheet.area, row: 3, column: 2 },
      merges: sheet.merges.map((area) => ({ ...area, row: area.row + 3, column: area.column + 2 })),
    };
    expect(readSchemeSheet(moved)).toEqual({ scheme, faults: [] });
    const spread = {
      ...sheet,
      area: { ...sheet.area, rowCount: sheet.area.rowCount * 2 },
      values: sheet.values.flatMap((cells) => [cells, cells.map(() => null)]),
      merges: [],
    };
    expect(readSchemeSheet(spread)).toEqual({ scheme, faults: [] });
  });

  test("a unit added in a spare row, without 编号, has its name for one", () => {
    const row = rowOf("财政局") + 1;
    const values = sheet.values.map((cells, index) =>
      index === row ? ["审计局", "乙组", null, null, null, "审计；区审计局", null, null] : cells,
    );
    const added = readSchemeSheet({ ...sheet, values }).scheme?.groups?.[1]?.units.at(-1);
    expect(added).toEqual({
      id: "审计局",
      name: "审计局",
      aliases: ["审计", "区审计局"],
      likelyAliases: [],
    });
  });

  test("without 分组 the units' own groups count, and without any group all are one", () => {
    const from = rowOf("甲组");
    const ungrouped = sheet.values.map((cells, row) =>
      row === from || row === from + 1 ? cells.map(() => null) : cells,
    );
    const groups = readSchemeSheet({ ...sheet, values: ungrouped }).scheme?.groups;
    expect(groups?.map(({ name, units }) => `${name} ${String(units.length)}`)).toEqual(["甲组 2", "乙组 2"]);
    const first = rowOf("教育局");
    const bare = ungrouped.map((cells, row) =>
      row >= first && row < first + 4 ? cells.map((cell, column) => (column === 1 ? null : cell)) : cells,
    );
    const one = readSchemeSheet({ ...sheet, values: bare });
    expect(one.faults).toEqual([]);
    expect(one.scheme?.groups?.map(({ name, units }) => `${name} ${String(units.length)}`)).toEqual([
      "全部单位 4",
    ]);
  });
});

describe("a sheet that lost our mark", () => {
  const renamed = { ...sheet, id: "2", name: "我们的办法", mark: null };

  test("is known by its headings, and is no data then", () => {
    const snapshot = withSchemeSheet(workbookOf(renamed));
    expect(snapshot.sheets[0]?.mark?.kind).toBe("scheme");
    expect(storedScheme(snapshot)).toEqual({ scheme, sheet: "我们的办法", faults: [], problem: null });
  });

  test("beside the marked one is a copy: not read, and told", () => {
    const snapshot = withSchemeSheet(workbookOf(renamed, sheet));
    const stored = storedScheme(snapshot);
    expect([stored?.sheet, stored?.scheme]).toEqual(["考评方案", scheme]);
    expect(stored?.faults.map(({ code, sheet: name }) => `${code} ${name}`)).toEqual([
      "second-sheet 我们的办法",
    ]);
  });

  test("an ordinary score sheet is none", () => {
    const scores = {
      ...sheet,
      mark: null,
      values: [
        ["考评项目", "满分", "权重"],
        ["履职", 100, 0.5],
      ],
    };
    expect(storedScheme(withSchemeSheet(workbookOf(scores)))).toBeNull();
  });
});
