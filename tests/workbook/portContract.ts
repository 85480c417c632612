import { beforeEach, describe, expect, test } from "@jest/globals";
import { cellKey, parseArea } from "../../src/core/workbook/address";
import type { Area } from "../../src/core/workbook/address";
import type {
  CellFill,
  CellStyle,
  FillChange,
  PageSetup,
  Plan,
  PlannedValue,
  SheetPlan,
} from "../../src/core/workbook/plan";
import type {
  CellError,
  CellValue,
  SheetMark,
  SheetSnapshot,
  Snapshot,
} from "../../src/core/workbook/snapshot";
import { formulaAt, numberFormatAt, valueAt } from "../../src/core/workbook/snapshot";
import type { WorkbookPort } from "../../src/workbook/port";

/** A cell of a described workbook: a value, or a formula with its last result. */
export type DescribedCell = CellValue | { readonly formula: string; readonly value: CellValue };

/** One sheet, said in the suite's own words. Addresses are A1; rows and columns are zero-based. */
export interface DescribedSheet {
  readonly name: string;
  readonly visibility?: "hidden" | "veryHidden";
  readonly cells?: Readonly<Record<string, DescribedCell>>;
  readonly numberFormats?: Readonly<Record<string, string>>;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** A filter over an area that hides these rows. */
  readonly filter?: { readonly area: string; readonly hiddenRows: readonly number[] };
  readonly tables?: readonly { readonly name: string; readonly area: string }[];
  readonly protected?: boolean;
  /** Our mark, made for `name`: another name than the sheet's own stands for a sheet renamed or copied. */
  readonly mark?: { readonly mark: SheetMark; readonly name: string };
}

/** A workbook to open a port on. */
export interface DescribedWorkbook {
  readonly sheets: readonly DescribedSheet[];
  readonly structureProtected?: boolean;
}

/** What the suite looks at beyond a Snapshot, as far as a port can show it. */
export interface SheetLook {
  readonly bold: (address: string) => boolean;
  readonly fontSize: (address: string) => number | undefined;
  readonly horizontal: (address: string) => CellStyle["horizontal"] | "general" | undefined;
  /** Whether a cell has a line on each of its four sides. */
  readonly boxed: (address: string) => boolean;
  readonly orientation: PageSetup["orientation"] | undefined;
  /** Rows repeated on each page, first and last, zero-based. */
  readonly repeatRows: readonly [number, number] | undefined;
  readonly pagesWide: number | undefined;
  readonly footer: string | undefined;
  /** Top margin in millimetres. */
  readonly topMargin: number | undefined;
  readonly frozenRows: number;
  /** Where a cell's link leads, such as `'汇总'!B3`. */
  readonly linkTarget: (address: string) => string | undefined;
}

/** A port on a described workbook, and ways to look at what became of it. */
export interface OpenedPort {
  readonly port: WorkbookPort;
  /** The workbook as it stands now, read anew (a file adapter reads what it wrote). */
  readonly read: () => Promise<Snapshot>;
  /** How a sheet looks now; null where the port cannot show it. */
  readonly look: ((sheet: string) => Promise<SheetLook> | SheetLook) | null;
}

/** Opens a port on a workbook. Where formulas are calculated, `=1+1` has to give 2. */
export type MakePort = (workbook: DescribedWorkbook) => Promise<OpenedPort> | OpenedPort;

const rankingMark: SheetMark = { kind: "ranking", key: "2015-annual" };
const division: CellError = { error: "#DIV/0!" };

const page: PageSetup = {
  paper: "a4",
  orientation: "portrait",
  margins: { top: 20, bottom: 15, left: 10, right: 10, header: 8, footer: 8 },
  fitWidth: true,
  repeatRows: [1, 1],
  footer: "&C&14— &P —",
};

