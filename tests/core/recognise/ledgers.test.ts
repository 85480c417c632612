import { describe, expect, test } from "@jest/globals";
import { formatDecimal } from "../../../src/core/numbers/decimal";
import { recognise, type Recognition } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { cellAddress } from "../../../src/core/workbook/address";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** Made-up scores of group 2; the columns of points, if any, come after them. */
const HEADER = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"];
const SCORES: CellValue[][] = [
  ["铁东区政府", 80, 90, 85, 80],
  ["铁西区政府", 81, 90, 85, 80],
  ["立山区政府", 82, 90, 85, 80],
];

function read(ledger: readonly (readonly CellValue[])[], points: readonly (readonly CellValue[])[] = []) {
  const [header = [], ...cells] = points;
  const recognition = recognise(
    workbookOf(
      sheetOf("成绩", [
        [...HEADER, ...header],
        ...SCORES.map((row, index) => [...row, ...(cells[index] ?? [])]),
      ]),
      sheetOf("台账", ledger),
    ),
    anshan2015,
    { defaultYear: 2015 },
  );
  if (!recognition) throw new Error("nothing was recognised");
  return recognition;
}

/** `单位 +加分 -扣分` of every unit, with what keeps it out of the ranking. */
function points({ assessment }: Recognition): string[] {
  return assessment.units.map(({ name, bonus, deduction, blockers }) =>
    [
      name,
      `+${bonus ? formatDecimal(bonus.value) : "0"}`,
      `-${deduction ? formatDecimal(deduction.value) : "0"}`,
      ...blockers,
    ].join(" "),
  );
}

/** `code cell` of every finding on the ledger. */
function marks({ findings }: Recognition): string[] {
  return findings.flatMap(({ code, sheet, cell }) =>
    sheet === "台账" && cell ? [`${code} ${cellAddress(cell)}`] : [],
  );
}

// 铁东: +1 +1, 铁西: -1 -5
const expected = ["铁东区政府 +2 -0", "铁西区政府 +0 -6", "立山区政府 +0 -0"];

