import type * as declarations from "../declarations";

/** A cell of an example. */
export type ExampleCell = string | number;

/** An argument: one cell, rows of cells, or null for one that is left out. */
export type ExampleArgument = ExampleCell | readonly (readonly ExampleCell[])[] | null;

/** What an example gives: one cell or rows; an error by its name. */
export type ExampleResult = ExampleCell | readonly (readonly ExampleCell[])[];

/** A worked example: what is typed, and what the cell shows. All figures are made up. */
export interface Example {
  readonly parameters: readonly ExampleArgument[];
  readonly result: ExampleResult;
}

/** The examples of the help page, by function. */
export const EXAMPLES: Readonly<Record<keyof typeof declarations, readonly Example[]>> = {
  total: [
    { parameters: [92.5, 88, 90, 85.25, 2, 1], result: 91.54 },
    { parameters: [[[92.5], [80], [101]], 88, 90, 85.25, null, 1], result: [[89.54], [82.66], ["#VALUE!"]] },
    { parameters: [[[92.5, 88, 90, 85.25]], 2, 1], result: 91.54 },
    { parameters: [92.5, "", 90, 85.25], result: "#N/A" },
  ],
  weighted: [
    {
      parameters: [
        [
          [90, 80, 70],
          [95, 85, 75],
        ],
        [[0.4, 0.3, 0.3]],
        [[0], [2]],
      ],
      result: [[81], [88]],
    },
    { parameters: [[[90, 80]], [[0.5, 0.4]]], result: "#VALUE!" },
  ],
  process: [
    { parameters: [9, 12], result: 75 },
    { parameters: [0, 0], result: "#N/A" },
  ],
  adjust: [
    { parameters: [2, 1, 0, 0, 0], result: 1 },
    { parameters: [0, 0, 1, 0, 2], result: -15 },
  ],
  rank: [
    { parameters: [[[90], [95], [90], [""], [80]]], result: [[2], [1], [2], [""], [4]] },
    {
      parameters: [
        [[90], [95], [80], [85]],
        [["甲组"], ["甲组"], ["乙组"], ["乙组"]],
      ],
      result: [[2], [1], [2], [1]],
    },
    { parameters: [[[90], [95], [90], [80]], null, "dense"], result: [[2], [1], [2], [3]] },
  ],
  ranking: [
    {
      parameters: [
        [["甲单位"], ["乙单位"], ["丙单位"]],
        [["一组"], ["二组"], ["一组"]],
        [[88.5], [90], [91.2]],
      ],
      result: [
        ["一组", 1, "丙单位", 91.2],
        ["一组", 2, "甲单位", 88.5],
        ["二组", 1, "乙单位", 90],
      ],
    },
    {
      parameters: [
        [["甲单位"], ["乙单位"], ["丙单位"]],
        [["一组"], ["二组"], ["一组"]],
        [[88.5], [90], [91.2]],
        "一组",
      ],
      result: [
        [1, "丙单位", 91.2],
        [2, "甲单位", 88.5],
      ],
    },
  ],
  grade: [
    { parameters: [[[91.54], [85], [59.99]]], result: [["优秀"], ["良好"], ["不合格"]] },
    { parameters: [91.54, [[95, 85]], [["一等", "二等", "三等"]]], result: "二等" },
  ],
  survey: [
    { parameters: [[[50, 30, 20, 12]]], result: 83.5 },
    { parameters: [[[50, 30, 20]], [[100, 60, 0]]], result: 68 },
  ],
  panel: [
    { parameters: [[[80, 90, 100, 70, 50, 90]]], result: 82.5 },
    { parameters: [[[80, 90, 100, 70, 50, 90]], 0], result: 80 },
  ],
  unit: [
    { parameters: ["海城"], result: "海城市政府" },
    { parameters: ["千山"], result: "#N/A" },
  ],
  group: [{ parameters: ["海城"], result: "第一组" }],
  number: [
    { parameters: ["９５．５分"], result: 95.5 },
    { parameters: [" 1,234 "], result: 1234 },
    { parameters: ["无"], result: "#VALUE!" },
  ],
  round: [
    { parameters: [2.675, 2], result: 2.68 },
    { parameters: [2.665, 2, "half-even"], result: 2.66 },
  ],
  check: [
    { parameters: ["海城市政府", 92.5, 88, 90, 85.25, 2, 1], result: "" },
    { parameters: ["海城市政府", 101, 88, 90, 85.25], result: "结果得分为 101，应在 0 到 100 之间" },
  ],
  explain: [
    { parameters: [92.5, 88, 90, 85.25, 2, 1], result: "92.5×55%+88×30%+90×10%+85.25×5%+2−1 = 91.54" },
  ],
  scheme: [
    { parameters: ["name"], result: "2015年度市政府绩效管理" },
    {
      parameters: ["weights"],
      result: [
        ["结果得分", 0.55],
        ["过程得分", 0.3],
        ["领导评价得分", 0.1],
        ["公众评议得分", 0.05],
      ],
    },
  ],
};