/** A small ranking of made-up figures. */
function rankingPlan(changes: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name: "排名 2015年度",
    mark: rankingMark,
    visibility: "visible",
    cells: [
      ["2015年度排名", null, null],
      ["名次", "单位", "总成绩"],
      [1, "海城市政府", { formula: "=1+1", value: 2 }],
      [2, "台安县政府", 1.5],
    ],
    styles: [
      { area: area("A1:C1"), style: { bold: true, fontSize: 18, horizontal: "center" } },
      { area: area("A2:C4"), style: { borders: "thin" } },
      { area: area("C3:C4"), style: { numberFormat: "0.00" } },
    ],
    merges: [area("A1:C1")],
    columnWidths: [6, 24, 10],
    rowHeights: new Map([[0, 30]]),
    links: [],
    page,
    frozenRows: 2,
    ...changes,
  };
}

function planOf(parts: Partial<Plan>): Plan {
  return { sheets: [], edits: [], removals: [], ...parts };
}

function area(address: string): Area {
  const parsed = parseArea(address);
  if (!parsed) throw new Error(`${address} is not an address.`);
  return parsed;
}

function at(address: string): { readonly row: number; readonly column: number } {
  const { row, column } = area(address);
  return { row, column };
}

async function snapshotOf(opened: OpenedPort): Promise<Snapshot> {
  const outcome = await opened.port.read();
  if (!outcome.ok) throw new Error(`The workbook could not be read: ${outcome.problem.code}.`);
  return outcome.value;
}