describe("a ledger of events", () => {
  test("says in a column whether the points are given or taken", () => {
    const ledger = [
      ["序号", "单位", "事由", "类型", "分值"],
      [1, "铁东区", "表扬", "加分", 1],
      [2, "铁西区", "批评", "扣分", 1],
      [3, "铁西区", "约谈", "扣分", 5],
      [4, "铁东区政府", "表扬", "加分", 1],
    ];
    expect(points(read(ledger))).toEqual(expected);
  });

  test("counts events, by whichever of its names each is called", () => {
    const ledger = [
      ["序号", "单位", "事项", "次数"],
      [1, "铁东区", "市政府通报表扬", 1],
      [2, "铁西区", "通报批评", 1],
      [3, "铁西区", "被约谈", 1],
      [4, "铁东区政府", "通报表扬", 1],
    ];
    expect(points(read(ledger))).toEqual(expected);
  });

  test("without numbers lists one event a row", () => {
    const ledger = [
      ["日期", "单位", "事项", "备注"],
      ["3月2日", "铁东区", "通报表扬", null],
      ["4月5日", "铁西区", "通报批评", null],
      ["5月6日", "铁西区", "约谈", "书面"],
      ["6月7日", "铁东区", "通报表扬", null],
    ];
    expect(points(read(ledger))).toEqual(expected);
  });

  test("counts where the columns of points beside the scores are still blank", () => {
    const ledger = [
      ["单位", "事项", "加分", "扣分"],
      ["铁西区", "约谈", null, 5],
    ];
    const blank = [["加分", "扣分"], [], [], []];
    expect(points(read(ledger, blank))[1]).toBe("铁西区政府 +0 -5");
  });

  test("is held against the points that stand beside the scores", () => {
    const ledger = [
      ["单位", "事项", "加分", "扣分"],
      ["铁东区", "表扬", 1, null],
      ["铁西区", "约谈", null, 5],
    ];
    const stated = [
      ["加分", "扣分"],
      [1, null],
      [null, 1],
      [null, null],
    ];
    const recognition = read(ledger, stated);
    expect(points(recognition)).toEqual([
      "铁东区政府 +1 -0",
      "铁西区政府 +0 -1 tables-disagree",
      "立山区政府 +0 -0",
    ]);
    expect(marks(recognition)).toEqual(["tables-disagree D3"]);
  });

  test("never loses the points of a name that it cannot place, nor of a figure that it cannot read", () => {
    const ledger = [
      ["单位", "事项", "加分", "扣分"],
      ["铁冬区政府", "约谈", null, 5],
      ["铁西区", "约谈", null, "五分左右"],
    ];
    const recognition = read(ledger);
    expect(points(recognition)).toEqual([
      "铁东区政府 +0 -0",
      "铁西区政府 +0 -0 adjustment-text",
      "立山区政府 +0 -0",
    ]);
    expect(marks(recognition).sort()).toEqual(["adjustment-text D3", "unit-likely A2"]);
  });

  test("may have one event only, and words of its own after the kind", () => {
    const ledger = [
      ["日期", "单位", "类别", "分值", "文号"],
      ["3月2日", "铁西区政府", "通报批评：秸秆焚烧", -1, "1号"],
    ];
    const recognition = read(ledger);
    expect(points(recognition)[1]).toBe("铁西区政府 +0 -1");
    expect(marks(recognition)).toEqual([]);
  });

  test("never passes over an event of another kind, nor one whose points are blank", () => {
    const ledger = [
      ["日期", "单位", "类别", "分值", "文号"],
      ["3月2日", "铁东区政府", "通报表扬", 1, "1号"],
      ["3月3日", "铁西区政府", "察访核验", -2, "2号"],
      ["3月4日", "立山区政府", "通报表扬", null, "3号"],
    ];
    const recognition = read(ledger);
    expect(points(recognition)).toEqual([
      "铁东区政府 +1 -0",
      "铁西区政府 +0 -0 adjustment-unplaced",
      "立山区政府 +0 -0 adjustment-text",
    ]);
    expect(marks(recognition).sort()).toEqual(["adjustment-text D4", "adjustment-unplaced D3"]);
  });

  test("asks about points that are not the scheme's", () => {
    const ledger = [
      ["单位", "类别", "分值"],
      ["铁东区政府", "通报表扬", 2],
      ["铁西区政府", "约谈", 1],
      ["立山区政府", "约谈", 5],
    ];
    const recognition = read(ledger);
    expect(points(recognition)).toEqual([
      "铁东区政府 +0 -0 adjustment-unclear",
      "铁西区政府 +0 -0 adjustment-unclear",
      "立山区政府 +0 -5",
    ]);
    expect(marks(recognition)).toEqual(["adjustment-unclear C2", "adjustment-unclear C3"]);
  });

  test("counts once what the scheme counts once, and says so", () => {
    const ledger = [
      ["单位", "类别", "分值"],
      ["铁东区政府", "弄虚作假", -10],
      ["铁东区", "弄虚作假", -10],
    ];
    const recognition = read(ledger);
    expect(points(recognition)[0]).toBe("铁东区政府 +0 -10");
    expect(marks(recognition)).toEqual(["counted-once C3"]);
  });

  test("tells of several units in one cell", () => {
    const ledger = [
      ["日期", "单位", "类别", "分值"],
      ["3月2日", "铁东区政府、铁西区政府", "通报表扬", 1],
    ];
    expect(marks(read(ledger))).toEqual(["unit-unknown B2"]);
  });
});

