import { describe, expect, test } from "@jest/globals";
import { CATALOGUE, type FindingCode } from "../../../src/core/checks/catalogue";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../../../src/core/scheme/scheme";
import type { CellValue, SheetSnapshot, Snapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf, type SheetExtras } from "../sheets";
import {
  exactTenThousandths,
  findingsIn,
  halfUp,
  madeUnits,
  ranksInside,
  scoreSheet,
  totalFormulaAt,
  type Faults,
  type MadeUnit,
} from "./scoreWorkbook";

/** A workbook that shows a finding, and the scheme to check it with where it is not the built-in one. */
interface Example {
  readonly snapshot: Snapshot;
  readonly scheme?: Scheme;
}

const HEADER = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分", "加分", "扣分"];
const units = madeUnits();
const totals = units.map((unit) => halfUp(exactTenThousandths(unit)));

/** A small sheet of the columns above; the first cell of a row may name one of group 2's units. */
function small(
  rows: readonly (readonly CellValue[])[],
  extras: SheetExtras = {},
  header: readonly string[] = HEADER,
): Example {
  return { snapshot: workbookOf(sheetOf("汇总", [header, ...rows], extras)) };
}

/** A row of the unit 铁东区政府 with one of its cells changed. */
function rowWith(column: number, value: CellValue): CellValue[] {
  const row: CellValue[] = ["铁东区政府", 90.5, 88.25, 91, 87, 1, 0];
  row[column] = value;
  return row;
}

const OTHER: readonly CellValue[] = ["立山区政府", 85.5, 81.25, 88, 84, null, null];

function summary(faults: Faults): Example {
  return { snapshot: scoreSheet(faults) };
}

/** The summary with totals by a rule of the author's; ranks stay right. */
function totalled(totalOf: (unit: MadeUnit) => number): Example {
  return summary({ totals: units.map(totalOf), ranks: ranksInside(units, totals) });
}

function ranked(rankOf: (index: number) => number): Example {
  return summary({ ranks: units.map((_, index) => rankOf(index)) });
}

/** Units in which every fifth ties with the one before it. */
const tied = units.map((unit, index): MadeUnit => {
  const other = index % 5 === 4 ? (units[index - 1] ?? unit) : unit;
  return { ...other, name: unit.name, group: unit.group };
});
const tiedTotals = tied.map((unit) => halfUp(exactTenThousandths(unit)));

function tiedRanks(rankOf: (above: readonly number[], before: number) => number): number[] {
  return tied.map(({ group }, index) => {
    const total = tiedTotals[index] ?? 0;
    const inGroup = tiedTotals
      .map((other, place) => ({ other, place }))
      .filter(({ place }) => tied[place]?.group === group);
    const above = inGroup.filter(({ other }) => other > total).map(({ other }) => other);
    return rankOf(above, inGroup.filter(({ other, place }) => other === total && place < index).length);
  });
}

function everyRow(formulaAt: (row: number) => string, letter: string): Record<string, string> {
  return Object.fromEntries(units.map((_, index) => [`${letter}${index + 3}`, formulaAt(index + 3)]));
}

function halves(mode: "up" | "even"): readonly [MadeUnit[], number[]] {
  // 80.1 × 55% ends in 5 at the third decimal, and so does every total.
  const made = units.map((unit, index): MadeUnit => ({
    ...unit,
    scores: [8010 + 20 * (index % 40), 8000, 8000 + 100 * (index % 10), 8060],
  }));
  const rounded = made.map((unit) => {
    const exact = exactTenThousandths(unit);
    const below = Math.floor(exact / 100);
    return mode === "even" && exact - below * 100 === 50 && below % 2 === 0 ? below : halfUp(exact);
  });
  return [made, rounded];
}

function halvesBy(mode: "up" | "even", scheme: Scheme): Example {
  const [made, rounded] = halves(mode);
  const [, right] = halves(mode === "up" ? "even" : "up");
  return { ...summary({ units: made, totals: rounded, ranks: ranksInside(made, right) }), scheme };
}

