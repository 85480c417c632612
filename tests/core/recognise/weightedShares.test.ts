import { describe, expect, test } from "@jest/globals";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { cellAddress } from "../../../src/core/workbook/address";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

const MARKED = ["单位", "结果得分（55分）", "过程得分（30分）", "领导评价（10分）", "公众评议（5分）"];
const BARE = ["单位", "结果得分", "过程得分", "领导评价", "公众评议"];
const POINTS = ["加分", "扣分", "总成绩"];

/** Made-up shares: each total is the sum of its row, with the bonus and without the deduction. */
const SHARES: CellValue[][] = [
  ["铁东区政府", 49.5, 26.4, 9.1, 4.3, 1, 0, 90.3],
  ["铁西区政府", 48.4, 27.3, 8.7, 4.1, 0, 5, 83.5],
  ["立山区政府", 47.3, 24.9, 8.8, 4.2, 0, 0, 85.2],
];

function read(header: readonly string[], rows: readonly (readonly CellValue[])[]) {
  const recognition = recognise(workbookOf(sheetOf("汇总", [header, ...rows])), anshan2015, {
    defaultYear: 2015,
  });
  if (recognition === null) throw new Error("nothing was recognised");
  const ranked = rankAssessment(anshan2015, recognition.assessment).groups.flatMap((group) => group.ranked);
  const found = recognition.findings.filter(({ cell }) => cell !== null);
  return { found, ranked: ranked.length };
}

function places(found: ReturnType<typeof read>["found"]): string[] {
  return found.map(({ code, cell }) => `${code} ${cell ? cellAddress(cell) : ""}`);
}

describe("scores that are multiplied by their weights already", () => {
  test("are one finding for the table, with the totals that tell, and rank nobody", () => {
    const { found, ranked } = read([...MARKED, ...POINTS], SHARES);
    expect(places(found)).toEqual(["scores-weighted B1"]);
    expect(found[0]?.parameters).toMatchObject({ count: 3, of: 3 });
    expect(ranked).toBe(0);
  });

  test("are told by the totals alone where the header states no full mark", () => {
    expect(places(read([...BARE, ...POINTS], SHARES).found)).toEqual(["scores-weighted B1"]);
  });

  test("are not told without totals: another full mark is a finding of each column", () => {
    const { found } = read(
      MARKED,
      SHARES.map((row) => row.slice(0, 5)),
    );
    expect(places(found)).toEqual([
      "full-mark-differs B1",
      "full-mark-differs C1",
      "full-mark-differs D1",
      "full-mark-differs E1",
    ]);
  });

  test("are none where one score is more than its weight leaves room for", () => {
    const [first = [], ...others] = SHARES;
    const tooMuch = [[first[0] ?? null, 60.5, ...first.slice(2)], ...others];
    expect(places(read([...BARE, ...POINTS], tooMuch).found)).toEqual([]);
  });

  test("are none where the totals are weighted sums: low scores stay scores", () => {
    const low = [
      ["铁东区政府", 40, 20, 10, 4, 0, 0, 29.2],
      ["铁西区政府", 50, 30, 8, 5, 0, 0, 37.55],
      ["立山区政府", 30, 10, 6, 3, 0, 0, 20.25],
    ];
    const { found, ranked } = read([...BARE, ...POINTS], low);
    expect(places(found)).toEqual([]);
    expect(ranked).toBe(3);
  });
});
