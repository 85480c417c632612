import { describe, expect, test } from "@jest/globals";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { findingsAbout, unitStory } from "../../../src/core/ranking/unitStory";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** Made-up figures of the three units of group 1. */
const rows: CellValue[][] = [
  ["2015年度汇总"],
  ["单位", "结果得分", "过程得分", "领导评价", "公众评议", "加分", "扣分"],
  ["海城市政府", "92.5分", 88, 90, 85.25, 2, 1],
  ["台安县政府", 91.5, 88, 90, 85, null, null],
  ["岫岩县政府", 92.5, 88, 90, 85.25, 2, 1],
];

function storyOf(place: number) {
  const recognition = recognise(workbookOf(sheetOf("汇总", rows)), anshan2015, { defaultYear: 2015 });
  const ranking = recognition && rankAssessment(anshan2015, recognition.assessment);
  const [group] = ranking?.groups ?? [];
  if (!recognition || !ranking || !group) throw new Error("nothing was recognised");
  const unit = group.ranked[place]?.unit;
  return {
    story: unitStory(ranking, group, place),
    findings: unit ? findingsAbout(unit, recognition.findings) : [],
  };
}

describe("the story of a total", () => {
  test("has a step for each figure, with its cell and what it brings, and the exact sum", () => {
    const { story } = storyOf(0);
    expect(story?.steps.map(({ item, figure, amount }) => [item, figure.row, figure.column, amount])).toEqual(
      [
        [{ component: "结果得分" }, 2, 1, "50.875"],
        [{ component: "过程得分" }, 2, 2, "26.4"],
        [{ component: "领导评价得分" }, 2, 3, "9"],
        [{ component: "公众评议得分" }, 2, 4, "4.2625"],
        ["bonus", 2, 5, "2"],
        ["deduction", 2, 6, "-1"],
      ],
    );
    expect(story?.sum).toBe("91.5375");
    expect(story?.base).toBeNull();
  });

  test("tells how far the units beside it are, and ties as such", () => {
    const { story } = storyOf(1);
    expect(story?.above).toEqual({ name: "海城市政府", rank: 1, distance: "0" });
    // 91.54 − 89.98
    expect(story?.below).toEqual({ name: "台安县政府", rank: 3, distance: "1.56" });
    expect([storyOf(0).story?.above, storyOf(2).story?.below, storyOf(3).story]).toEqual([null, null, null]);
  });

  test("comes with the findings about the unit, and no others", () => {
    expect(storyOf(0).findings.map(({ code }) => code)).toContain("number-unit-mark");
    expect(storyOf(2).findings.map(({ code }) => code)).not.toContain("number-unit-mark");
  });
});
