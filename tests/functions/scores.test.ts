import { describe, expect, test } from "@jest/globals";
import { cellsOf, column, perf, single } from "./environment";

describe("PERF.WEIGHTED", () => {
  test("adds scores by weights, one unit a row", () => {
    const weights = [[0.4, 0.3, 0.3]];
    const scores = [
      [90, 80, 70],
      [60.5, 60.5, 60.5],
    ];
    // 36 + 24 + 21 = 81; 60.5 + 2 − 1
    expect(cellsOf(perf.weighted(scores, weights, null, null))).toEqual([81, 60.5]);
    expect(cellsOf(perf.weighted(scores, weights, column(0, 2), 1))).toEqual([80, 61.5]);
  });

  test("takes weights as percentages, and one unit in a column", () => {
    expect(single(perf.weighted(column(90, 80, 70), column(40, 30, 30), null, null))).toBe(81);
    expect(
      perf.weighted(
        [
          [90, 100],
          [80, 100],
        ],
        column(0.5, 0.5),
        null,
        null,
      ),
    ).toEqual([[85, 100]]);
  });

  test("refuses weights that do not sum to 1 or 100 exactly", () => {
    expect(single(perf.weighted([[90, 80]], [[0.5, 0.49]], null, null))).toEqual({
      error: "#VALUE!",
      message: "权重合计为 0.99，应为 1 或 100（100%）",
    });
    expect(single(perf.weighted([[1, 2, 3]], [[0.1, 0.2, 0.7]], null, null))).toBe(2.6);
    expect(single(perf.weighted([[90, 80]], [[1.5, -0.5]], null, null))).toMatchObject({ error: "#VALUE!" });
  });

  test("refuses another number of weights than of scores", () => {
    expect(single(perf.weighted([[90, 80]], [[0.5, 0.3, 0.2]], null, null))).toEqual({
      error: "#VALUE!",
      message: "权重有 3 个，每个单位有 2 项得分，应一一对应",
    });
  });

  test("names the score that is missing", () => {
    expect(single(perf.weighted([[90, ""]], [[0.5, 0.5]], null, null))).toEqual({
      error: "#N/A",
      message: "缺少第 2 项得分",
    });
  });
});

describe("PERF.PROCESS", () => {
  test("is the completion rate times 100", () => {
    expect(cellsOf(perf.process(column(9, 0, 12), column(12, 5, 12)))).toEqual([75, 0, 100]);
    expect(single(perf.process(2, 3))).toBe(66.6666666666667);
  });

  test("does not apply where no node was due", () => {
    expect(single(perf.process(0, 0))).toEqual({
      error: "#N/A",
      message: "没有应完成的节点，过程得分不适用",
    });
  });

  test("refuses more nodes done than due", () => {
    expect(single(perf.process(5, 4))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.process(1, 0))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.process(-1, 4))).toMatchObject({ error: "#VALUE!" });
  });

  test("takes no blank for zero", () => {
    expect(single(perf.process("", 4))).toEqual({ error: "#N/A", message: "缺少已完成节点数" });
    expect(single(perf.process(4, "十"))).toMatchObject({ error: "#VALUE!" });
  });
});

describe("PERF.ADJUST", () => {
  test("gives and takes points as the plan says", () => {
    // +1 each, −1 each, −5 each, −5 each, −10 once however often.
    expect(single(perf.adjust(2, 0, 0, 0, 0))).toBe(2);
    expect(single(perf.adjust(1, 1, 1, 1, 1))).toBe(-20);
    expect(single(perf.adjust(0, 0, 0, 0, 3))).toBe(-10);
    expect(cellsOf(perf.adjust(column(3, ""), column("无", 2), 0, "", "/"))).toEqual([3, -2]);
  });

  test("takes whole numbers of events only", () => {
    expect(single(perf.adjust(1.5, 0, 0, 0, 0))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.adjust(0, -1, 0, 0, 0))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.adjust(0, 0, "两次", 0, 0))).toEqual({
      error: "#VALUE!",
      message: "约谈不是数值：“两次”",
    });
  });
});

