import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Step } from "../../src/actions/action";
import { checkAction } from "../../src/actions/checkAction";
import { correctRolesAction } from "../../src/actions/correctRolesAction";
import { rankingAction, type RankingOutput } from "../../src/actions/rankingAction";
import { formatFixed } from "../../src/core/numbers/decimal";
import { anshan2015File } from "../../src/core/scheme/anshan-2015/anshan2015";
import { parseScheme } from "../../src/core/scheme/parseScheme";
import type { SchemeFile } from "../../src/core/scheme/schemeFile";
import { SCHEME_MARK } from "../../src/core/scheme/schemeSheet";
import type { Plan } from "../../src/core/workbook/plan";
import { planStoreSheet } from "../../src/core/workbook/storeSheet";
import { formulaAt, valueAt, type Snapshot } from "../../src/core/workbook/snapshot";
import type { FileWorkbook } from "../../src/workbook/file/fileWorkbook";
import type { WorkbookPort } from "../../src/workbook/port";
import { contextOf, scores, snapshotOf, workbookOf } from "./rankingRun";

/** A scheme as older workbooks keep it: its file's text on a hidden sheet. */
function hiddenScheme(file: SchemeFile): Plan {
  const sheet = planStoreSheet({
    name: "PERF方案",
    mark: SCHEME_MARK,
    cells: [[JSON.stringify(file)]],
    columnWidths: [60],
  });
  return { sheets: [sheet], edits: [], removals: [] };
}

/** The same workbook in a host whose formulas may call PERF.* functions. */
function withFunctions(port: FileWorkbook): WorkbookPort {
  return {
    hasCustomFunctions: true,
    read: () => port.read(),
    readFills: (cells) => port.readFills(cells),
    write: (plan) => port.write(plan),
  };
}

/** The hidden sheet that keeps what the ranking was. */
const RECORD = "PERF排名记录2015-annual";

function names(snapshot: Snapshot): string[] {
  return snapshot.sheets.map(({ name }) => name);
}

describe("generate ranking", () => {
  let port: FileWorkbook;
  beforeEach(async () => {
    port = await workbookOf(scores, "说明");
  });

  async function rank(): Promise<RankingOutput> {
    const result = await rankingAction.run(contextOf(port), { totals: "formula" });
    if (result.status !== "done") throw new Error(result.status);
    return result.output;
  }

  test("ranks the group and writes the sheet of the period", async () => {
    const { ranking, sheet } = await rank();
    expect(
      ranking.groups[0]?.ranked.map(({ unit, total }) => `${unit.name} ${formatFixed(total, 2)}`),
    ).toEqual(["海城市政府 91.54", "岫岩县政府 91.50", "台安县政府 89.98"]);
    expect(sheet?.name).toBe("排名2015年度");
    expect(names(await snapshotOf(port))).toEqual(["汇总", "说明", RECORD, "排名2015年度"]);
  });

  test("leaves every other sheet as it was", async () => {
    const before = await snapshotOf(port);
    await rank();
    const after = await snapshotOf(port);
    expect(after.sheets.slice(0, 2)).toEqual(before.sheets);
  });

  test("writes totals that calculate", async () => {
    const { sheet } = await rank();
    const written = (await snapshotOf(port)).sheets.find(({ name }) => name === sheet?.name);
    if (!written) throw new Error("no ranking sheet");
    const row = written.values.findIndex((cells) => cells.includes("海城市政府"));
    expect(formulaAt(written, { row, column: 8 })).toMatch(/^=PERF\.TOTAL\(C\d+,D\d+,E\d+,F\d+,G\d+,H\d+\)$/);
    expect(valueAt(written, { row, column: 8 })).toBe(91.54);
  });

  test("run again, it replaces its own sheet in place", async () => {
    await rank();
    await rank();
    expect(names(await snapshotOf(port))).toEqual(["汇总", "说明", RECORD, "排名2015年度"]);
  });

  test("never takes its own ranking for scores", async () => {
    const { assessment } = await rank().then(rank);
    expect(assessment.tables.map(({ sheet, kind }) => `${sheet} ${kind}`)).toEqual([
      "汇总 scores",
      "说明 not-data",
      `${RECORD} own-report`,
      "排名2015年度 own-report",
    ]);
  });

  test("leaves a clerk's sheet of the same name alone", async () => {
    port = await workbookOf(scores, "排名2015年度");
    const { sheet } = await rank();
    const after = await snapshotOf(port);
    expect(sheet?.name).toBe("排名2015年度 (2)");
    expect(after.sheets[1]?.values).toEqual([["办公室自己的内容"]]);
  });

  test("cancelled at any step, it leaves the workbook as it was", async () => {
    const before = await snapshotOf(port);
    for (const stopAt of ["reading", "recognising", "checking", "composing", "writing"] satisfies Step[]) {
      const controller = new AbortController();
      const context = contextOf(port, {
        signal: controller.signal,
        onProgress: (step) => {
          if (step === stopAt) controller.abort();
        },
      });
      expect((await rankingAction.run(context, { totals: "formula" })).status).toBe("cancelled");
      expect(await snapshotOf(port)).toEqual(before);
    }
  });

  test("a workbook without scores is refused in one line, and nothing is written", async () => {
    port = await workbookOf([["填表说明"]]);
    const result = await rankingAction.run(contextOf(port), { totals: "formula" });
    expect(result.status === "refused" && result.problem).toEqual({
      code: "nothing-recognised",
      detail: "汇总",
    });
    expect(names(await snapshotOf(port))).toEqual(["汇总"]);
  });
});

