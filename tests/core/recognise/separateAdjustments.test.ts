import { describe, expect, test } from "@jest/globals";
import { sheetOf } from "../sheets";
import { first, firstRanks, header, ranks, read } from "./scoreTables";

describe("adjustments that stand apart", () => {
  const ledger = sheetOf("加减分登记", [
    ["单位", "事由", "文号", "加分", "扣分"],
    ["海城市", "通报表扬", "鞍政办发〔2015〕30号", 1, null],
    ["海城市政府", "通报表扬", "鞍政办发〔2015〕31号", 1, null],
    ["海城市政府", "通报批评", "鞍政办发〔2015〕32号", null, 1],
    ["岫岩县政府", "通报表扬", "鞍政办发〔2015〕33号", 1, null],
  ]);

  test("a ledger is added up by unit where the scores have no such columns", () => {
    const scores = [header.slice(0, 5), ...first.map((row) => row.slice(0, 5))];
    const recognition = read([sheetOf("汇总", scores), ledger]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(recognition.assessment.tables.map(({ kind }) => kind)).toEqual(["scores", "ledger"]);
  });

  test("nothing is counted twice where they have", () => {
    expect(ranks(read([sheetOf("汇总", [header, ...first]), ledger]))).toEqual(firstRanks);
  });
});
