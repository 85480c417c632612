import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { balanceTitle } from "../../../../src/core/reports/notice/balancedTitle";
import { emWidth } from "../../../../src/core/reports/notice/emWidth";
import { breakLines } from "../../../../src/core/reports/notice/lineBreaking";

const letters = fc.constantFrom(
  ...Array.from("绩效考评结果通报市政府办公室一二三，。、；：（）《》“”〔〕2015abc% -"),
);
const text = fc.array(letters, { maxLength: 300 }).map((parts) => parts.join(""));

describe("lines of a paragraph", () => {
  test("take 27 ideographs, the first as many as its indent leaves", () => {
    const lines = breakLines("字".repeat(80), 27, 25);
    expect(lines.map((line) => line.length)).toEqual([25, 27, 27, 1]);
  });

  test("are never wider than they may be, and lose nothing but spaces at their ends", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 30 }), (whole, width) => {
        const lines = breakLines(whole, width, width - 2);
        lines.forEach((line, index) => {
          expect(emWidth(line)).toBeLessThanOrEqual(index === 0 ? width - 2 + 1e-6 : width + 1e-6);
        });
        expect(lines.join("").replaceAll(" ", "")).toBe(whole.replaceAll(" ", ""));
      }),
    );
  });

  test("do not begin with closing punctuation nor end with an opening bracket", () => {
    const lines = breakLines("一二三四五六七八，一二三四五六（七八九十）一二三四五六七八。", 8);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。）]/);
      expect(line).not.toMatch(/（$/);
    }
  });

  test("keep numbers and words whole, and tear only what is longer than a line", () => {
    expect(breakLines("得分为一百分制的91.54分", 9)).toEqual(["得分为一百分制的", "91.54分"]);
    expect(breakLines("A".repeat(40), 9).join("")).toBe("A".repeat(40));
  });

  test("of nothing are one empty line", () => {
    expect(breakLines("", 27)).toEqual([""]);
  });
});

describe("the lines of a title", () => {
  const office = "市政府绩效评估工作领导小组办公室";

  test("are one where one holds it", () => {
    expect(balanceTitle("绩效考评反馈表", 19)).toEqual(["绩效考评反馈表"]);
  });

  test("are nearly alike and tear no word, name or number", () => {
    expect(balanceTitle(`${office}关于2015年度绩效考评结果的通报`, 19, [office, "2015年度"])).toEqual([
      office,
      "关于2015年度绩效考评结果的通报",
    ]);
  });

  test("are as few as the width allows, hold the whole title, and none is too wide", () => {
    const title = fc.array(
      fc.constantFrom("绩效", "考评", "关于", "的", "通报", "2015年度", "市教育局", "字"),
      {
        minLength: 1,
        maxLength: 24,
      },
    );
    fc.assert(
      fc.property(title, (parts) => {
        const whole = parts.join("");
        const lines = balanceTitle(whole, 19, ["市教育局"]);
        expect(lines.join("")).toBe(whole);
        for (const line of lines) expect(emWidth(line)).toBeLessThanOrEqual(19);
        // Words of at most five letters leave less than that at the end of a line.
        expect(lines.length).toBeLessThanOrEqual(Math.ceil(emWidth(whole) / (19 - 6)));
      }),
    );
  });

  test("of three, the middle one is not the shortest where another way is open", () => {
    const lines = balanceTitle(`${office}关于对2015年度绩效考评成绩突出单位给予表扬的通报`, 19, [
      office,
      "2015年度",
    ]);
    expect(lines).toHaveLength(3);
    const [first = "", second = "", third = ""] = lines.map((line) => line);
    expect(emWidth(second)).toBeGreaterThanOrEqual(Math.min(emWidth(first), emWidth(third)));
  });
});