describe("what stands beside the events of a ledger", () => {
  test.each([
    ["a state", "状态", "有效", "已撤销"],
    ["a no", "是否有效", "是", "否"],
    ["another year", "日期", "2015年6月", "2014年11月"],
    ["another year, as a day's number", "日期", 42097, 41946],
    ["a document that has counted", "文号", "鞍政发〔2015〕9号", "鞍政发〔2015〕9号"],
  ])("keeps out by %s what the clerk has to settle", (_, header, good, bad) => {
    const ledger = [
      ["单位", "类别", "分值", header],
      ["铁西区政府", "约谈", -5, good],
      ["铁西区", "约谈", -5, bad],
    ];
    const recognition = read(ledger);
    expect(points(recognition)[1]).toBe("铁西区政府 +0 -5 adjustment-unplaced");
    expect(marks(recognition)).toEqual(["adjustment-unplaced C3"]);
  });

  test.each([
    ["a state", "状态", "有效", "已撤销"],
    ["a yes", "是否撤销", "否", "是"],
    ["another year", "日期", "2015年6月", "2014年11月"],
    ["another year, as a day's number", "日期", 42097, 41946],
    ["a document that has counted", "文号", "甲发〔2015〕9号", "甲发〔2015〕9号"],
  ])("keeps it out by %s under a column of points, too", (_, header, good, bad) => {
    const ledger = [
      ["单位", "事项", "加分", "扣分", header],
      ["铁西区政府", "约谈", null, 5, good],
      ["铁西区", "约谈", null, 5, bad],
    ];
    const recognition = read(ledger);
    expect(points(recognition)[1]).toBe("铁西区政府 +0 -5 adjustment-unplaced");
    expect(marks(recognition)).toEqual(["adjustment-unplaced D3"]);
  });

  test.each([
    ["one column of points", ["加减分"], [5], [-5], ["C3"]],
    ["a column an event", ["通报表扬", "约谈"], [null, 1], [1, null], ["C3"]],
    ["bonus and deduction in one row", ["加分", "扣分"], [null, 1], [2, 5], ["C3", "D3"]],
  ])("keeps out what is revoked in %s, and tells of each figure", (_, header, good, bad, cells) => {
    const ledger = [
      ["单位", "事项", ...header, "状态"],
      ["铁东区政府", "甲", ...good, "有效"],
      ["铁西区政府", "乙", ...bad, "已撤销"],
    ];
    const recognition = read(ledger);
    expect(points(recognition)[1]).toBe("铁西区政府 +0 -0 adjustment-unplaced");
    expect(marks(recognition)).toEqual(cells.map((cell) => `adjustment-unplaced ${cell}`));
  });

  test("says nothing against two events of one document under columns of points", () => {
    const ledger = [
      ["单位", "事项", "加分", "扣分", "文号"],
      ["铁西区政府", "表扬", 1, null, "甲发〔2015〕9号"],
      ["铁西区政府", "批评", null, 1, "甲发〔2015〕9号"],
    ];
    const recognition = read(ledger);
    expect(points(recognition)[1]).toBe("铁西区政府 +1 -1");
    expect(marks(recognition)).toEqual([]);
  });

  test("counts days from where the workbook's dates begin", () => {
    const ledger = [
      ["单位", "类别", "分值", "日期"],
      ["铁西区政府", "约谈", -5, 40635],
      ["铁西区", "约谈", -5, 40484],
    ];
    const sheets = [sheetOf("成绩", [HEADER, ...SCORES]), sheetOf("台账", ledger)];
    // 40635 days after 1 January 1904 is in April 2015, 40484 in November 2014.
    const workbook = { ...workbookOf(...sheets), dateSystem: "1904" as const };
    const recognition = recognise(workbook, anshan2015, { defaultYear: 2015 });
    if (!recognition) throw new Error("nothing was recognised");
    expect(points(recognition)[1]).toBe("铁西区政府 +0 -5 adjustment-unplaced");
    expect(marks(recognition)).toEqual(["adjustment-unplaced C3"]);
  });

  test("says nothing against events in force, of the year, each with its document", () => {
    const ledger = [
      ["日期", "单位", "类别", "分值", "文号", "状态"],
      ["2015-3-1", "铁西区政府", "约谈", -5, "1号", "有效"],
      ["2015-4-1", "铁西区政府", "通报批评", -1, "1号", "有效"],
      ["2015-5-1", "铁东区政府", "通报表扬", 1, "2号", "有效"],
      ["2015-5-1", "立山区政府", "通报表扬", 1, "2号", "有效"],
    ];
    const recognition = read(ledger);
    expect(points(recognition)).toEqual(["铁东区政府 +1 -0", "铁西区政府 +0 -6", "立山区政府 +1 -0"]);
    expect(marks(recognition)).toEqual([]);
  });

  test("leaves points under a header of both kinds to their signs", () => {
    const ledger = [
      ["被通报单位", "通报类型", "加（扣）分值", "时间"],
      ["铁东区政府", "表扬", 1, "3月"],
      ["铁西区政府", "批评", -1, "4月"],
      ["立山区政府", "问责", -5, "5月"],
    ];
    const recognition = read(ledger);
    expect(points(recognition)).toEqual(["铁东区政府 +1 -0", "铁西区政府 +0 -1", "立山区政府 +0 -5"]);
    expect(marks(recognition)).toEqual([]);
  });
});

test("praise and criticism by the city are the plan's", () => {
  const header = ["市政府表扬", "市政府批评", "被约谈"];
  const recognition = read([["说明"]], [header, [1, null, null], [null, 1, null], [null, null, 1]]);
  expect(points(recognition)).toEqual(["铁东区政府 +1 -0", "铁西区政府 +0 -1", "立山区政府 +0 -5"]);
});
