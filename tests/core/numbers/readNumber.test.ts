import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { doubleInText, figureIn } from "../../../src/core/numbers/cellFigure";
import { formatDecimal } from "../../../src/core/numbers/decimal";
import { readNumber } from "../../../src/core/numbers/readNumber";

function read(text: string): string {
  const reading = readNumber(text);
  return reading.kind === "number" ? formatDecimal(reading.value) : reading.kind;
}

describe("numbers in messy cells", () => {
  test.each([
    ["95.5", "95.5"],
    ["９５．５分", "95.5"],
    [" 1,234 ", "1234"],
    ["1，234.50", "1234.5"],
    ["\u300088\u00A0", "88"],
    ["9\u200B2", "92"],
    ["95 分", "95"],
    ["95%", "95"],
    ["−1", "-1"],
    ["－2", "-2"],
    ["–2", "-2"],
    ["+3", "3"],
    [".5", "0.5"],
    ["95.", "95"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(["", "  ", "—", "－", "/", "无", "N/A", "——"])("%j means none", (text) => {
    expect(read(text)).toBe("none");
  });

  test.each([
    "缺考",
    "95分左右",
    "1e3",
    "5–8",
    "2015/3",
    "12:30",
    "9 5 0 a",
    "110/100",
    // Two numbers in a cell, and marks of footnotes beside one.
    "85\n90",
    "85  90",
    "85\u3000\u300090",
    "95①",
    "95²",
    "9½",
    "⒐5",
    "①",
    "3月底",
    "2015.3.31",
    ".",
  ])("%j is no number", (text) => {
    expect(read(text)).toBe("text");
  });

  test.each([
    ["(5)", "-5", "brackets"],
    ["（1,234.5）", "-1234.5", "brackets"],
    ["12,34", "12.34", "decimal-comma"],
    ["1.234,5", "1234.5", "decimal-comma"],
    ["1'234", "1234", "other-thousands"],
    ["¥95", "95", "currency"],
    ["95*", "95", "other-mark"],
    ["≥95", "95", "other-mark"],
    ["9‰", "9", "per-mille"],
    ["90/100", "90", "out-of"],
    ["8,5 / 10", "8.5", "out-of"],
  ])("%j is likely %s, with what is odd about it, and nothing is built on that", (text, value, oddity) => {
    const reading = readNumber(text);
    if (reading.kind !== "likely") throw new Error(reading.kind);
    expect(formatDecimal(reading.value)).toBe(value);
    expect(reading.oddities).toContain(oddity);
    expect(figureIn(text)).toBeNull();
  });

  test.each([
    ["95%", 0.95],
    ["９５．５％", 0.955],
    ["9‰", 0.009],
    ["(5)", -5],
    ["(5%)", -0.05],
    ["95.5分", 95.5],
    ["12,34", 12.34],
  ])("%j is the amount %s to arithmetic", (text, amount) => {
    expect(doubleInText(text)).toBe(amount);
  });

  test.each(["95①", "85\n90", "2015-03-31", "—", ""])("%j is no amount", (text) => {
    expect(doubleInText(text)).toBeNaN();
  });

  test("whatever the text, it is a number, likely one, none or text; a number's digits are those of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const reading = readNumber(text);
        expect(["number", "likely", "none", "text"]).toContain(reading.kind);
        if (reading.kind === "number") expect(text.normalize("NFKC")).toMatch(/\d/);
      }),
    );
  });

  test("plain digits read the same however they are dressed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const plain = `${String(whole)}.${String(cents).padStart(2, "0")}`;
        const wide = plain.replace(/[0-9.]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
        for (const dressed of [plain, wide, ` ${plain}分`, `\u3000${wide}`])
          expect(read(dressed)).toBe(read(plain));
        expect(Number(read(plain))).toBe(Number(plain));
      }),
    );
  });
});
