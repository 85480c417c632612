import { describe, expect, test } from "@jest/globals";
import {
  exactTenThousandths,
  findingsIn,
  foundWith,
  halfUp,
  madeUnits,
  places,
  ranksInside,
  scoreSheet,
  totalFormulaAt,
} from "./scoreWorkbook";

const units = madeUnits();

/** The right total of the unit in a row, as its cell holds it. */
function totalAt(row: number): number {
  const unit = units[row - 3];
  if (!unit) throw new Error(`no unit in row ${row}`);
  return halfUp(exactTenThousandths(unit)) / 100;
}

describe("error values", () => {
  test("in a total and in a rank are found at their cells", () => {
    const cells = { I9: { error: "#REF!" }, J30: { error: "#N/A" } };
    expect(foundWith({ cells })).toEqual(["result-error@I9", "result-error@J30"]);
  });

  test("that a formula only passes on are found where they begin", () => {
    const cells = { C9: { error: "#DIV/0!" }, I9: { error: "#DIV/0!" }, J9: { error: "#DIV/0!" } };
    const found = foundWith({ calculated: true, cells }).filter((place) => place.includes("error"));
    expect(found).toEqual(["component-error@C9"]);
    const text = { D20: "缺考", I20: { error: "#VALUE!" }, J20: { error: "#VALUE!" } };
    const others = foundWith({ calculated: true, cells: text }).filter((place) => place.includes("error"));
    expect(others).toEqual([]);
    const fullWidth = { D20: "８８．５", I20: { error: "#VALUE!" }, J20: { error: "#VALUE!" } };
    expect(foundWith({ calculated: true, cells: fullWidth })).not.toContain("result-error@I20");
  });

  test("in many cells of a column are one finding with their count", () => {
    const cells = Object.fromEntries([10, 11, 12, 13].map((row) => [`J${row}`, { error: "#NAME?" }]));
    const found = findingsIn(scoreSheet({ cells })).filter(({ code }) => code === "result-error");
    expect(found.map(({ parameters }) => parameters)).toEqual([{ column: "名次", count: 4, text: "#NAME?" }]);
  });
});

describe("totals and ranks as text", () => {
  test("a total that is stored as text is read, found and can be repaired", () => {
    const found = findingsIn(scoreSheet({ cells: { I9: `${String(totalAt(9))}分` } }));
    expect(places(found)).toEqual(["number-unit-mark@I9"]);
    expect(found[0]?.fix).toEqual({ from: `${String(totalAt(9))}分`, to: totalAt(9) });
  });

  test("a total that its formula shows as text is meant so", () => {
    const formulas = { I9: `=TEXT(${totalFormulaAt(9).slice(1)},"0.00")` };
    expect(foundWith({ cells: { I9: totalAt(9).toFixed(2) }, formulas })).toEqual([]);
  });

  test("ranks in words are held against the right ones", () => {
    const first = units.findIndex(({ group }) => group === "第四组");
    const ranks = ranksInside(
      units,
      units.map((unit) => halfUp(exactTenThousandths(unit))),
    );
    const words = Object.fromEntries(
      units.flatMap(({ group }, index) =>
        group === "第四组" ? [[`J${index + 3}`, `第${ranks[index] ?? ""}名`]] : [],
      ),
    );
    expect(foundWith({ cells: words })).toEqual([]);
    const wrong = { ...words, [`J${first + 3}`]: "第六十名" };
    expect(foundWith({ cells: wrong })).toEqual([`rank-differs@J${first + 3}`]);
  });
});

