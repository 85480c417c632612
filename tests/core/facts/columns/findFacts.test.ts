import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Fact } from "../../../../src/core/facts/fact";
import { findFacts } from "../../../../src/core/facts/columns/findFacts";
import { decimalToNumber } from "../../../../src/core/numbers/decimal";
import type { CellValue } from "../../../../src/core/workbook/snapshot";
import { marks, placesOf, randomNumbers, sumOf, tableOf } from "./factTables";

function factOf(facts: readonly Fact[], column: number): Fact | undefined {
  return facts.find((fact) => fact.column === column);
}

function figures(row: readonly CellValue[]): number[] {
  return row.slice(1).map(Number);
}

describe("facts in values", () => {
  test("a total is the sum of the columns before it", () => {
    const rows = marks(1, 12, 4).map((row) => [...row, sumOf(row.slice(1))]);
    expect(findFacts(tableOf(rows))).toMatchObject([
      { column: 5, kind: "sum", of: [1, 2, 3, 4], from: "values", kept: 12, broken: [] },
    ]);
  });

  test("one wrong total is named with the right one", () => {
    const rows: (string | number)[][] = marks(2, 15, 5).map((row) => [...row, sumOf(row.slice(1))]);
    const right = Number(rows[6]?.[6]);
    rows[6] = [...(rows[6] ?? []).slice(0, 6), right + 5];
    const [fact] = findFacts(tableOf(rows));
    expect(fact).toMatchObject({ kind: "sum", kept: 14, partial: false });
    expect(fact?.broken).toEqual([
      {
        row: 6,
        column: 6,
        place: { sheet: "Scores", row: 6, column: 6 },
        stated: String(sumOf([right, 5])),
        right: String(right),
      },
    ]);
  });

  test("a bonus is added and a deduction taken off beside weights that are stated", () => {
    const rows = marks(3, 20, 3, 0).map((row, index) => {
      const [a = 0, b = 0, c = 0] = figures(row);
      const [bonus, deduction] = [index % 3, index % 4];
      return [...row, bonus, deduction, (a * 50 + b * 30 + c * 20) / 100 + bonus - deduction];
    });
    const stated = [[null, 0.5, 0.3, 0.2, null, null, null]];
    const [fact] = findFacts(tableOf(rows, { stated }));
    expect(fact).toMatchObject({
      column: 6,
      kind: "weighted-sum",
      of: [1, 2, 3],
      plus: [4],
      minus: [5],
      kept: 20,
    });
    expect(fact?.weights.map(decimalToNumber)).toEqual([0.5, 0.3, 0.2]);
  });

  test("weights that nobody states are solved for, in spite of wrong rows", () => {
    const rows = marks(4, 30, 4, 0).map((row, index) => {
      const [a = 0, b = 0, c = 0, d = 0] = figures(row);
      const total = (a * 40 + b * 30 + c * 20 + d * 10) / 100;
      return [...row, index === 4 || index === 17 ? total + 9 : total];
    });
    const [fact] = findFacts(tableOf(rows));
    expect(fact).toMatchObject({ column: 5, kind: "weighted-sum", of: [1, 2, 3, 4], kept: 28 });
    expect(fact?.weights.map(decimalToNumber)).toEqual([0.4, 0.3, 0.2, 0.1]);
    expect(fact?.broken.map(({ row }) => row)).toEqual([4, 17]);
  });

  test("100 less what is deducted", () => {
    const next = randomNumbers(5);
    const rows = Array.from({ length: 14 }, (_, row) => {
      const [late, absent] = [Math.floor(next() * 6), Math.floor(next() * 9)];
      return [`Unit ${String(row)}`, late, absent, 100 - late - absent];
    });
    const fact = factOf(findFacts(tableOf(rows)), 3);
    expect(fact).toMatchObject({ minus: [1, 2], constant: { units: 100, places: 0 }, kept: 14 });
  });

  test("a total of subtotals names the subtotals, and no part twice", () => {
    const rows = marks(6, 16, 5).map((row) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = figures(row);
      return [row[0] ?? "", a, b, c, sumOf([a, b, c]), d, e, sumOf([d, e]), sumOf([a, b, c, d, e])];
    });
    const facts = findFacts(tableOf(rows));
    expect(facts.map(({ column, kind, minus }) => [column, kind, minus])).toEqual([
      [4, "sum", []],
      [7, "sum", []],
      [8, "sum", []],
    ]);
    expect(factOf(facts, 4)?.of).toEqual([1, 2, 3]);
    expect(factOf(facts, 7)?.of).toEqual([5, 6]);
    const leaves = factOf(facts, 8)?.of.flatMap((part) => factOf(facts, part)?.of ?? [part]);
    expect(leaves?.sort()).toEqual([1, 2, 3, 5, 6]);
  });

  test("the mean without the highest and the lowest", () => {
    const rows = marks(7, 14, 7).map((row) => {
      const sorted = figures(row).sort((left, right) => left - right);
      return [...row, Math.round((sumOf(sorted.slice(1, -1)) / 5) * 100) / 100];
    });
    expect(findFacts(tableOf(rows))).toMatchObject([
      { column: 8, kind: "trimmed-mean", of: [1, 2, 3, 4, 5, 6, 7], dropped: { high: 1, low: 1 }, kept: 14 },
    ]);
  });

  test("the best four of six are not the plain sum", () => {
    const rows = marks(8, 14, 6).map((row) => {
      const sorted = figures(row).sort((left, right) => right - left);
      return [...row, sumOf(sorted.slice(0, 4))];
    });
    expect(findFacts(tableOf(rows))).toMatchObject([
      { column: 7, kind: "best-of", of: [1, 2, 3, 4, 5, 6], dropped: { high: 0, low: 2 }, broken: [] },
    ]);
  });

  test("a product and a quotient of two columns", () => {
    const next = randomNumbers(9);
    const rows = Array.from({ length: 12 }, (_, row) => {
      const [price, count] = [Math.round(next() * 900 + 100) / 10, Math.floor(next() * 80) + 3];
      const [done, planned] = [Math.floor(next() * 300) + 20, Math.floor(next() * 500) + 50];
      return [
        `Unit ${String(row)}`,
        price,
        count,
        Math.round(price * 10 * count) / 10,
        done,
        planned,
        Math.round((done / planned) * 10_000) / 10_000,
      ];
    });
    const facts = findFacts(tableOf(rows));
    expect(factOf(facts, 3)).toMatchObject({ kind: "product", of: [1, 2], kept: 12 });
    expect(factOf(facts, 6)).toMatchObject({ kind: "share", of: [4, 5], kept: 12 });
  });

  test("texts that mean numbers count, and marks for none are 0 in a sum", () => {
    const rows = marks(10, 12, 3, 0).map((row, index) => {
      const [a = 0, b = 0, c = 0] = figures(row);
      return index % 3 === 0
        ? [row[0] ?? "", String(a), "-", c, a + c]
        : [row[0] ?? "", a, `${String(b)}分`, c, a + b + c];
    });
    expect(findFacts(tableOf(rows))).toMatchObject([{ column: 4, kind: "sum", of: [1, 2, 3], kept: 12 }]);
  });

  test("a figure column right beside the parts that no total takes in is named", () => {
    const rows = marks(11, 12, 5).map((row) => [...row, sumOf(row.slice(1, 5))]);
    expect(findFacts(tableOf(rows))).toMatchObject([{ column: 6, of: [1, 2, 3, 4], unused: [5] }]);
  });

  test("grades follow the cut-offs of a total", () => {
    const rows = marks(12, 40, 3, 0).map((row) => {
      const total = sumOf(row.slice(1));
      return [...row, total, total >= 230 ? "good" : total >= 190 ? "fair" : "poor"];
    });
    expect(factOf(findFacts(tableOf(rows)), 5)).toMatchObject({
      kind: "grade",
      of: [4],
      kept: 40,
      broken: [],
    });
  });
});