describe("PERF.SURVEY", () => {
  test("is the mean of 100, 75 and 55 over those who have an opinion", () => {
    // (50 × 100 + 30 × 75 + 20 × 55) ÷ 100 = 83.5; the fourth count takes no part.
    expect(cellsOf(perf.survey([[50, 30, 20, 900]], null))).toEqual([83.5]);
    expect(cellsOf(perf.survey([[50, 30, 20]], null))).toEqual([83.5]);
    expect(cellsOf(perf.survey([[50, 30, 20, ""]], null))).toEqual([83.5]);
    expect(cellsOf(perf.survey(column(50, 30, 20, 7), null))).toEqual([83.5]);
  });

  test("takes other points", () => {
    expect(cellsOf(perf.survey([[50, 30, 20]], [[100, 60, 0]]))).toEqual([68]);
  });

  test("leaves a row without counts blank, and takes no blank for zero in a row with some", () => {
    const counts = [
      ["", "", "", ""],
      [10, "", 5, 0],
    ];
    expect(perf.survey(counts, null)).toEqual([[""], [{ error: "#N/A", message: "缺少基本满意人数" }]]);
  });

  test("has no score where nobody has an opinion", () => {
    expect(single(perf.survey([[0, 0, 0, 8]], null))).toMatchObject({ error: "#N/A" });
  });

  test("refuses counts that are no whole numbers, and other shapes", () => {
    expect(single(perf.survey([[1.5, 0, 1, 0]], null))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.survey([[1, 2]], null))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.survey([[1, 2, 3]], [[1, 2]]))).toMatchObject({ error: "#VALUE!" });
  });
});

describe("PERF.PANEL", () => {
  test("is the mean, without one highest and one lowest from six ballots on", () => {
    expect(single(perf.panel(column(80, 90, 100, 70, 60), null))).toBe(80);
    // 60 and 100 go: (80 + 90 + 70 + 90) ÷ 4
    expect(single(perf.panel(column(80, 90, 100, 70, 60, 90), null))).toBe(82.5);
  });

  test("takes a unit a row", () => {
    const ballots = [
      [80, 90, 100],
      [70, "", 80],
    ];
    expect(cellsOf(perf.panel(ballots, null))).toEqual([90, 75]);
  });

  test("does without a void ballot, which takes no part in reaching six either", () => {
    expect(single(perf.panel(column(80, 90, 100, 70, 60, 101), null))).toBe(80);
  });

  test("trims from another number of ballots on, or never", () => {
    expect(single(perf.panel(column(60, 80, 100), 3))).toBe(80);
    expect(single(perf.panel(column(60, 70, 80, 90, 100, 20), 0))).toBe(70);
    expect(single(perf.panel(column(60, 80, 100), 2))).toMatchObject({ error: "#VALUE!" });
  });

  test("passes over abstentions and stops at words", () => {
    expect(single(perf.panel(column(60, "—", "", 80), null))).toBe(70);
    expect(single(perf.panel(column(60, "良好"), null))).toEqual({
      error: "#VALUE!",
      message: "评分票不是数值：“良好”",
    });
    expect(single(perf.panel(column("", -1), null))).toMatchObject({ error: "#N/A" });
  });
});

describe("PERF.GRADE", () => {
  test("grades by the common lines where the scheme has none", () => {
    expect(cellsOf(perf.grade(column(90, 89.99, 80, 60, 59.99, ""), null, null))).toEqual([
      "优秀",
      "良好",
      "良好",
      "合格",
      "不合格",
      "",
    ]);
  });

  test("grades what is published: the rounded total", () => {
    expect(single(perf.grade(89.995, null, null))).toBe("优秀");
  });

  test("takes lines and names of its own, with or without a name below the last", () => {
    expect(cellsOf(perf.grade(column(95, 85, 50), [[95, 85]], [["A", "B"]]))).toEqual(["A", "B", ""]);
    expect(cellsOf(perf.grade(column(95, 85, 50), [[95, 85]], [["A", "B", "C"]]))).toEqual(["A", "B", "C"]);
  });

  test("refuses lines out of order and names that do not go with the lines", () => {
    expect(single(perf.grade(90, [[60, 90]], [["A", "B"]]))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.grade(90, [[95, 85]], null))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.grade(90, [[95, ""]], [["A", "B"]]))).toMatchObject({ error: "#N/A" });
  });

  test("has no grade for what is no number", () => {
    expect(single(perf.grade("待定", null, null))).toMatchObject({ error: "#N/A" });
  });
});
