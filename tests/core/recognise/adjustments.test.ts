import { describe, expect, test } from "@jest/globals";
import { formatDecimal } from "../../../src/core/numbers/decimal";
import { recognise, type Recognition } from "../../../src/core/recognise/recognise";
import { anshan2015, anshan2015File } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { parseScheme } from "../../../src/core/scheme/parseScheme";
import type { Scheme } from "../../../src/core/scheme/scheme";
import type { CellValue, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** Made-up scores of one unit of group 2, before the columns of points. */
const HEADER = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"];
const SCORES: CellValue[] = ["铁东区政府", 80, 90, 85, 80];

function read(sheets: readonly SheetSnapshot[], scheme: Scheme = anshan2015): Recognition {
  const recognition = recognise(workbookOf(...sheets), scheme, { defaultYear: 2015 });
  if (!recognition) throw new Error("nothing was recognised");
  return recognition;
}

/** The first unit's points as `+加分 -扣分`, with what keeps it out of the ranking. */
function points(recognition: Recognition): string {
  const [unit] = recognition.assessment.units;
  if (!unit) throw new Error("no unit");
  const text = (figure: typeof unit.bonus) => (figure ? formatDecimal(figure.value) : "0");
  return [`+${text(unit.bonus)} -${text(unit.deduction)}`, ...unit.blockers].join(" ");
}

/** Points of the unit from a table with those columns of points. */
function pointsOf(header: readonly string[], cells: readonly CellValue[]): string {
  return points(
    read([
      sheetOf("汇总", [
        [...HEADER, ...header],
        [...SCORES, ...cells],
      ]),
    ]),
  );
}

describe("columns of single adjustments", () => {
  test("count events or points, as their headers say", () => {
    // 2 × 1; 1 × 1 + 1 × 5
    expect(pointsOf(["通报表扬次数", "通报批评次数", "约谈次数"], [2, 1, 1])).toBe("+2 -6");
    expect(pointsOf(["通报表扬加分", "通报批评扣分", "被约谈扣分", "行政问责扣分"], [2, 1, 5, 10])).toBe(
      "+2 -16",
    );
  });

  test("beside the same adjustment's events its points count, once", () => {
    expect(pointsOf(["约谈次数", "约谈扣分"], [2, 10])).toBe("+0 -10");
  });

  test("add up where the office has sorts of its own", () => {
    expect(pointsOf(["日常扣分", "年终扣分", "创新加分"], [0.5, 2, 1])).toBe("+1 -2.5");
  });

  test("add up with the usual sorts of points", () => {
    expect(pointsOf(["奖励加分", "处罚扣分", "其他加分", "其他扣分"], [2, 1, 0.5, 0.3])).toBe("+2.5 -1.3");
    expect(pointsOf(["奖励加分", "处罚扣分"], [2, 1])).toBe("+2 -1");
  });

  test("under a merged 扣分 are parts of it; what only says why is not", () => {
    const sheet = sheetOf(
      "汇总",
      [
        [...HEADER, "加分", null, "扣分", null],
        [null, null, null, null, null, "事由", "创新", "迟报", "批评"],
        [...SCORES, "国务院表扬", 0.5, 0.2, 1],
      ],
      { merges: ["F1:G1", "H1:I1"] },
    );
    expect(points(read([sheet]))).toBe("+0.5 -1.2");
  });

  test("under 加分 the column of points is called 分值, too", () => {
    const sheet = sheetOf(
      "汇总",
      [
        [...HEADER, "加分", null],
        [null, null, null, null, null, "事由", "分值"],
        [...SCORES, "国务院表扬", 2],
      ],
      { merges: ["F1:G1"] },
    );
    expect(points(read([sheet]))).toBe("+2 -0");
  });

  test("stand in for a sum column that is not filled in", () => {
    expect(pointsOf(["约谈扣分", "问责扣分", "扣分"], [5, 5, null])).toBe("+0 -10");
  });

  test("that come to another sum than the stated one leave two readings: not ranked", () => {
    expect(pointsOf(["扣分", "察访核验扣分"], [5, 2])).toBe("+0 -5 adjustment-sum-differs");
    expect(pointsOf(["扣分", "日常扣分", "年终扣分"], [2.5, 0.5, 2])).toBe("+0 -2.5");
  });

  test("need no reading of their own where the sum is stated", () => {
    // 5 under 约谈 alone could be one talk's points or five talks.
    expect(pointsOf(["约谈"], [5])).toBe("+0 -0 adjustment-unclear");
    expect(pointsOf(["约谈", "扣分"], [5, 5])).toBe("+0 -5");
  });

  test("inside a component are no deduction of the total", () => {
    expect(pointsOf(["结果扣分", "过程扣分"], [3, 2])).toBe("+0 -0");
  });
});

describe("deductions written as negative numbers", () => {
  const deductions = (cells: readonly CellValue[]) => {
    const names = ["铁东区政府", "铁西区政府", "立山区政府", "千山区政府", "市教育局"];
    const rows = cells.map((cell, at) => [names[at] ?? "", ...SCORES.slice(1), cell]);
    const { findings, assessment } = read([sheetOf("汇总", [[...HEADER, "扣分"], ...rows])]);
    const marks = findings.flatMap(({ code, cell }) => (cell ? [`${code} ${String(cell.row + 1)}`] : []));
    return {
      marks,
      points: assessment.units.map(({ deduction }) => deduction && formatDecimal(deduction.value)),
    };
  };

  test("one among others is a finding of its own, a whole column is one finding at the first", () => {
    const single = deductions([1, -5, 0, 2, 1]);
    expect(single).toEqual({ marks: ["deduction-negative 3"], points: ["1", "5", "0", "2", "1"] });
    const habit = deductions([0, -5, -1, -2, -1]);
    expect(habit).toEqual({ marks: ["deductions-negative 3"], points: ["0", "5", "1", "2", "1"] });
    const short = deductions([0, -3, -1, 0]);
    expect(short).toEqual({ marks: ["deductions-negative 3"], points: ["0", "3", "1", "0"] });
    expect(deductions([0, -3, 0]).marks).toEqual(["deduction-negative 3"]);
  });
});

describe("points whose sign says their side", () => {
  test.each([
    [3, "+3 -0"],
    [-2, "+0 -2"],
    [null, "+0 -0"],
    ["先进单位", "+0 -0"],
  ])("奖惩: %j", (value, expected) => {
    expect(pointsOf(["奖惩"], [value])).toBe(expected);
  });
});

describe("none in words", () => {
  test.each([
    ["加分", "无加分", "+0 -0"],
    ["扣分", "无扣分", "+0 -0"],
    ["扣分", " 未扣分", "+0 -0"],
    ["加减分", "无加减分", "+0 -0"],
    ["扣分", "无加分", "+0 -0 adjustment-text"],
    ["加分", "未通报", "+0 -0 adjustment-text"],
  ])("%s: %s", (header, text, expected) => {
    expect(pointsOf([header], [text])).toBe(expected);
  });
});

describe("points that cannot be placed", () => {
  test("are never passed over in silence", () => {
    expect(pointsOf(["奖惩情况"], [2])).toBe("+0 -0 adjustment-unplaced");
    expect(pointsOf(["奖惩情况"], [null])).toBe("+0 -0");
    expect(pointsOf(["扣分", "扣分"], [2, 3])).toBe("+0 -0 adjustment-unplaced");
  });

  test("in a cell shared with another unit keep both out", () => {
    const rows = [
      [...HEADER, "扣分"],
      [...SCORES, 5],
      ["铁西区政府", 80, 90, 85, 80, null],
    ];
    const { assessment } = read([sheetOf("汇总", rows, { merges: ["F2:F3"] })]);
    expect(assessment.units.map(({ blockers }) => blockers)).toEqual([
      ["component-merged"],
      ["component-merged"],
    ]);
  });

  test("in a further row of a merged unit keep it out", () => {
    const rows = [
      [...HEADER, "扣分"],
      [...SCORES, 1],
      [null, null, null, null, null, 5],
    ];
    expect(points(read([sheetOf("汇总", rows, { merges: ["A2:A3"] })]))).toBe("+0 -1 unit-merged");
  });
});

test("a column of words beside one of points describes them", () => {
  expect(pointsOf(["加分项目", "加分值"], ["国务院表扬", 1])).toBe("+1 -0");
});

describe("a veto", () => {
  const outcome = parseScheme({
    ...anshan2015File,
    adjustments: [...anshan2015File.adjustments, { id: "veto", name: "一票否决", kind: "veto" }],
  });
  if (!outcome.ok) throw new Error("the scheme is wrong");
  const { scheme } = outcome;
  const vetoed = (value: CellValue) =>
    points(
      read(
        [
          sheetOf("汇总", [
            [...HEADER, "一票否决"],
            [...SCORES, value],
          ]),
        ],
        scheme,
      ),
    );

  test.each(["是", "√", 1, "发生重大事故"])("%j takes the unit out of the ranking", (value) => {
    expect(vetoed(value)).toBe("+0 -0 unit-vetoed");
  });

  test.each(["否", "无", "—", 0, null])("%j leaves it in", (value) => {
    expect(vetoed(value)).toBe("+0 -0");
  });
});

test("a blank in a list or a form is blank, whatever stands in the unit's own cell", () => {
  const rows = [
    ["单位", "项目", "得分"],
    [1001, "结果得分", 80],
    [1001, "过程得分", 90],
    [1001, "加分", 1],
    [1002, "结果得分", 81],
    [1002, "过程得分", 91],
  ];
  const outcome = parseScheme({
    ...anshan2015File,
    groups: null,
    refusedNames: [],
    dynamic: undefined,
    components: [
      { id: "result", name: "结果得分", max: "100", weight: "0.5" },
      { id: "process", name: "过程得分", max: "100", weight: "0.5" },
    ],
  });
  if (!outcome.ok) throw new Error("the scheme is wrong");
  const { assessment } = read([sheetOf("明细", rows)], outcome.scheme);
  expect(assessment.units.map(({ as, bonus }) => [as, bonus && formatDecimal(bonus.value)])).toEqual([
    ["1001", "1"],
    ["1002", null],
  ]);
});
