import { describe, expect, test } from "@jest/globals";
import { areaAddress, cellAddress, columnLetters, parseArea } from "../../src/core/workbook/address";
import { readXlsx, writeXlsx } from "hucre";

describe("addresses", () => {
  test("x", async () => {
    expect(columnLetters(16383)).toBe("XFD");
    expect(cellAddress({ row: 6, column: 8 })).toBe("I7");
    const b = await writeXlsx({ sheets: [{ name: "a", rows: [["x", 1]] }] });
    expect((await readXlsx(b)).sheets[0]?.rows).toEqual([["x", 1]]);
    expect(areaAddress(parseArea("D9:B2") ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 })).toBe("B2:D9");
  });
});
