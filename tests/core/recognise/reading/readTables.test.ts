import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readWorkbook } from "../../../../src/core/recognise/reading/readTables";
import { rankTable } from "../../../../src/core/recognise/reading/tableRanking";
import type { TableReading } from "../../../../src/core/recognise/reading/tableReading";
import type { CellValue } from "../../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf, type SheetExtras } from "../../sheets";

function tablesIn(rows: CellValue[][], extras: SheetExtras = {}): readonly TableReading[] {
  return readWorkbook(workbookOf(sheetOf("Sheet1", rows, extras))).sheets[0]?.tables ?? [];
}

/** `unit total rank` of each unit, group by group. */
function ranksIn(rows: CellValue[][], extras: SheetExtras = {}): string[] {
  return tablesIn(rows, extras).flatMap((table) =>
    rankTable(table).flatMap(({ units }) =>
      units.map(
        ({ name, total, rank }) => `${name} ${String(total.units / 10 ** total.places)} ${String(rank)}`,
      ),
    ),
  );
}

/** Made-up marks of eight units: three items whose plain sum is the total. */
const MARKS: readonly (readonly [number, number, number])[] = [
  [31, 24, 18],
  [27, 29, 11],
  [35, 21, 14],
  [22, 28, 19],
  [30, 17, 16],
  [26, 25, 20],
  [33, 19, 12],
  [29, 22, 15],
];

function plain(header: readonly string[], nameOf: (index: number) => string): CellValue[][] {
  return [[...header], ...MARKS.map(([a, b, c], index) => [nameOf(index), a, b, c, a + b + c])];
}

// 73, 67, 70, 69, 63, 71, 64, 66.
const RIGHT = ["甲 73 1", "己 71 2", "丙 70 3", "丁 69 4", "乙 67 5", "辛 66 6", "庚 64 7", "戊 63 8"];
const NAMES = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"];
const named = (index: number) => NAMES[index] ?? "";

describe("a table of a stranger's", () => {
  test("is ranked by its result whatever its headers say", () => {
    expect(ranksIn(plain(["qwx", "bzt", "kkr", "vlm", "ptz"], named))).toEqual(RIGHT);
  });

  test("is ranked without any header", () => {
    expect(ranksIn(plain(["x", "y", "z", "u", "v"], named).slice(1))).toEqual(RIGHT);
  });

  test("with a blank corner names its units all the same", () => {
    expect(ranksIn(plain(["", "党建", "业务", "作风", "总分"], named))).toEqual(RIGHT);
  });

  test("whose one column of scores has no total is ranked by that column", () => {
    const rows: CellValue[][] = [
      ["院校", "类型", "所在地", "得分"],
      ["甲校", "综合", "东城", 88.5],
      ["乙校", "理工", "西城", 91.25],
      ["丙校", "师范", "东城", 79],
    ];
    expect(ranksIn(rows)).toEqual(["乙校 91.25 1", "甲校 88.5 2", "丙校 79 3"]);
  });

  test("where nothing says which of the figures is the result, ranks nobody", () => {
    const rows = plain(["科室", "x1", "x2", "x3", "x4"], named).map((row, index) =>
      index === 0 ? row : [...row.slice(0, 4), ((index * 37) % 41) + 3],
    );
    expect(ranksIn(rows)).toEqual([]);
  });

  test("lists two people of one name apart, by their class", () => {
    const rows: CellValue[][] = [
      ["班级", "姓名", "语文", "数学", "总分"],
      ["一班", "学生1", 90, 80, 170],
      ["一班", "学生2", 70, 85, 155],
      ["二班", "学生1", 60, 75, 135],
      ["二班", "学生3", 88, 91, 179],
      ["二班", "学生4", 77, 66, 143],
    ];
    expect(ranksIn(rows)).toContain("学生1 一班 170 2");
    expect(ranksIn(rows)).toContain("学生1 二班 135 5");
  });

  test("with its units in columns is turned", () => {
    const rows: CellValue[][] = [
      ["项目", "甲队", "乙队", "丙队"],
      ["纪律（40%）", 80, 90, 70],
      ["卫生（60%）", 90, 80, 95],
      ["总分", 86, 84, 85],
    ];
    expect(ranksIn(rows)).toEqual(["甲队 86 1", "丙队 85 2", "乙队 84 3"]);
  });

  test("under a title, or moved about the sheet, is the same table", () => {
    fc.assert(
      fc.property(fc.nat({ max: 4 }), fc.nat({ max: 4 }), (down, right) => {
        const moved = [
          ...Array.from({ length: down }, (): CellValue[] => []),
          ...plain(["单位", "党建", "业务", "作风", "总分"], named).map((row) => [
            ...Array.from({ length: right }, () => null),
            ...row,
          ]),
        ];
        expect(ranksIn(moved)).toEqual(RIGHT);
      }),
      { numRuns: 12 },
    );
  });
});

describe("the header of a table", () => {
  const header = ["单位", "党建", "业务", "作风", "总分"];

  test("is not the title above it, nor the group's name under it", () => {
    const rows: CellValue[][] = [
      ["2025年考核", null, null, null, null],
      header,
      ["第一组", null, null, null, null],
      ...plain(header, named).slice(1, 5),
      ["第二组", null, null, null, null],
      ...plain(header, named).slice(5),
    ];
    const [table] = tablesIn(rows);
    expect(table?.shape.headerRows).toEqual([1, 1]);
    expect(table?.unitRows).toHaveLength(8);
  });

  test("that stands again under a title begins another table", () => {
    const rows: CellValue[][] = [
      ["一类", null, null, null, null],
      ...plain(header, named).slice(0, 5),
      ["二类", null, null, null, null],
      header,
      ...plain(header, named).slice(5),
    ];
    expect(tablesIn(rows).map(({ unitRows }) => unitRows.length)).toEqual([4, 4]);
  });
});

describe("ranks under headers that say so, of a few units", () => {
  test("tell within which categories the author ranked", () => {
    const rows: CellValue[][] = [
      ["姓名", "岗位", "总成绩", "岗位排名"],
      ["考生甲", "A01", 85, 1],
      ["考生乙", "A01", 75, 2],
      ["考生丙", "B01", 65, 1],
      ["考生丁", "B01", 60, 2],
    ];
    expect(tablesIn(rows)[0]?.result).toMatchObject({ total: 2, within: 1 });
  });
});