describe("the scheme in force", () => {
  test("a scheme that was given is kept in the workbook and used by the next run", async () => {
    const port = await workbookOf(scores);
    const file = { ...anshan2015File, id: "half-even", rounding: { places: 1, mode: "half-even" as const } };
    const parsed = parseScheme(file);
    if (!parsed.ok) throw new Error(parsed.problem.code);
    await rankingAction.run(contextOf(port), { totals: "values", scheme: parsed.scheme, keepScheme: true });
    const again = await checkAction.run(contextOf(port), {});
    expect(again.status === "done" && again.output.scheme.id).toBe("half-even");
    const kept = (await snapshotOf(port)).sheets.find(({ mark }) => mark?.kind === "scheme");
    expect([kept?.name, kept?.visibility]).toEqual(["考评方案", "visible"]);
  });

  test("an older workbook's hidden scheme is used, and a ranking moves it to the sheet 考评方案", async () => {
    const port = await workbookOf(scores);
    await port.write(hiddenScheme({ ...anshan2015File, id: "old", ties: "dense" }));
    const before = await checkAction.run(contextOf(port), {});
    expect(before.status === "done" && before.output.scheme.id).toBe("old");
    await rankingAction.run(contextOf(port), { totals: "values" });
    const kept = (await snapshotOf(port)).sheets.filter(({ mark }) => mark?.kind === "scheme");
    expect(kept.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual(["考评方案 visible"]);
    const later = await checkAction.run(contextOf(port), {});
    expect(later.status === "done" && [later.output.scheme.id, later.output.scheme.ties]).toEqual([
      "old",
      "dense",
    ]);
  });

  test("a ranking by the built-in scheme takes hidden text out, because the cells would calculate by it", async () => {
    const port = await workbookOf(scores);
    await port.write(hiddenScheme({ ...anshan2015File, id: "old" }));
    const looked = await checkAction.run(contextOf(port), { builtInScheme: true });
    expect(looked.status === "done" && looked.output.scheme.id).toBe("anshan-2015");
    await rankingAction.run(contextOf(port), { totals: "formula", builtInScheme: true });
    expect((await snapshotOf(port)).sheets.map(({ mark }) => mark?.kind)).not.toContain("scheme");
  });

  test("a ranking by the built-in scheme leaves the office's 考评方案 alone, and no total calculates by it", async () => {
    const port = await workbookOf(scores);
    const parsed = parseScheme({ ...anshan2015File, id: "own", ties: "dense" });
    if (!parsed.ok) throw new Error(parsed.problem.code);
    await rankingAction.run(contextOf(port), { totals: "values", scheme: parsed.scheme, keepScheme: true });
    const inExcel = contextOf(port, { port: withFunctions(port) });
    await rankingAction.run(inExcel, { totals: "formula", builtInScheme: true });
    const { sheets } = await snapshotOf(port);
    expect(sheets.filter(({ mark }) => mark?.kind === "scheme")).toHaveLength(1);
    const ranking = sheets.find(({ mark }) => mark?.kind === "ranking");
    expect([...(ranking?.formulas.values() ?? [])].filter((formula) => formula.includes("PERF"))).toEqual([]);
    const later = await checkAction.run(contextOf(port), {});
    expect(later.status === "done" && later.output.scheme.id).toBe("own");
  });

  test("a workbook with other items goes by the scheme that it shows itself", async () => {
    const port = await workbookOf([
      ["部门", "业绩（70%）", "态度（30%）", "总分"],
      ["销售部", 90, 80, null],
      ["财务部", 80, 95, null],
    ]);
    const checked = await checkAction.run(contextOf(port), {});
    expect(checked.status === "done" && checked.output.scheme.id).toBe("workbook");
    const ranked = await rankingAction.run(contextOf(port), { totals: "formula", schemeFromHeaders: true });
    // 63+24 = 87; 56+28.5 = 84.5.
    expect(
      ranked.status === "done" &&
        ranked.output.ranking.groups[0]?.ranked.map(({ total }) => formatFixed(total, 2)),
    ).toEqual(["87.00", "84.50"]);
    const later = await checkAction.run(contextOf(port), {});
    expect(later.status === "done" && later.output.scheme.id).toBe("workbook");
  });
});

describe("a workbook that shares a header word with the scheme", () => {
  const header = ["部门", "工作态度", "领导评价", "总分"];
  const schemeFor = async (names: readonly string[]) => {
    const port = await workbookOf([
      header,
      ...names.map((name, at) => [name, 80 + at, 90 - 2 * at, 170 - at]),
    ]);
    const result = await checkAction.run(contextOf(port), {});
    return result.status === "done" ? result.output.scheme.id : result.status;
  };

  test("and fewer than half of its units with the roster is another office's", async () => {
    expect(await schemeFor(["销售部", "财务部", "生产部"])).toBe("workbook");
    expect(await schemeFor(["销售部", "财务部", "铁东区政府"])).toBe("workbook");
  });

  test("and half of its units with the roster, names near them counted, is this office's", async () => {
    expect(await schemeFor(["销售部", "铁西区政府", "铁东区政府"])).toBe("anshan-2015");
    expect(await schemeFor(["销售部", "千山", "铁东区政府"])).toBe("anshan-2015");
  });
});

describe("column roles by hand", () => {
  test("are written to the workbook and used from then on", async () => {
    const [title, header, ...units] = scores;
    const port = await workbookOf([
      title ?? [],
      (header ?? []).map((text) => (text === "结果得分" ? "甲项" : (text ?? null))),
      ...units,
    ]);
    const corrections = new Map([["甲项", "component:result" as const]]);
    const result = await correctRolesAction.run(contextOf(port), { roleChanges: corrections });
    expect(result.status === "done" && result.output.assessment.units[0]?.components.has("result")).toBe(
      true,
    );
    const later = await checkAction.run(contextOf(port), {});
    expect(later.status === "done" && later.output.findings.map(({ code }) => code)).not.toContain(
      "component-column-missing",
    );
  });
});
