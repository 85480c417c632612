import { describe, expect, test } from "@jest/globals";
import { PAGE_HEIGHT, PAGE_WIDTH, previewPages } from "../../../src/taskpane/notices/pagePreview";
import { made, scoreFile } from "../../actions/notices/noticeRun";

describe("the preview of a notice", () => {
  test("has the pages of the sheet, every text of it, and everything inside the paper", async () => {
    const { planned } = await made(await scoreFile(), "bulletin", { preview: true });
    const [sheet] = planned;
    if (!sheet) throw new Error("A bulletin has a sheet.");
    const pages = previewPages(sheet);
    expect(pages).toHaveLength((sheet.page.breaksBefore?.length ?? 0) + 1);
    expect(pages.map(({ number }) => number).slice(0, 2)).toEqual(["— 1 —", "— 2 —"]);
    expect(pages[0]?.header).toBe("送审稿");
    const shown = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).filter((text) => text !== "");
    const written = sheet.cells.flat().filter((value) => value !== null);
    expect(shown).toHaveLength(written.length);
    for (const { left, top, height } of pages.flatMap(({ pieces }) => pieces)) {
      expect(left).toBeGreaterThanOrEqual(79);
      expect(left).toBeLessThan(PAGE_WIDTH - 73);
      // 35 mm of margin at the foot.
      expect(top + height).toBeLessThanOrEqual(PAGE_HEIGHT - 99);
    }
  });

  test("shows figures with the places that they print with", async () => {
    const { planned } = await made(await scoreFile(), "feedback", { units: ["台安县政府"], preview: true });
    const [sheet] = planned;
    if (!sheet) throw new Error("A notice has a sheet.");
    const texts = previewPages(sheet).flatMap(({ pieces }) => pieces.map(({ text }) => text));
    expect(texts).toContain("94.50");
    expect(texts).toContain("3.025");
  });
});