describe("formulas", () => {
  test("a typed number among formulas is found at its cell", () => {
    expect(foundWith({ calculated: true, formulas: { I20: null } })).toEqual(["formula-constant@I20"]);
  });

  test("a formula unlike its neighbours is found, with the formula that it should be", () => {
    const found = findingsIn(
      scoreSheet({
        calculated: true,
        formulas: { I25: "=ROUND(C25*0.55+D25*0.3+E25*0.1+F25*0.05+G25-H25+0,2)" },
      }),
    );
    expect(found.map(({ code }) => code)).toEqual(["formula-differs"]);
    expect(found[0]?.parameters["expected"]).toBe(totalFormulaAt(25));
  });

  test("a formula of the first or last row is held against those beside it", () => {
    const formulas = { I72: "=C72*0.55+D72*0.3+E72*0.1+F72*0.05+G72-H72" };
    expect(foundWith({ calculated: true, formulas, cells: {} })).toContain("formula-differs@I72");
  });

  test("a formula that takes another row's score is found as such", () => {
    const formula = totalFormulaAt(25).replace("C25", "C26");
    expect(foundWith({ calculated: true, formulas: { I25: formula } })).toContain("formula-wrong-row@I25");
  });

  test("a column that takes the scores of the next row is one finding", () => {
    const formulas = Object.fromEntries(
      units.map((_, index) => [
        `I${index + 3}`,
        totalFormulaAt(index + 3).replaceAll(String(index + 3), String(index + 4)),
      ]),
    );
    const found = findingsIn(scoreSheet({ calculated: true, formulas }));
    expect(found.filter(({ code }) => code === "formula-wrong-row")).toHaveLength(1);
  });

  test("an average that leaves out the last units is found", () => {
    expect(foundWith({ calculated: true, formulas: { C73: "=AVERAGE(C3:C70)" } })).toContain(
      "range-short@C73",
    );
  });

  test("a RANK copied down without $ is one finding", () => {
    const formulas = Object.fromEntries(
      units.map((_, index) => {
        const row = index + 3;
        return [`J${row}`, `=RANK(I${row},I${row}:I${row + 69})`];
      }),
    );
    const found = findingsIn(scoreSheet({ calculated: true, formulas }));
    expect(found.filter(({ code }) => code === "range-short")).toHaveLength(1);
  });

  test("a formula that names the same cells, one of them fixed, is none unlike its neighbours", () => {
    const formula = totalFormulaAt(25).replace("H25", "$H$25");
    expect(foundWith({ calculated: true, formulas: { I25: formula } })).toEqual([]);
  });

  test("a sum that begins in another row takes that row's score", () => {
    const plain = (row: number) => `=SUM(C${row}:F${row})`;
    const formulas = Object.fromEntries(units.map((_, index) => [`I${index + 3}`, plain(index + 3)]));
    const found = foundWith({ formulas: { ...formulas, I25: "=SUM(C26:F25)" } });
    expect(found).toContain("formula-wrong-row@I25");
  });

  test("a RANK over fewer rows than those above and below is no reference to another row", () => {
    const formulas = { J40: "=RANK(I40,I$13:I$71)" };
    const found = foundWith({ calculated: true, formulas });
    expect(found).toEqual(expect.arrayContaining(["range-short@J40", "formula-differs@J40"]));
    expect(found).not.toContain("formula-wrong-row@J40");
  });

  test("a RANK over the average row is found", () => {
    const units70 = units.map((_, index) => index + 3);
    const formulas = {
      I73: "=AVERAGE(I3:I72)",
      ...Object.fromEntries(units70.map((row) => [`J${row}`, `=RANK(I${row},I$3:I$73)`])),
    };
    const cells = { I73: 85 };
    const found = findingsIn(scoreSheet({ calculated: true, formulas, cells }));
    expect(found.filter(({ code }) => code === "range-takes-summary")).toHaveLength(1);
  });

  test("a range over whole groups is right", () => {
    const first = units.findIndex(({ group }) => group === "第四组") + 3;
    const formulas = { K73: `=AVERAGE(C${first}:C72)`, L73: '=COUNTIF(C3:C72,">90")' };
    expect(foundWith({ calculated: true, formulas }).filter((found) => found.startsWith("range"))).toEqual(
      [],
    );
  });

  test.each(["='[去年.xlsx]汇总'!C5", "=[1]汇总!C5", "='C:\\数据\\[去年.xlsx]汇总'!$C$5"])(
    "a reference to another file is found: %s",
    (formula) => {
      expect(foundWith({ formulas: { C5: formula } })).toEqual(["formula-external@C5"]);
    },
  );

  test("brackets in a text or of a declared table are no other file", () => {
    expect(foundWith({ formulas: { K5: '=IF(C5>0,"[甲]!",成绩表[[#This Row],[得分]])' } })).not.toContain(
      "formula-external@K5",
    );
  });

  test("a stored result that the cells no longer give is found", () => {
    const stale = totalAt(30) + 1.5;
    expect(foundWith({ calculated: true, cells: { I30: stale } })).toContain("formula-stale@I30");
  });

  test("a column of stale results is one finding", () => {
    const cells = Object.fromEntries(units.map((_, index) => [`C${index + 3}`, 80]));
    const found = findingsIn(scoreSheet({ calculated: true, cells })).map(({ code }) => code);
    expect(found.filter((code) => code === "formulas-stale")).toHaveLength(1);
  });

  test("formulas without any result are one finding a sheet", () => {
    const cells = Object.fromEntries(units.map((_, index) => [`I${index + 3}`, null]));
    const found = findingsIn(scoreSheet({ calculated: true, cells })).map(({ code }) => code);
    expect(found.filter((code) => code === "formulas-without-results")).toHaveLength(1);
  });
});
