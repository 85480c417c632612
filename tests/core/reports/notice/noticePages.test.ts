import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { blankRow, textRow, type LayoutRow } from "../../../../src/core/reports/notice/layoutRow";
import { paginate } from "../../../../src/core/reports/notice/noticePages";
import { LINE_HEIGHT, PAGE_HEIGHT } from "../../../../src/core/reports/notice/typography";

const body = (text: string, keepWithNext = false) => textRow(text, {}, LINE_HEIGHT, { keepWithNext });
const textsOf = (pages: readonly (readonly LayoutRow[])[]) =>
  pages.map((page) => page.map(({ text }) => text));
const heightOf = (page: readonly LayoutRow[]) => page.reduce((sum, { height }) => sum + height, 0);
const lines = (count: number) => Array.from({ length: count }, (_, index) => body(String(index + 1)));

describe("pages", () => {
  test("hold 22 lines", () => {
    expect(paginate(lines(50), []).map((page) => page.length)).toEqual([22, 22, 6]);
  });

  test("keep a heading with the line below it", () => {
    const rows = [...lines(21), body("一、要求", true), body("正文")];
    expect(textsOf(paginate(rows, []))[1]).toEqual(["一、要求", "正文"]);
  });

  test("begin where a row begins one", () => {
    const rows = [body("正文"), textRow("附件", {}, LINE_HEIGHT, { pageBefore: true })];
    expect(textsOf(paginate(rows, []))).toEqual([["正文"], ["附件"]]);
  });

  test("repeat a table's header where the table goes on", () => {
    const header = body("表头", true);
    const rows = [header, ...lines(30).map((row) => ({ ...row, header: [header] }))];
    const pages = textsOf(paginate(rows, []));
    expect(pages.map(([first]) => first)).toEqual(["表头", "表头"]);
    expect(pages.flat().filter((text) => text !== "表头")).toEqual(lines(30).map(({ text }) => text));
  });

  test("have the closing rows at the foot of the last one, on a page of their own where there is no room", () => {
    const foot = [body("印发")];
    const [page = []] = paginate(lines(5), foot);
    expect(page.at(-1)?.text).toBe("印发");
    expect(heightOf(page)).toBeGreaterThan(PAGE_HEIGHT - 1);
    expect(textsOf(paginate(lines(22), foot)).map((texts) => texts.at(-1))).toEqual(["22", "印发"]);
  });

  test("are never higher than the type area, and lose no row", () => {
    const row = fc.record({
      height: fc.integer({ min: 10, max: 390 }),
      keep: fc.boolean(),
      page: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (made) => {
        const rows = made.map(({ height, keep, page }, index) =>
          textRow(String(index), {}, height, { keepWithNext: keep, pageBefore: page }),
        );
        const pages = paginate(rows, [blankRow(24)]);
        for (const page of pages) expect(heightOf(page)).toBeLessThanOrEqual(PAGE_HEIGHT + 1e-6);
        expect(
          textsOf(pages)
            .flat()
            .filter((text) => text !== ""),
        ).toEqual(rows.map(({ text }) => text));
      }),
    );
  });
});