describe("ranks", () => {
  const totals = marks(20, 15, 3, 0).map((row) => [...row, sumOf(row.slice(1))]);

  test("by the total, best first, with equal places for equal totals", () => {
    const rows = [...totals, ["Unit 16", ...(totals[3] ?? []).slice(1)]];
    const places = placesOf(rows.map((row) => Number(row[4])));
    const fact = factOf(findFacts(tableOf(rows.map((row, index) => [...row, places[index] ?? 0]))), 5);
    expect(fact).toMatchObject({
      kind: "rank",
      of: [4],
      order: "descending",
      ties: "competition",
      within: null,
      first: 1,
    });
    expect(fact?.broken).toEqual([]);
  });

  test("in each category", () => {
    const rows = totals.map((row, index) => [...row, `Group ${String(index % 2)}`]);
    const ranked = rows.map((row) => {
      const own = rows.filter((other) => other[5] === row[5]);
      return [...row, 1 + own.filter((other) => Number(other[4]) > Number(row[4])).length];
    });
    expect(factOf(findFacts(tableOf(ranked)), 6)).toMatchObject({
      kind: "rank",
      of: [4],
      within: 5,
      kept: 15,
    });
  });

  test.each([
    ["a letter before it", (place: number) => `T${String(place)}`],
    ["words around it", (place: number) => `第${String(place)}名`],
  ])("as text with %s", (_, write) => {
    const places = placesOf(totals.map((row) => Number(row[4])));
    const rows = totals.map((row, index) => [...row, write(places[index] ?? 0)]);
    expect(factOf(findFacts(tableOf(rows)), 5)).toMatchObject({ kind: "rank", of: [4], kept: 15 });
  });

  test("totals that differ by the noise of binary fractions are equal", () => {
    const noisy = [80, 75.3, 75.29999999999998, 75.30000000000001, 60.1, 51, 44.4, 38, 30, 22];
    const rows = noisy.map((total, index) => [
      `Unit ${String(index)}`,
      total,
      [1, 2, 4, 2, 5, 6, 7, 8, 9, 10][index] ?? 0,
    ]);
    const fact = factOf(findFacts(tableOf(rows)), 2);
    expect(fact).toMatchObject({ kind: "rank", ties: "competition", kept: 9 });
    expect(fact?.broken).toMatchObject([{ row: 2, stated: "4", right: "2" }]);
  });

  test("of an excerpt agree in order and break nothing", () => {
    const rows = totals.map((row) => [...row]);
    const places = placesOf(rows.map((row) => Number(row[4])));
    const ranked = rows.map((row, index) => [
      ...row,
      80 + (places[index] ?? 0) * 4 + ((places[index] ?? 0) % 3),
    ]);
    expect(factOf(findFacts(tableOf(ranked)), 5)).toMatchObject({
      kind: "rank",
      of: [4],
      excerpt: true,
      broken: [],
    });
  });
});

