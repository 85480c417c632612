import { describe, expect, test } from "@jest/globals";
import { bareAdjustmentName, stemOf, withoutFiller } from "../../../src/core/vocabulary/fillerWords";
import { isAnnotation, readHeaderText } from "../../../src/core/vocabulary/headerText";
import { formatDecimal } from "../../../src/core/numbers/decimal";

describe("a header taken apart", () => {
  test.each([
    ["1.结果得分（55%，满分100分）", "结果得分", "结果", "0.55", "100"],
    ["结果得分55%", "结果得分", "结果", "0.55", null],
    ["得分100分", "得分", "得分", null, "100"],
    ["结果（折合55分）", "结果", "结果", null, "55"],
    ["①结果得分", "结果得分", "结果", null, null],
    ["A结果得分", "结果得分", "结果", null, null],
    ["A组", "A组", "A组", null, null],
    ["（二）过程得分：", "过程得分", "过程", null, null],
    ["Result score (30%)", "Resultscore", "Resultscore", "0.3", null],
  ])("%s", (text, words, stem, weight, fullMark) => {
    const header = readHeaderText(text);
    expect([header.words, header.stem]).toEqual([words, stem]);
    expect(header.weight && formatDecimal(header.weight)).toBe(weight);
    expect(header.fullMark && formatDecimal(header.fullMark)).toBe(fullMark);
  });

  test.each([
    ["Impact (3x)", "3"],
    ["Type Safety (0.25)", "0.25"],
    ["外语×2", "2"],
    ["满意度", null],
    ["2019", null],
  ])("%s may be multiplied by %s", (text, factor) => {
    const header = readHeaderText(text);
    expect(header.factor && formatDecimal(header.factor)).toBe(factor);
  });

  test.each(["7.3-1", "2019", "7月", "3.5", "12.31"])("%s is no numbering of anything", (text) => {
    expect(readHeaderText(text).words).toBe(text);
  });

  test("keeps what tells it apart from others", () => {
    const wholes = (texts: readonly string[]) => texts.map((text) => readHeaderText(text).whole);
    const apart = [
      "材料",
      "材料（复评）",
      "1.1党建",
      "2.1党建",
      "党建(上半年)",
      "党建(下半年)",
      "7.3-1",
      "8.3-1",
    ];
    expect(wholes(apart)).toEqual(apart);
    expect(readHeaderText("1.1党建").words).toBe("党建");
    expect(wholes(["2019  Score", "2019\nScore", "结果\n得分", " 学 生 "])).toEqual([
      "2019 Score",
      "2019 Score",
      "结果得分",
      "学 生",
    ]);
  });

  test("is clipped before it is read", () => {
    const begun = performance.now();
    for (const part of ["(", "（", "1.", "一", "满分", "1%", "【"]) {
      readHeaderText(part.repeat(32_767 / part.length));
    }
    expect(performance.now() - begun).toBeLessThan(200);
  });

  test.each(["55%", "（100分）", "权重：30%", "(20)"])("%s only states a mark or a weight", (text) => {
    expect(isAnnotation(text)).toBe(true);
  });
});

describe("words around a name", () => {
  test("are taken off", () => {
    expect([withoutFiller("年度结果得分"), withoutFiller("得分"), withoutFiller("結果成績")]).toEqual([
      "结果",
      "",
      "結果",
    ]);
    expect([stemOf("结果得分"), stemOf("结果"), stemOf("得分")]).toEqual(["结果", "结果", "得分"]);
    expect(["被约谈次数", "约谈扣分", "约谈", "受到表扬"].map(bareAdjustmentName)).toEqual([
      "约谈",
      "约谈",
      "约谈",
      "表扬",
    ]);
  });
});