function withSheet(sheet: SheetSnapshot): Example {
  return { snapshot: workbookOf(...scoreSheet().sheets, sheet) };
}

type Marks = readonly [number, number, number];

/** Made-up marks of 40 pupils with one more column, wrong in the row of the seventh. */
function marksWith(
  header: string,
  valueOf: (marks: Marks, all: readonly Marks[]) => CellValue,
  wrong: CellValue,
  formulaAt: ((row: number) => string) | null = null,
): Example {
  const marks = Array.from({ length: 40 }, (_, index): Marks => [
    60 + ((index * 37) % 41),
    55 + ((index * 53) % 43),
    50 + ((index * 29) % 47),
  ]);
  const rows = marks.map((one, index) => [
    `学生${String(index + 1)}`,
    ...one,
    index === 6 ? wrong : valueOf(one, marks),
    one[0] + one[1] + one[2],
  ]);
  // The wrong one is typed among the formulas.
  const formulas = Object.fromEntries(
    marks.flatMap((_, index) =>
      formulaAt === null || index === 6 ? [] : [[`E${String(index + 2)}`, formulaAt(index + 2)]],
    ),
  );
  const headings = ["姓名", "语文", "数学", "英语", header, "总分"];
  const snapshot = workbookOf(sheetOf("成绩", [headings, ...rows], { formulas }));
  const proposal = proposeScheme(snapshot);
  return { snapshot, ...(proposal ? { scheme: proposal.scheme } : {}) };
}

/** Made-up scores of 20 contestants by seven judges, with a total by some rule that some rows break. */
function judged(
  totalOf: (scores: readonly number[]) => number,
  change: (row: number, total: number, scores: number[]) => number,
): Example {
  const rows = Array.from({ length: 20 }, (_, row): readonly CellValue[] => {
    const scores = Array.from({ length: 7 }, (_, judge) => 60 + ((row * 31 + judge * 17 + row * judge) % 39));
    const right = totalOf(scores);
    const total = change(row, right, scores);
    return [`选手${String(row + 1)}`, ...scores, total];
  });
  const judges = Array.from({ length: 7 }, (_, judge) => `评委${String(judge + 1)}`);
  const header = ["姓名", ...judges, "得分"];
  const snapshot = workbookOf(sheetOf("比赛", [header, ...rows]));
  const proposal = proposeScheme(snapshot);
  return { snapshot, ...(proposal ? { scheme: proposal.scheme } : {}) };
}

function sumOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0);
}

/** In order, so that the order of the totals and of the ranks can be seen to agree. */
function rankedFrom(first: number): Example {
  const rows = Array.from({ length: 6 }, (_, row): readonly CellValue[] => [
    `乡镇${String(row + 1)}`,
    50 - row,
    40 - 2 * row,
    90 - 3 * row,
    first + 4 * row,
  ]);
  const snapshot = workbookOf(sheetOf("排名", [["单位", "党建", "业务", "总分", "名次"], ...rows]));
  const proposal = proposeScheme(snapshot);
  return { snapshot, ...(proposal ? { scheme: proposal.scheme } : {}) };
}

const pastFull = units.map((unit, index): MadeUnit => (index < 5 ? { ...unit, bonus: 30 } : unit));
const pastFullTotals = pastFull.map((unit) => halfUp(exactTenThousandths(unit)));