describe("facts by formulas", () => {
  const rows = marks(30, 10, 4).map((row) => [...row, sumOf(row.slice(1))]);
  const sums = Object.fromEntries(
    rows.map((_, row) => [`F${String(row + 1)}`, `=SUM(B${String(row + 1)}:E${String(row + 1)})`]),
  );

  test("the formula of most cells is the rule; another way to write it is none to be named", () => {
    const formulas = { ...sums, F4: "=B4+C4+D4+E4" };
    const [fact] = findFacts(tableOf(rows, { formulas }));
    expect(fact).toMatchObject({
      column: 5,
      kind: "sum",
      of: [1, 2, 3, 4],
      from: "formulas",
      kept: 10,
      broken: [],
    });
  });

  test("a range that is too short and gives less is named", () => {
    const short = rows.map((row, index) =>
      index === 2 ? [...row.slice(0, 5), sumOf(row.slice(1, 4))] : row,
    );
    const [fact] = findFacts(tableOf(short, { formulas: { ...sums, F3: "=SUM(B3:D3)" } }));
    expect(fact?.broken).toMatchObject([{ row: 2, right: String(rows[2]?.[5]) }]);
  });

  test("rounding up to steps is the formula's own", () => {
    const up = rows.map((row) => [...row.slice(0, 5), Math.ceil(Number(row[5]))]);
    const formulas = Object.fromEntries(
      up.map((_, row) => [`F${String(row + 1)}`, `=CEILING(SUM(B${String(row + 1)}:E${String(row + 1)}),1)`]),
    );
    expect(findFacts(tableOf(up, { formulas }))).toMatchObject([
      { kind: "sum", rounding: "up", kept: 10, broken: [] },
    ]);
  });
});

describe("chance", () => {
  test("random tables follow from nothing", () => {
    let columns = 0;
    let found = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const next = randomNumbers(seed * 7_919);
      const [rows, width] = [5 + Math.floor(next() * 40), 3 + Math.floor(next() * 8)];
      const unit = seed % 3 === 0 ? 10 : 1;
      const most = seed % 5 === 0 ? 6 : 100;
      const table = Array.from({ length: rows }, () =>
        Array.from({ length: width }, () => Math.floor(next() * most * unit) / unit),
      );
      columns += width;
      found += findFacts(tableOf(table)).length;
    }
    expect(found).toBeLessThanOrEqual(Math.ceil(columns / 400));
  });

  test("a planted sum is found wherever its parts stand, and by any measure", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom(1, 10, 100),
        fc.nat(5),
        (seed, measure, at) => {
          const rows = marks(seed, 14, 5, 0).map((row) => {
            const scaled = figures(row).map((figure) => figure * measure);
            const total = sumOf(scaled);
            return [row[0] ?? "", ...scaled.slice(0, at), total, ...scaled.slice(at)];
          });
          const fact = factOf(findFacts(tableOf(rows)), at + 1);
          expect(fact).toMatchObject({ kind: "sum", kept: 14 });
          expect(fact?.of).toEqual([1, 2, 3, 4, 5, 6].filter((column) => column !== at + 1));
        },
      ),
      { numRuns: 25 },
    );
  });
});
