import { describe, expect, test } from "@jest/globals";
import { rankingAction, type RankingOutput } from "../../../src/actions/rankingAction";
import { formatDecimal } from "../../../src/core/numbers/decimal";
import { createTranslate } from "../../../src/i18n";
import { sampleGroups } from "../../../src/workbench/sample/sampleUnits";
import { sampleWorkbook } from "../../../src/workbench/sample/sampleWorkbook";

async function rankedSample(): Promise<RankingOutput> {
  const context = {
    port: await sampleWorkbook(),
    translate: createTranslate("zh-CN"),
    now: () => new Date(2015, 11, 31),
  };
  const result = await rankingAction.run(context, { totals: "values" });
  if (result.status !== "done") throw new Error(JSON.stringify(result));
  return result.output;
}

describe("the sample workbook", () => {
  test("lists the plan's 70 units in 3, 4, 3 and 60", () => {
    expect(sampleGroups.map(({ units }) => units.length)).toEqual([3, 4, 3, 60]);
  });

  test("ranks, but for the three units that it leaves in doubt", async () => {
    const { ranking } = await rankedSample();
    expect(ranking.groups.map(({ ranked }) => ranked.length)).toEqual([3, 4, 3, 58]);
    const unranked = ranking.groups.flatMap((group) => group.unranked.map(({ unit }) => unit.as));
    expect(unranked.sort()).toEqual(["市史志办", "市接待办", "市智慧城市办"].sort());
  });

  // 86.46×55% + 98.94×30% + 94.26×10% + 83.78×5% = 47.553 + 29.682 + 9.426 + 4.189 = 90.85
  // 88.26×55% + 89.47×30% + 88.13×10% + 79.89×5% = 48.543 + 26.841 + 8.813 + 3.9945 = 88.1915
  // 78×55% + 80×30% + 82×10% + 76×5% + 2 = 42.9 + 24 + 8.2 + 3.8 + 2 = 80.9
  test("gives the first group the totals worked out by hand", async () => {
    const [first] = (await rankedSample()).ranking.groups;
    expect(first?.ranked.map(({ unit, total, rank }) => [rank, unit.name, formatDecimal(total)])).toEqual([
      [1, "岫岩县政府", "90.85"],
      [2, "台安县政府", "88.19"],
      [3, "海城市政府", "80.9"],
    ]);
  });

  test("shows a tie: two units with the same scores share a rank", async () => {
    const [, , , departments] = (await rankedSample()).ranking.groups;
    const tied = departments?.ranked.filter(({ unit }) => ["市卫计委", "市食品药品监管局"].includes(unit.as));
    expect(new Set(tied?.map(({ rank }) => rank)).size).toBe(1);
    expect(tied).toHaveLength(2);
  });
});