function sheetNamed(snapshot: Snapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}, only ${namesOf(snapshot).join(", ")}.`);
  return sheet;
}

function namesOf(snapshot: Snapshot): string[] {
  return snapshot.sheets.map((sheet) => sheet.name);
}

/** Everything of a snapshot but the sheets' ids, which a file need not keep, and which reading it is. */
function contentOf(snapshot: Snapshot): unknown {
  return { ...snapshot, reading: null, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, id: null })) };
}

const clerksSheet: DescribedSheet = {
  name: "汇总",
  cells: {
    A1: "单位",
    B1: "结果得分",
    A2: "海城市政府",
    B2: 92.5,
    A3: "台安县政府",
    B3: { formula: "=1+1", value: 2 },
  },
};

/** The promises of every WorkbookPort, checked against one adapter. */
export function describePort(name: string, makePort: MakePort): void {
  describe(`${name}: reading`, () => {
    test("gives values of every kind with their cells", async () => {
      const opened = await makePort({
        sheets: [
          { name: "各种", cells: { A1: "文字", B1: 92.505, C1: true, D1: division, A2: -0.5, C2: false } },
        ],
      });
      const [sheet] = (await snapshotOf(opened)).sheets;
      expect(sheet?.area).toEqual(area("A1:D2"));
      expect(sheet?.values).toEqual([
        ["文字", 92.505, true, division],
        [-0.5, null, false, null],
      ]);
      expect(sheet?.formulas.size).toBe(0);
    });

    test("gives formulas with their last results", async () => {
      const opened = await makePort({
        sheets: [
          {
            name: "公式",
            cells: {
              A1: { formula: "=1+1", value: 2 },
              B1: { formula: '="甲"&"乙"', value: "甲乙" },
              C1: { formula: "=1/0", value: division },
            },
          },
        ],
      });
      const sheet = sheetNamed(await snapshotOf(opened), "公式");
      expect(sheet.values).toEqual([[2, "甲乙", division]]);
      expect([...sheet.formulas]).toEqual([
        [cellKey(0, 0), "=1+1"],
        [cellKey(0, 1), '="甲"&"乙"'],
        [cellKey(0, 2), "=1/0"],
      ]);
    });

    test("gives number formats other than General", async () => {
      const opened = await makePort({
        sheets: [
          {
            name: "格式",
            cells: { A1: 92.5, B1: 42369, C1: "0017", D1: 1 },
            numberFormats: { A1: "0.00", B1: "yyyy/m/d", C1: "@" },
          },
        ],
      });
      const sheet = sheetNamed(await snapshotOf(opened), "格式");
      expect(sheet.values).toEqual([[92.5, 42369, "0017", 1]]);
      expect(["A1", "C1", "D1"].map((address) => numberFormatAt(sheet, at(address)))).toEqual([
        "0.00",
        "@",
        "General",
      ]);
      expect(numberFormatAt(sheet, at("B1"))).toMatch(/^yyyy/);
      expect(sheet.numberFormats.has(cellKey(0, 3))).toBe(false);
    });

    test("gives merges, and the sheets in tab order with their visibility", async () => {
      const opened = await makePort({
        sheets: [
          { name: "一", cells: { A1: "2015年度", A2: "单位", B2: 1, C2: 2 }, merges: ["A1:C1", "A2:A3"] },
          { name: "二", visibility: "hidden" },
          { name: "三", visibility: "veryHidden" },
        ],
      });
      const snapshot = await snapshotOf(opened);
      expect(namesOf(snapshot)).toEqual(["一", "二", "三"]);
      expect(snapshot.sheets.map((sheet) => sheet.visibility)).toEqual(["visible", "hidden", "veryHidden"]);
      const { merges } = sheetNamed(snapshot, "一");
      expect(merges).toHaveLength(2);
      expect(merges).toEqual(expect.arrayContaining([area("A1:C1"), area("A2:A3")]));
    });

    test("reads hidden rows and columns, and says that they are hidden", async () => {
      const opened = await makePort({
        sheets: [
          {
            name: "隐藏",
            cells: { A1: 1, B1: 2, C1: 3, A2: 4, A3: 5, C3: 6 },
            hiddenRows: [1],
            hiddenColumns: [1],
          },
        ],
      });
      const sheet = sheetNamed(await snapshotOf(opened), "隐藏");
      expect(sheet.values).toEqual([
        [1, 2, 3],
        [4, null, null],
        [5, null, 6],
      ]);
      expect([...sheet.hiddenRows]).toEqual([1]);
      expect([...sheet.hiddenColumns]).toEqual([1]);
      expect(sheet.filtered).toBe(false);
    });

    test("reads rows that a filter hides, and says that one is on", async () => {
      const opened = await makePort({
        sheets: [
          {
            name: "筛选",
            cells: { A1: "单位", A2: "甲", A3: "乙" },
            filter: { area: "A1:A3", hiddenRows: [2] },
          },
        ],
      });
      const sheet = sheetNamed(await snapshotOf(opened), "筛选");
      expect(sheet.values).toEqual([["单位"], ["甲"], ["乙"]]);
      expect(sheet.filtered).toBe(true);
      expect([...sheet.hiddenRows]).toEqual([2]);
    });

    test("gives an empty sheet an empty area", async () => {
      const opened = await makePort({ sheets: [clerksSheet, { name: "空" }] });
      const sheet = sheetNamed(await snapshotOf(opened), "空");
      expect([sheet.area.rowCount, sheet.area.columnCount]).toEqual([0, 0]);
      expect(sheet.values).toEqual([]);
    });

    test("finds a table far from A1, on a sheet whose name has quotes and spaces", async () => {
      const opened = await makePort({ sheets: [{ name: "一 组's", cells: { AC200: "单位", AD201: 7 } }] });
      const sheet = sheetNamed(await snapshotOf(opened), "一 组's");
      expect(sheet.area).toEqual(area("AC200:AD201"));
      expect(valueAt(sheet, at("AD201"))).toBe(7);
      expect(valueAt(sheet, at("A1"))).toBeNull();
    });

    test("gives declared tables and protection", async () => {
      const opened = await makePort({
        sheets: [
          {
            name: "表",
            cells: { B2: "单位", C2: "得分", B3: "甲", C3: 1 },
            tables: [{ name: "得分表", area: "B2:C3" }],
          },
          { name: "锁", cells: { A1: 1 }, protected: true },
        ],
        structureProtected: true,
      });
      const snapshot = await snapshotOf(opened);
      expect(sheetNamed(snapshot, "表").tables).toEqual([{ name: "得分表", area: area("B2:C3") }]);
      expect(snapshot.sheets.map((sheet) => sheet.protected)).toEqual([false, true]);
      expect(snapshot.structureProtected).toBe(true);
      expect(snapshot.dateSystem).toBe("1900");
    });

    test("knows our sheets by their mark, unless they were renamed or copied", async () => {
      const opened = await makePort({
        sheets: [
          { name: "排名", cells: { A1: 1 }, mark: { mark: rankingMark, name: "排名" } },
          { name: "排名 (2)", cells: { A1: 1 }, mark: { mark: rankingMark, name: "排名" } },
          clerksSheet,
        ],
      });
      expect((await snapshotOf(opened)).sheets.map((sheet) => sheet.mark)).toEqual([rankingMark, null, null]);
    });

    test("stops when it is told to", async () => {
      const opened = await makePort({ sheets: [clerksSheet] });
      const outcome = await opened.port.read({ signal: AbortSignal.abort() });
      expect(outcome).toMatchObject({ ok: false, problem: { code: "cancelled" } });
    });
  });

  describe(`${name}: writing a sheet`, () => {
    let opened: OpenedPort;

    beforeEach(async () => {
      opened = await makePort({ sheets: [clerksSheet, { name: "说明", cells: { A1: "其他" } }] });
    });

    test("adds it with its cells, merges, formats and mark, and says where it went", async () => {
      const outcome = await opened.port.write(planOf({ sheets: [rankingPlan()] }));
      expect(outcome).toEqual({ ok: true, value: [{ name: "排名 2015年度", mark: rankingMark }] });
      const snapshot = await opened.read();
      expect(namesOf(snapshot)).toEqual(["汇总", "说明", "排名 2015年度"]);
      const sheet = sheetNamed(snapshot, "排名 2015年度");
      expect(sheet.mark).toEqual(rankingMark);
      expect(sheet.visibility).toBe("visible");
      expect(sheet.values).toEqual([
        ["2015年度排名", null, null],
        ["名次", "单位", "总成绩"],
        [1, "海城市政府", 2],
        [2, "台安县政府", 1.5],
      ]);
      expect([...sheet.formulas]).toEqual([[cellKey(2, 2), "=1+1"]]);
      expect(sheet.merges).toEqual([area("A1:C1")]);
      expect(numberFormatAt(sheet, at("C4"))).toBe("0.00");
    });

    test("leaves every other sheet as it was", async () => {
      const before = await opened.read();
      await opened.port.write(planOf({ sheets: [rankingPlan()] }));
      const after = await opened.read();
      expect(contentOf({ ...after, sheets: after.sheets.slice(0, 2) })).toEqual(contentOf(before));
    });

    test("gives it its looks and its page", async () => {
      await opened.port.write(
        planOf({
          sheets: [
            rankingPlan({ links: [{ cell: at("B3"), target: { sheet: "汇总", ...at("A2") }, tip: "来源" }] }),
          ],
        }),
      );
      if (!opened.look) return;
      const look = await opened.look("排名 2015年度");
      expect([look.bold("A1"), look.bold("A3")]).toEqual([true, false]);
      expect(look.fontSize("A1")).toBe(18);
      expect(look.horizontal("A1")).toBe("center");
      expect([look.boxed("B3"), look.boxed("A2"), look.boxed("A5")]).toEqual([true, true, false]);
      expect(look.orientation).toBe("portrait");
      expect(look.repeatRows).toEqual([1, 1]);
      expect(look.pagesWide).toBe(1);
      expect(look.footer).toBe("&C&14— &P —");
      expect(look.topMargin).toBeCloseTo(20, 1);
      expect(look.frozenRows).toBe(2);
      expect(look.linkTarget("B3")).toMatch(/^'?汇总'?!\$?A\$?2$/);
    });

    test.each<[string]>([
      ["=1+1"],
      ["=cmd|'/c calc'!A1"],
      ["+861234"],
      ["-5"],
      ["@SUM(A1)"],
      ["'带引号"],
      ["0017"],
      ["92.50"],
      ["1-2"],
      ["2015-1-1"],
      ["50%"],
      ["TRUE"],
      ["#N/A"],
      ["两行\n文字"],
      ["<b>&amp;"],
    ])("keeps text as text: %j", async (text) => {
      await opened.port.write(planOf({ sheets: [rankingPlan({ cells: [[text]], merges: [], styles: [] })] }));
      const sheet = sheetNamed(await opened.read(), "排名 2015年度");
      expect(sheet.values).toEqual([[text]]);
      expect(sheet.formulas.size).toBe(0);
    });

    test("leaves a clerk's sheet of the same name alone and takes the next free name", async () => {
      const clerks: DescribedSheet = { name: "排名 2015年度", cells: { A1: "手工排名" } };
      opened = await makePort({ sheets: [clerks, { name: "排名 2015年度 (2)", cells: { A1: 1 } }] });
      const outcome = await opened.port.write(planOf({ sheets: [rankingPlan()] }));
      expect(outcome).toMatchObject({ ok: true, value: [{ name: "排名 2015年度 (3)" }] });
      const snapshot = await opened.read();
      expect(sheetNamed(snapshot, "排名 2015年度").values).toEqual([["手工排名"]]);
      expect(sheetNamed(snapshot, "排名 2015年度 (3)").mark).toEqual(rankingMark);
    });

    test("keeps the name legal when a number is appended to a long one", async () => {
      const long = "排".repeat(31);
      opened = await makePort({ sheets: [{ name: long, cells: { A1: 1 } }] });
      const outcome = await opened.port.write(planOf({ sheets: [rankingPlan({ name: long })] }));
      expect(outcome).toMatchObject({ ok: true, value: [{ name: `${"排".repeat(27)} (2)` }] });
    });

    test("writes hidden sheets hidden", async () => {
      await opened.port.write(
        planOf({
          sheets: [
            rankingPlan({ name: "快照", mark: { kind: "record", key: "1" }, visibility: "veryHidden" }),
            rankingPlan({ name: "方案", mark: { kind: "scheme", key: "" }, visibility: "hidden" }),
          ],
        }),
      );
      const snapshot = await opened.read();
      expect(sheetNamed(snapshot, "快照").visibility).toBe("veryHidden");
      expect(sheetNamed(snapshot, "方案").visibility).toBe("hidden");
      expect(sheetNamed(snapshot, "方案").mark).toEqual({ kind: "scheme", key: "" });
    });

    test("writes many rows whole", async () => {
      const cells: PlannedValue[][] = Array.from({ length: 3_000 }, (_, row) => [
        row + 1,
        `单位${String(row)}`,
        row / 8,
      ]);
      await opened.port.write(planOf({ sheets: [rankingPlan({ cells, merges: [], styles: [] })] }));
      expect(sheetNamed(await opened.read(), "排名 2015年度").values).toEqual(cells);
    });
  });

  describe(`${name}: writing more than Excel takes`, () => {
    test("cuts a text, lowers a row and writes a formula's value, so that the rest is not refused", async () => {
      const opened = await makePort({ sheets: [clerksSheet] });
      const formula = `=1${"+1".repeat(4_500)}`;
      const sheet = rankingPlan({
        cells: [["长".repeat(40_000), { formula, value: 4_501 }]],
        rowHeights: new Map([[0, 700]]),
        styles: [],
        merges: [],
        links: [],
      });
      const written = await opened.port.write(planOf({ sheets: [sheet] }));
      expect(written).toMatchObject({ ok: true });
      const { values, formulas } = sheetNamed(await snapshotOf(opened), sheet.name);
      expect(values[0]).toEqual([`${"长".repeat(32_766)}…`, 4_501]);
      expect(formulas.size).toBe(0);
    });
  });

  describe(`${name}: writing a sheet again`, () => {
    const ours: DescribedSheet = {
      name: "旧名次",
      cells: { A1: "旧", F9: "也是旧的" },
      mark: { mark: rankingMark, name: "旧名次" },
    };
    let opened: OpenedPort;

    beforeEach(async () => {
      opened = await makePort({ sheets: [clerksSheet, ours, { name: "说明", cells: { A1: "其他" } }] });
    });

    test("replaces ours at its position, under the new name, with nothing of the old left", async () => {
      const outcome = await opened.port.write(planOf({ sheets: [rankingPlan()] }));
      expect(outcome).toMatchObject({ ok: true, value: [{ name: "排名 2015年度" }] });
      const snapshot = await opened.read();
      expect(namesOf(snapshot)).toEqual(["汇总", "排名 2015年度", "说明"]);
      expect(sheetNamed(snapshot, "排名 2015年度").area).toEqual(area("A1:C4"));
    });

    test("leaves formulas of the clerk's that refer to ours as they are", async () => {
      const refers: DescribedSheet = {
        name: "引用",
        cells: { A1: { formula: "='旧名次'!A1", value: "旧" }, A2: { formula: "=1+1", value: 2 } },
      };
      opened = await makePort({ sheets: [ours, refers] });
      for (const total of [1, 2]) {
        await opened.port.write(
          planOf({ sheets: [rankingPlan({ name: "旧名次", cells: [[total]], merges: [], styles: [] })] }),
        );
      }
      const sheet = sheetNamed(await opened.read(), "引用");
      expect(formulaAt(sheet, at("A1"))).toMatch(/^='?旧名次'?!A1$/);
      expect(valueAt(sheet, at("A2"))).toBe(2);
    });

    test("keeps the name when it is the same, run after run", async () => {
      for (const total of [1, 2, 3]) {
        const outcome = await opened.port.write(
          planOf({ sheets: [rankingPlan({ name: "旧名次", cells: [[total]], merges: [], styles: [] })] }),
        );
        expect(outcome).toMatchObject({ ok: true, value: [{ name: "旧名次" }] });
      }
      const snapshot = await opened.read();
      expect(namesOf(snapshot)).toEqual(["汇总", "旧名次", "说明"]);
      expect(sheetNamed(snapshot, "旧名次").values).toEqual([[3]]);
    });

    test("replaces the only visible sheet", async () => {
      opened = await makePort({ sheets: [ours, { name: "藏", visibility: "hidden", cells: { A1: 1 } }] });
      const outcome = await opened.port.write(planOf({ sheets: [rankingPlan()] }));
      expect(outcome.ok).toBe(true);
      expect(namesOf(await opened.read())).toEqual(["排名 2015年度", "藏"]);
    });

    test("replaces a very hidden sheet of ours", async () => {
      opened = await makePort({ sheets: [clerksSheet, { ...ours, visibility: "veryHidden" }] });
      const outcome = await opened.port.write(
        planOf({ sheets: [rankingPlan({ visibility: "veryHidden" })] }),
      );
      expect(outcome.ok).toBe(true);
      expect(namesOf(await opened.read())).toEqual(["汇总", "排名 2015年度"]);
    });

    test("takes a sheet of ours away when the plan says so, and only ours", async () => {
      const outcome = await opened.port.write(
        planOf({ removals: [rankingMark, { kind: "ranking", key: "没有" }] }),
      );
      expect(outcome).toEqual({ ok: true, value: [] });
      expect(namesOf(await opened.read())).toEqual(["汇总", "说明"]);
    });

    test("leaves a sheet alone that a clerk renamed or copied from ours", async () => {
      const renamed: DescribedSheet = {
        name: "我的排名",
        cells: { A1: "旧" },
        mark: { mark: rankingMark, name: "旧名次" },
      };
      opened = await makePort({ sheets: [renamed] });
      await opened.port.write(planOf({ sheets: [rankingPlan()] }));
      const snapshot = await opened.read();
      expect(namesOf(snapshot)).toEqual(["我的排名", "排名 2015年度"]);
      expect(sheetNamed(snapshot, "我的排名").values).toEqual([["旧"]]);
    });
  });

  describe(`${name}: writing whole or not at all`, () => {
    test("writes nothing when it was told to stop before", async () => {
      const opened = await makePort({ sheets: [clerksSheet] });
      const before = await opened.read();
      const outcome = await opened.port.write(planOf({ sheets: [rankingPlan()] }), {
        signal: AbortSignal.abort(),
      });
      expect(outcome).toMatchObject({ ok: false, problem: { code: "cancelled" } });
      expect(contentOf(await opened.read())).toEqual(contentOf(before));
    });

    test("leaves the workbook as it was when it is told to stop half-way", async () => {
      const opened = await makePort({
        sheets: [
          clerksSheet,
          { name: "排名", cells: { A1: "旧" }, mark: { mark: rankingMark, name: "排名" } },
        ],
      });
      const before = await opened.read();
      const stop = new AbortController();
      const outcome = await opened.port.write(
        planOf({
          sheets: [rankingPlan(), rankingPlan({ name: "另一个", mark: { kind: "ranking", key: "x" } })],
        }),
        {
          signal: stop.signal,
          onProgress: () => stop.abort(),
        },
      );
      expect(outcome).toMatchObject({ ok: false, problem: { code: "cancelled" } });
      expect(contentOf(await opened.read())).toEqual(contentOf(before));
    });

    test("refuses a workbook whose structure is protected", async () => {
      const opened = await makePort({ sheets: [clerksSheet], structureProtected: true });
      const before = await opened.read();
      const outcome = await opened.port.write(planOf({ sheets: [rankingPlan()] }));
      expect(outcome).toMatchObject({ ok: false, problem: { code: "structure-protected" } });
      expect(contentOf(await opened.read())).toEqual(contentOf(before));
    });

    test("writes nothing for an empty plan", async () => {
      const opened = await makePort({ sheets: [clerksSheet] });
      const before = await opened.read();
      expect(await opened.port.write(planOf({}))).toEqual({ ok: true, value: [] });
      expect(contentOf(await opened.read())).toEqual(contentOf(before));
    });
  });

  describe(`${name}: editing a clerk's cells`, () => {
    const text: DescribedSheet = {
      name: "得分",
      cells: { A1: "９２．５", B1: 88, C1: { formula: "=1+1", value: 2 }, D1: division },
      numberFormats: { A1: "@" },
    };
    const edit = (address: string, expected: CellValue, value: string | number | boolean | null) => ({
      cell: { sheet: "得分", ...at(address) },
      expected,
      value,
    });
    let opened: OpenedPort;

    beforeEach(async () => {
      opened = await makePort({ sheets: [text] });
    });

    test("changes value and number format, and nothing else", async () => {
      const outcome = await opened.port.write(
        planOf({
          edits: [{ ...edit("A1", "９２．５", 92.5), numberFormat: "General" }, edit("E2", null, "=文字")],
        }),
      );
      expect(outcome.ok).toBe(true);
      const sheet = sheetNamed(await opened.read(), "得分");
      expect(sheet.values).toEqual([
        [92.5, 88, 2, division, null],
        [null, null, null, null, "=文字"],
      ]);
      expect(numberFormatAt(sheet, at("A1"))).toBe("General");
      expect(formulaAt(sheet, at("C1"))).toBe("=1+1");
      expect(formulaAt(sheet, at("E2"))).toBeNull();
    });

    test("empties a cell, also one that holds an error", async () => {
      const outcome = await opened.port.write(
        planOf({ edits: [edit("D1", division, null), edit("B1", 88, null)] }),
      );
      expect(outcome.ok).toBe(true);
      const sheet = sheetNamed(await opened.read(), "得分");
      expect([valueAt(sheet, at("B1")), valueAt(sheet, at("D1"))]).toEqual([null, null]);
    });

    test.each<[string, CellValue]>([
      ["another number", 87],
      ["the number as text", "88"],
      ["nothing", null],
    ])("refuses the whole plan when a cell was changed meanwhile: expected %s", async (_, expected) => {
      const before = await opened.read();
      const outcome = await opened.port.write(
        planOf({ edits: [edit("A1", "９２．５", 92.5), edit("B1", expected, 90)], sheets: [rankingPlan()] }),
      );
      expect(outcome).toMatchObject({ ok: false, problem: { code: "cell-changed", detail: "'得分'!B1" } });
      expect(contentOf(await opened.read())).toEqual(contentOf(before));
    });

    test("never writes over a formula", async () => {
      const before = await opened.read();
      const outcome = await opened.port.write(
        planOf({ edits: [edit("A1", "９２．５", 92.5), edit("C1", 2, 3)] }),
      );
      expect(outcome).toMatchObject({
        ok: false,
        problem: { code: "cell-has-formula", detail: "'得分'!C1" },
      });
      expect(contentOf(await opened.read())).toEqual(contentOf(before));
    });

    test("refuses a sheet that is protected, and one that is not there", async () => {
      opened = await makePort({ sheets: [{ ...text, protected: true }] });
      const locked = await opened.port.write(planOf({ edits: [edit("B1", 88, 90)] }));
      expect(locked).toMatchObject({ ok: false, problem: { code: "sheet-protected", detail: "得分" } });
      const missing = await opened.port.write(
        planOf({ edits: [{ ...edit("B1", 88, 90), cell: { sheet: "没有", ...at("B1") } }] }),
      );
      expect(missing).toMatchObject({ ok: false, problem: { code: "no-such-sheet", detail: "没有" } });
    });

    test("is allowed where only the structure is protected", async () => {
      opened = await makePort({ sheets: [text], structureProtected: true });
      const outcome = await opened.port.write(planOf({ edits: [edit("B1", 88, 90)] }));
      expect(outcome.ok).toBe(true);
      expect(valueAt(sheetNamed(await opened.read(), "得分"), at("B1"))).toBe(90);
    });
  });

  describe(`${name}: filling a clerk's cells`, () => {
    const scores: DescribedSheet = {
      name: "得分",
      cells: { A1: "海城市政府", B1: 88, C1: { formula: "=1+1", value: 2 } },
      numberFormats: { B1: "0.00" },
    };
    const place = (address: string) => ({ sheet: "得分", ...at(address) });
    const fill = (address: string, expected: CellFill, wanted: FillChange["fill"]): FillChange => ({
      cell: place(address),
      expected,
      fill: wanted,
    });
    let opened: OpenedPort;
    const fillsOf = async (...addresses: string[]) => {
      const read = await opened.port.readFills(addresses.map(place));
      return read.ok ? read.value : read.problem;
    };

    beforeEach(async () => {
      opened = await makePort({ sheets: [scores] });
    });

    test("fills values, formulas and blank cells, and changes nothing else", async () => {
      const before = await opened.read();
      const outcome = await opened.port.write(
        planOf({
          fills: [
            fill("B1", "none", "#FFC7CE"),
            fill("C1", "none", "#FFEB9C"),
            fill("D1", "none", "#DDEBF7"),
            fill("B3", "none", "#FFC7CE"),
          ],
        }),
      );
      expect(outcome).toEqual({ ok: true, value: [] });
      expect(await fillsOf("A1", "B1", "C1", "D1", "B3")).toEqual([
        "none",
        "#FFC7CE",
        "#FFEB9C",
        "#DDEBF7",
        "#FFC7CE",
      ]);
      expect(contentOf(await opened.read())).toEqual(contentOf(before));
    });

    test("takes fills away again", async () => {
      await opened.port.write(planOf({ fills: [fill("B1", "none", "#FFC7CE")] }));
      await opened.port.write(planOf({ fills: [fill("B1", "#FFC7CE", "none")] }));
      expect(await fillsOf("B1")).toEqual(["none"]);
    });

    test("leaves a cell alone that has another fill meanwhile, and writes the rest", async () => {
      await opened.port.write(planOf({ fills: [fill("B1", "none", "#00B0F0")] }));
      await opened.port.write(
        planOf({ fills: [fill("B1", "#FFC7CE", "none"), fill("A1", "none", "#FFEB9C")] }),
      );
      expect(await fillsOf("B1", "A1")).toEqual(["#00B0F0", "#FFEB9C"]);
    });

    test("refuses a sheet that is protected, and one that is not there", async () => {
      opened = await makePort({ sheets: [{ ...scores, protected: true }] });
      const locked = await opened.port.write(planOf({ fills: [fill("B1", "none", "#FFC7CE")] }));
      expect(locked).toMatchObject({ ok: false, problem: { code: "sheet-protected", detail: "得分" } });
      const elsewhere = { sheet: "没有", ...at("A1") };
      const missing = await opened.port.write(
        planOf({ fills: [{ cell: elsewhere, expected: "none", fill: "#FFC7CE" }] }),
      );
      expect(missing).toMatchObject({ ok: false, problem: { code: "no-such-sheet", detail: "没有" } });
      const unread = await opened.port.readFills([elsewhere]);
      expect(unread).toMatchObject({ ok: false, problem: { code: "no-such-sheet", detail: "没有" } });
    });

    test("fills nothing when it is told to stop", async () => {
      const stop = new AbortController();
      const outcome = await opened.port.write(
        planOf({
          sheets: [rankingPlan(), rankingPlan({ name: "另一个", mark: { kind: "ranking", key: "x" } })],
          fills: [fill("B1", "none", "#FFC7CE")],
        }),
        { signal: stop.signal, onProgress: () => stop.abort() },
      );
      expect(outcome).toMatchObject({ ok: false, problem: { code: "cancelled" } });
      expect(await fillsOf("B1")).toEqual(["none"]);
    });
  });
}
