import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { noticeSheetNames } from "../../../../src/core/reports/notice/noticeSheetNames";

describe("sheet names from units' names", () => {
  test("write what Excel refuses with full-width characters", () => {
    expect(noticeSheetNames(["反馈 甲/乙:丙[1]?*\\"])).toEqual(["反馈 甲／乙：丙［1］？＊＼"]);
  });

  test("tell names apart that are equal once cut, or but for case", () => {
    const long = "鞍山".repeat(20);
    const names = noticeSheetNames([`${long}一`, `${long}二`, "abc", "ABC"]);
    expect(names[0]).toHaveLength(31);
    expect(names[1]).toMatch(/ \(2\)$/);
    expect(names[3]).toBe("ABC (2)");
  });

  test.each(["", "'", "History", "\u0000\t", "''a''"])("%j becomes a name that Excel takes", (text) => {
    const [name = ""] = noticeSheetNames([text]);
    expect(name).not.toMatch(/^'|'$|^\s*$|^history$/i);
  });

  test("are legal and unique whatever the texts", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 50 }), { maxLength: 12 }), (texts) => {
        const names = noticeSheetNames(texts);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[/\\?*:[\]]|^'|'$/);
        }
      }),
    );
  });
});
