import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rangesIn } from "../../../src/core/formulas/formulaTree";
import { parseForm } from "../../../src/core/formulas/parseForm";
import { createFormTest, formulaOfForm, relativeForm } from "../../../src/core/formulas/relativeForm";
import { cellAddress, parseArea } from "../../../src/core/workbook/address";

function at(address: string) {
  const cell = parseArea(address);
  if (!cell) throw new Error(`not an address: ${address}`);
  return cell;
}

describe("relative form", () => {
  test("formulas copied down a column have one form", () => {
    expect(relativeForm("=ROUND(C3*0.55+$D$1,2)", at("I3"))).toBe(
      relativeForm("=ROUND(C40*0.55+$D$1,2)", at("I40")),
    );
    expect(relativeForm("=C4*0.55", at("I3"))).not.toBe(relativeForm("=C3*0.55", at("I3")));
  });

  test.each([
    ['=IF(A1="B2","C3",LOG10(D4))', '=IF(§R[0]C[-1]="B2","C3",LOG10(§R[3]C[2]))'],
    ["='A1 B2'!C3+Q1销售", "='A1 B2'!§R[2]C[1]+Q1销售"],
    ["=SUM(C:D)+SUM($3:4)", "=SUM(§C[1]:§C[2])+SUM(§R3:§R[3])"],
  ])("only references change: %s", (formula, form) => {
    expect(relativeForm(formula, at("B1"))).toBe(form);
  });

  test("the formula comes back from its form, wherever it stands", () => {
    const cell = fc.record({
      row: fc.integer({ min: 0, max: 999 }),
      column: fc.integer({ min: 0, max: 99 }),
    });
    fc.assert(
      fc.property(cell, cell, fc.boolean(), (own, other, fixed) => {
        const plain = cellAddress(other);
        const address = fixed ? plain.replace(/^([A-Z]+)/, "$$$1$$") : plain;
        const formula = `=SUM(${address}:${address})*2`;
        expect(formulaOfForm(relativeForm(formula, own), own)).toBe(formula);
      }),
    );
  });
});

describe("knowing a copied formula", () => {
  const form = relativeForm("=ROUND(C3*0.55+$D$1,2)&SUM($2:3)&SUM(C:C)", at("I3"));
  const isCopy = createFormTest(form, at("I3").column);

  test.each(["I3", "I4", "I1000"])("the formula that a form stands for, in %s", (address) => {
    const cell = at(address);
    expect(isCopy(formulaOfForm(form, cell), cell.row)).toBe(true);
  });

  test.each([
    "=ROUND(C40*0.55+$D$1,2)&SUM($2:4)&SUM(C:C)",
    "=ROUND(C4*0.55+$D$2,2)&SUM($2:4)&SUM(C:C)",
    "=ROUND(D4*0.55+$D$1,2)&SUM($2:4)&SUM(C:C)",
    "=ROUND(C4*0.55+$D$1,2)&SUM($3:4)&SUM(C:C)",
    "=ROUND(C4*0.55+$D$1,2)&SUM($2:4)&SUM(C:C)+1",
    "=ROUND(C4*0.55+$D$1,2)&SUM($2:4)",
    "=92.5",
  ])("no other formula: %s", (formula) => {
    expect(isCopy(formula, at("I4").row)).toBe(false);
  });
});

describe("taking a form apart", () => {
  test("names the sheet, the file and the function of each range", () => {
    const tree = parseForm(relativeForm("=SUM('[去年.xlsx]汇总 表'!A1:A3)+第一组!B2*-5%", at("C1")));
    if (tree === null) throw new Error("the formula is read");
    expect(rangesIn(tree).map(({ range, within }) => [range.book, range.sheet, within])).toEqual([
      ["去年.xlsx", "汇总 表", "SUM"],
      [null, "第一组", ""],
    ]);
  });

  test.each([
    "=SUM(A1:INDEX(B:B,3))",
    "={1,2}",
    "=表1[得分]",
    "=A1#",
    "=SUM(一月:三月!A1)",
    "=(1",
    "=1+",
    "=SUM(1",
  ])("leaves alone what it does not read: %s", (formula) => {
    expect(parseForm(relativeForm(formula, at("C1")))).toBeNull();
  });

  test("ends on any text, however deep the brackets", () => {
    expect(parseForm(`=${"(".repeat(5000)}1${")".repeat(5000)}`)).toBeNull();
    expect(parseForm(`=${"1+".repeat(5000)}1`)).toBeNull();
    expect(parseForm(`=${"-".repeat(5000)}1`)).not.toBeNull();
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const tree = parseForm(relativeForm(`=${text}`, at("C1")));
        expect(tree === null || typeof tree.kind === "string").toBe(true);
      }),
    );
  });
});
