import { expect, test } from "@jest/globals";
import { fuzzOne } from "./fuzzOne";

test("200 spoilt workbooks are refused or ranked, and no cell of the clerk's changes", async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { changedSheets } = await fuzzOne(seed);
    expect([seed, changedSheets]).toEqual([seed, []]);
  }
}, 300_000);