/** For every finding there is: the smallest workbook that shows it. */
const EXAMPLES: Readonly<Record<FindingCode, () => Example>> = {
  "unit-unknown": () => small([rowWith(0, "某某办公室"), OTHER]),
  "unit-ambiguous": () => small([rowWith(0, "开发区"), OTHER]),
  "unit-likely": () => small([rowWith(0, "铁冬区政府"), OTHER]),
  "unit-duplicate": () => small([rowWith(1, 90), rowWith(1, 91), OTHER]),
  "unit-merged": () => small([rowWith(1, 90), rowWith(0, null), OTHER], { merges: ["A2:A3"] }),
  "group-unknown": () =>
    small(
      [
        ["城区组", ...rowWith(1, 90)],
        ["城区组", ...OTHER],
      ],
      {},
      ["组别", ...HEADER],
    ),
  "unit-missing": () => small([rowWith(1, 90), OTHER]),
  "group-missing": () => small([rowWith(1, 90), OTHER]),
  "unit-wrong-group": () =>
    small(
      [
        ["第一组", ...rowWith(1, 90)],
        ["第二组", ...OTHER],
      ],
      {},
      ["组别", ...HEADER],
    ),
  "unit-alias": () => small([rowWith(0, "铁东区"), OTHER]),
  "aliases-used": () =>
    small(["铁东区", "铁西区", "立山区", "海城市"].map((name, index) => [name, 90 - index, 88.25, 91, 87])),
  "row-without-unit": () => small([rowWith(1, 90), rowWith(0, null), OTHER]),
  "tables-disagree": () => ({
    snapshot: workbookOf(
      sheetOf("汇总", [HEADER, rowWith(1, 90), OTHER]),
      sheetOf("第二组", [HEADER, rowWith(1, 91), OTHER]),
    ),
  }),
  "component-missing": () => small([rowWith(2, null), OTHER]),
  "component-text": () => small([rowWith(2, "良好"), OTHER]),
  "component-error": () => small([rowWith(2, { error: "#DIV/0!" }), OTHER]),
  "component-range": () => small([rowWith(2, 101), OTHER]),
  "component-date": () => small([rowWith(2, 42094), OTHER], { numberFormats: { C2: "yyyy-mm-dd" } }),
  "component-percent": () => small([rowWith(2, 0.95), OTHER], { numberFormats: { C2: "0%" } }),
  "component-merged": () => small([rowWith(1, 90), OTHER], { merges: ["C2:C3"] }),
  "component-zero": () => small([rowWith(2, 0), OTHER]),
  "component-zeros": () =>
    summary({
      units: units.map((unit, index): MadeUnit => {
        const [result, process, leader, rating] = unit.scores;
        return { ...unit, scores: [result, process, leader, index < 5 ? 0 : rating] };
      }),
    }),
  "component-column-missing": () => small([["铁东区政府", 90.5, 88.25, 91]], {}, HEADER.slice(0, 4)),
  "column-unclear": () =>
    small([["铁东区政府", 90.5, 91.5, 88.25, 91, 87]], {}, ["单位", "结果得分", ...HEADER.slice(1, 5)]),
  "number-as-text": () => small([rowWith(1, "90.5"), OTHER]),
  "number-column-as-text": () =>
    small(
      ["铁东区政府", "铁西区政府", "立山区政府", "千山区政府", "海城市政府", "台安县政府"].map((unit) => [
        unit,
        "90.5",
        ...OTHER.slice(2),
      ]),
    ),
  "number-full-width": () => small([rowWith(1, "９０．５"), OTHER]),
  "number-spaces": () => small([rowWith(1, "90 .5"), OTHER]),
  "number-thousands": () => small([rowWith(1, "1,090"), OTHER]),
  "number-unit-mark": () => small([rowWith(1, "90.5分"), OTHER]),
  "number-percent-sign": () => small([rowWith(1, "90.5%"), OTHER]),
  "number-decimal-comma": () =>
    small(
      ["铁东区政府", "铁西区政府", "立山区政府"].map((unit, index) => [
        unit,
        `9${String(index)},5`,
        ...OTHER.slice(2),
      ]),
    ),
  "adjustment-text": () => small([rowWith(5, "若干"), OTHER]),
  "bonus-negative": () => small([rowWith(5, -1), OTHER]),
  "deduction-negative": () => small([rowWith(6, -1), OTHER]),
  "adjustment-unclear": () =>
    small([["铁东区政府", 90.5, 88.25, 91, 87, 5]], {}, [...HEADER.slice(0, 5), "约谈"]),
  "adjustment-unplaced": () =>
    small([["铁东区政府", 90.5, 88.25, 91, 87, 2]], {}, [...HEADER.slice(0, 5), "奖惩情况"]),
  "adjustment-sum-differs": () =>
    small([["铁东区政府", 90.5, 88.25, 91, 87, 5, 2]], {}, [...HEADER.slice(0, 5), "扣分", "日常扣分"]),
  "unit-excluded": () => small([rowWith(7, "不参加排名"), OTHER], {}, [...HEADER, "备注"]),
  "unit-vetoed": () => ({
    ...small([["铁东区政府", 90.5, 88.25, 91, 87, "是"]], {}, [...HEADER.slice(0, 5), "一票否决"]),
    scheme: {
      ...anshan2015,
      adjustments: [
        ...anshan2015.adjustments,
        {
          id: "veto",
          name: "一票否决",
          aliases: [],
          kind: "veto",
          points: { units: 0, places: 0 },
          per: "time",
          cap: null,
        },
      ],
    },
  }),
  "deductions-negative": () =>
    small(
      ["铁东区政府", "铁西区政府", "立山区政府", "千山区政府"].map((name, at) => [
        name,
        90.5,
        88.25,
        91,
        87,
        0,
        -1 - at,
      ]),
    ),
  "counted-once": () =>
    small([["铁东区政府", 90.5, 88.25, 91, 87, 2]], {}, [...HEADER.slice(0, 5), "弄虚作假（次）"]),
  "weight-differs": () =>
    small(
      [rowWith(1, 90), OTHER],
      {},
      HEADER.map((text) => (text === "结果得分" ? "结果得分（50%）" : text)),
    ),
  "weights-sum": () =>
    small(
      [rowWith(1, 90), OTHER],
      {},
      HEADER.map((text, index) => (index > 0 && index < 5 ? `${text}（30%）` : text)),
    ),
  "unit-weight-differs": () =>
    small(
      [
        ["铁东区政府", 90.5, 0.55, 88.25, 91, 87],
        ["立山区政府", 85.5, 0.6, 81.25, 88, 84],
      ],
      {},
      ["单位", "结果得分", "权重", "过程得分", "领导评价得分", "公众评议得分"],
    ),
  "unit-weights-sum": () => {
    const { snapshot } = small(
      [
        ["一车间", "产量", 0.6, 90],
        ["一车间", "成本", 0.4, 80],
        ["二车间", "产量", 0.7, 85],
        ["二车间", "成本", 0.3, 95],
        ["三车间", "产量", 0.5, 85],
        ["三车间", "成本", 0.45, 95],
      ],
      {},
      ["部门", "指标", "权重", "得分"],
    );
    const proposal = proposeScheme(snapshot);
    return { snapshot, ...(proposal ? { scheme: proposal.scheme } : {}) };
  },
  "full-mark-differs": () =>
    small(
      [rowWith(1, 50), OTHER],
      {},
      HEADER.map((text) => (text === "结果得分" ? "结果得分（60分）" : text)),
    ),
  "scores-weighted": () =>
    small(
      [
        ["铁东区政府", 49.5, 26.4, 9.1, 4.3, 1, 0, 90.3],
        ["立山区政府", 47.3, 24.9, 8.8, 4.2, null, null, 85.2],
      ],
      {},
      [...HEADER, "总成绩"],
    ),
  "period-several": () => ({
    snapshot: workbookOf(
      sheetOf("一季度", [["2015年第一季度考核"], HEADER, rowWith(1, 90), OTHER]),
      sheetOf("二季度", [["2015年第三季度考核"], HEADER, rowWith(1, 91), OTHER]),
    ),
  }),
  "total-differs": () => summary({ cells: { I9: 12.34 } }),
  "totals-other-weights": () => totalled((unit) => halfUp(exactTenThousandths(unit, [50, 30, 15, 5]))),
  "totals-without-bonus": () =>
    totalled((unit) => halfUp(exactTenThousandths(unit, undefined, -unit.deduction))),
  "totals-without-deduction": () =>
    totalled((unit) => halfUp(exactTenThousandths(unit, undefined, unit.bonus))),
  "totals-deduction-added": () =>
    totalled((unit) => halfUp(exactTenThousandths(unit, undefined, unit.bonus + unit.deduction))),
  "totals-rounded-by-step": () =>
    totalled(
      ({ scores, bonus, deduction }) =>
        [55, 30, 10, 5].reduce((sum, weight, index) => sum + halfUp((scores[index] ?? 0) * weight), 0) +
        (bonus - deduction) * 100,
    ),
  "totals-truncated": () => totalled((unit) => Math.floor(exactTenThousandths(unit) / 100)),
  "totals-half-even": () => halvesBy("even", anshan2015),
  "totals-half-up": () => halvesBy("up", { ...anshan2015, rounding: { places: 2, mode: "half-even" } }),
  "totals-fewer-places": () => totalled((unit) => Math.floor((exactTenThousandths(unit) + 500) / 1000) * 10),
  "sum-differs": () => marksWith("文科小计", ([chinese, , english]) => chinese + english, 99),
  "mean-differs": () =>
    marksWith("平均分", (marks) => Math.round((marks[0] + marks[1] + marks[2]) / 0.3) / 10, 20.5),
  "trimmed-mean-differs": () =>
    judged(
      (scores) => (sumOf(scores) - Math.max(...scores) - Math.min(...scores)) / 5,
      (row, total) => (row === 6 ? total + 3 : total),
    ),
  "best-differs": () =>
    marksWith(
      "最高分",
      (marks) => Math.max(...marks),
      12,
      (row) => `=MAX(B${String(row)}:D${String(row)})`,
    ),
  "rate-differs": () =>
    marksWith(
      "语文折算",
      ([chinese]) => (chinese * 3) / 10,
      2.5,
      (row) => `=B${String(row)}*0.3`,
    ),
  "rank-of-differs": () =>
    marksWith("语文名次", ([chinese], all) => all.filter(([other]) => other > chinese).length + 1, 39),
  "grade-differs": () =>
    marksWith("语文等次", ([chinese]) => (chinese >= 90 ? "优" : chinese >= 75 ? "良" : "中"), "差"),
  "score-slip": () =>
    judged(sumOf, (row, total, scores) => {
      if (row === 6) scores[2] = 10 * (scores[2] ?? 0);
      return total;
    }),
  "total-rule-partial": () => judged(sumOf, (row, total) => (row % 5 === 4 ? total - 30 - row : total)),
  "score-left-out": () => marksWith("体育", ([chinese]) => 40 + ((chinese * 7) % 19), 41),
  "result-error": () => summary({ cells: { I9: { error: "#REF!" } } }),
  "results-disagree": () => {
    const [sheet] = scoreSheet().sheets;
    const rows = units.map(({ name }, index) => [name, (totals[index] ?? 0) / 100 + (index === 5 ? 1 : 0)]);
    return {
      snapshot: workbookOf(...(sheet ? [sheet] : []), sheetOf("公示", [["单位", "总成绩"], ...rows])),
    };
  },
  "rank-differs": () => summary({ cells: { J40: 1 } }),
  "ranks-competition": () => ({
    ...summary({ units: tied, ranks: tiedRanks((above) => above.length + 1) }),
    scheme: { ...anshan2015, ties: "dense" },
  }),
  "ranks-dense": () => summary({ units: tied, ranks: tiedRanks((above) => new Set(above).size + 1) }),
  "ranks-ordinal": () =>
    summary({ units: tied, ranks: tiedRanks((above, before) => above.length + before + 1) }),
  "ranks-across-groups": () =>
    ranked((index) => 1 + totals.filter((total) => total > (totals[index] ?? 0)).length),
  "ranks-ascending": () =>
    ranked(
      (index) =>
        1 +
        totals.filter(
          (total, place) => units[place]?.group === units[index]?.group && total < (totals[index] ?? 0),
        ).length,
    ),
  "ranks-descending": () => ({ ...summary({}), scheme: { ...anshan2015, order: "ascending" } }),
  "ranks-follow-totals": () => {
    const wrong = units.map((unit) => halfUp(exactTenThousandths(unit, [30, 55, 10, 5])));
    return summary({ totals: wrong, ranks: ranksInside(units, wrong) });
  },
  "ranks-unrounded": () => {
    // 84.85 and 84.8525 exactly: both print as 84.85.
    const alike = units.map((unit, index): MadeUnit => {
      if (index !== 10 && index !== 11) return unit;
      return { ...unit, scores: [8500, 8500, 8500, index === 10 ? 8200 : 8205], bonus: 0, deduction: 0 };
    });
    const unrounded = alike.map((unit) => exactTenThousandths(unit));
    const cells = Object.fromEntries(unrounded.map((total, index) => [`I${index + 3}`, total / 10000]));
    return summary({ units: alike, cells, ranks: ranksInside(alike, unrounded) });
  },
  "ranks-not-resorted": () =>
    ranked((index) => 1 + index - units.findIndex(({ group }) => group === units[index]?.group)),
  "ranks-of-larger-whole": () => rankedFrom(88),
  "total-outside": () => small([rowWith(5, 30), OTHER]),
  "totals-outside": () =>
    summary({ units: pastFull, totals: pastFullTotals, ranks: ranksInside(pastFull, pastFullTotals) }),
  "formula-constant": () => summary({ calculated: true, formulas: { I20: null } }),
  "formula-differs": () =>
    summary({ calculated: true, formulas: { I20: totalFormulaAt(20).replace("G20-H20", "G20") } }),
  "formula-wrong-row": () =>
    summary({ calculated: true, formulas: { I20: totalFormulaAt(20).replace("C20", "C21") } }),
  "range-short": () => summary({ calculated: true, formulas: { C73: "=AVERAGE(C3:C70)" } }),
  "range-takes-summary": () => summary({ calculated: true, formulas: { K5: "=MAX(C3:C73)" } }),
  "formula-external": () => summary({ formulas: { C5: "=[1]汇总!C5" } }),
  "formula-stale": () => summary({ calculated: true, cells: { C73: 12 } }),
  "formulas-stale": () =>
    summary({ calculated: true, cells: Object.fromEntries(units.map((_, index) => [`C${index + 3}`, 81])) }),
  "formulas-without-results": () =>
    summary({
      formulas: everyRow(totalFormulaAt, "I"),
      cells: Object.fromEntries(units.map((_, index) => [`I${index + 3}`, null])),
    }),
  "sheet-hidden": () => summary({ extras: { visibility: "hidden" } }),
  "rows-hidden": () => summary({ extras: { hiddenRows: [9] } }),
  "rows-filtered": () => summary({ extras: { hiddenRows: [9], filtered: true } }),
  "columns-hidden": () => summary({ extras: { hiddenColumns: [4] } }),
  "figures-merged": () => summary({ extras: { merges: ["G4:G6"] } }),
  "sheet-unused": () =>
    withSheet(
      sheetOf(
        "临时",
        units.slice(0, 5).map(({ name }, index) => [name, index + 1]),
      ),
    ),
  "decimals-more": () => summary({ cells: { C9: 81.23456 } }),
  "score-repeated": () =>
    summary({
      units: units.map((unit, index): MadeUnit => {
        const [result, process, leader, rating] = unit.scores;
        return { ...unit, scores: [index % 4 === 0 ? 8888 : result, process, leader, rating] };
      }),
    }),
  "rows-identical": () => summary({ units: tied }),
  "score-jump": () => summary({ cells: { C9: 9.25 } }),
  "digits-piled": () =>
    summary({
      units: units.map((unit, index): MadeUnit => {
        const [, process, leader, rating] = unit.scores;
        return { ...unit, scores: [7500 + 500 * ((index * 7) % 5), process, leader, rating] };
      }),
    }),
};

describe("every finding of the catalogue", () => {
  test("has an example", () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(CATALOGUE).sort());
  });

  test.each(Object.entries(EXAMPLES))(
    "%s is found in its example, with the catalogue's severity",
    (code, make) => {
      const { snapshot, scheme = anshan2015 } = make();
      const found = findingsIn(snapshot, scheme).find((finding) => finding.code === code);
      expect(found?.severity).toBe(CATALOGUE[code as FindingCode]);
    },
  );
});
