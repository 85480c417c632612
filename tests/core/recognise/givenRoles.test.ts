import { describe, expect, test } from "@jest/globals";
import { recognise } from "../../../src/core/recognise/recognise";
import { planRoleSheet, storedCorrections } from "../../../src/core/recognise/roleSheet";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";
import { ranks, read } from "./scoreTables";

describe("roles that the clerk gave by hand", () => {
  const rows: CellValue[][] = [
    ["单位", "甲类得分", "过程得分", "领导评价", "公众评议"],
    ["海城市政府", 90, 90, 90, 90],
  ];

  test("win over every guess, by the header's text", () => {
    const sheet = sheetOf("汇总", rows);
    expect(ranks(read([sheet]))).toEqual([]);
    const corrections = new Map([["甲类得分", "component:result" as const]]);
    const recognition = recognise(workbookOf(sheet), anshan2015, { defaultYear: 2015, corrections });
    expect(recognition && ranks(recognition)).toEqual(["第一组 1 海城市政府 90.00"]);
    expect(recognition?.assessment.tables[0]?.columns[1]?.reason).toBe("corrected");
  });

  test("are kept on a sheet of ours and read back; what is no role of the scheme is left out", () => {
    const plan = planRoleSheet(new Map([["甲类得分", "component:result"]]));
    const kept = sheetOf(
      plan.name,
      [...plan.cells.map((row) => row as CellValue[]), ["乙类", "component:nothing"]],
      {
        mark: plan.mark,
      },
    );
    expect([...storedCorrections(workbookOf(kept), anshan2015)]).toEqual([["甲类得分", "component:result"]]);
  });
});
