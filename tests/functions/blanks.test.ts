import { beforeEach, describe, expect, test } from "@jest/globals";
import { associateFunctions } from "../../src/functions/host";
import { createReadArguments } from "../../src/functions/readArguments";
import { functionWords } from "../../src/functions/words";
import type { EmulatedHost } from "../../src/workbench/emulator/emulatedHost";
import { isSync } from "../../src/workbench/emulator/hostCounts";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { createCellKinds } from "../../src/workbook/office/cellKinds";
import { createFunctions } from "../../src/functions/functions";
import { testEnvironment } from "./environment";

const functions = createFunctions(testEnvironment("zh-CN"));
const UNKNOWN = { error: "#N/A", message: functionWords("zh-CN")("function.zero-or-blank") };

let workbook: MemoryWorkbook;
let host: EmulatedHost;

/** A workbook with scores from B2 on, in an older host or a newer one. */
function opened(isOlder: boolean): void {
  workbook = new MemoryWorkbook(["得分"]);
  host = officeForNode(workbook, { isOlder });
  workbook.sheets()[0]?.write({ row: 1, column: 1, rowCount: 3, columnCount: 4 }, [
    [90, 90, 90, 90],
    [null, 90, 90, 90],
    [0, 90, 90, 90],
  ]);
  const readArguments = createReadArguments(createCellKinds(), () => functionWords("zh-CN"));
  associateFunctions(CustomFunctions, () => Promise.resolve({ functions, readArguments }));
}

/** Puts a formula into A1, for which nothing but a function's call is calculated here. */
function put(formula: string): void {
  workbook.sheets()[0]?.write({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[{ formula }]]);
}

const range = (address: string) => ({ cells: `得分!${address}` });
const call = (id: string, ...parameters: Parameters<EmulatedHost["callFunction"]>[1]) =>
  host.callFunction(id, parameters, "得分!A1");

describe("a host that sends blanks as 0 (host emulator)", () => {
  beforeEach(() => {
    opened(true);
  });

  test("does not make a missing score a zero, and leaves a zero a zero", async () => {
    const totals = await call("TOTAL", range("B2:B4"), range("C2:C4"), range("D2:D4"), range("E2:E4"));
    // 90 × 45% is what 0 in the first score leaves.
    expect(totals).toEqual([[90], [{ error: "#N/A", message: "缺少结果得分" }], [40.5]]);
  });

  test("does not make a missing ballot a zero", async () => {
    expect(await call("PANEL", range("B3:E3"))).toEqual([[90]]);
    expect(await call("PANEL", range("B4:E4"))).toEqual([[67.5]]);
  });

  test("does not rank a unit without a total", async () => {
    expect(await call("RANK", range("B2:B4"))).toEqual([[1], [""], [2]]);
  });

  test("has CHECK name the missing score", async () => {
    const units = ["海城", "台安", "岫岩"].map((name) => [name]);
    const found = await call("CHECK", units, range("B2:B4"), range("C2:C4"), range("D2:D4"), range("E2:E4"));
    expect(found).toEqual([[""], [expect.stringContaining("结果得分")], [""]]);
  });

  test("asks for thousands of calls together", async () => {
    await call("TOTAL", range("B4"), range("C4"), range("D4"), range("E4"));
    host.resetCounts();
    const calls = Array.from({ length: 1000 }, () =>
      call("TOTAL", range("B3"), range("C3"), range("D3"), range("E3")),
    );
    expect((await Promise.all(calls)).every((result) => "error" in (result as object))).toBe(true);
    expect(host.counts.syncs).toBeLessThanOrEqual(2);
  });

  test("asks nothing for calls without a 0, nor for points and numbers of events", async () => {
    expect(await call("TOTAL", 90, 90, 90, 90, range("B3"), range("B3"))).toEqual([[90]]);
    expect(await call("ADJUST", range("B3"), 0, 0, 0, 0)).toEqual([[0]]);
    expect(host.counts.syncs).toBe(0);
  });

  test("takes the 0 of the formula itself for what it is", async () => {
    put("=PERF.PROCESS(0,5)");
    expect(await call("PROCESS", 0, 5)).toEqual([[0]]);
    put('=ROUND(PERF.PROCESS(COUNTIF(B2:B4,"完成"),5),1)');
    expect(await call("PROCESS", 0, 5)).toEqual([[0]]);
  });

  test("finds the cells by the formula where Excel does not name them", async () => {
    put("=PERF.ROUND(B3,0)");
    expect(await call("ROUND", 0, 0)).toEqual([[""]]);
    put("=PERF.ROUND(B4,0)");
    expect(await call("ROUND", 0, 0)).toEqual([[0]]);
  });

  test("gives #N/A with the reason where a 0 may be what a search found blank", async () => {
    put('=PERF.TOTAL(VLOOKUP("海城",A:E,2,0),90,90,90)');
    expect(await call("TOTAL", 0, 90, 90, 90)).toEqual(UNKNOWN);
  });

  test("gives #N/A with the reason where cells cannot be looked at", async () => {
    expect(await host.callFunction("TOTAL", [0, 90, 90, 90], "")).toEqual(UNKNOWN);
    host.failWhen((request) => (isSync(request) ? "GeneralException" : null));
    expect(await call("TOTAL", range("B4:E4"))).toEqual(UNKNOWN);
  });

  test("waits for the end of typing in a cell", async () => {
    workbook.setEditing(true);
    const total = call("TOTAL", range("B4:E4"));
    setTimeout(() => {
      workbook.setEditing(false);
    }, 60);
    expect(await total).toEqual([[40.5]]);
  });
});

describe("a host that sends blanks as blanks (host emulator)", () => {
  beforeEach(() => {
    opened(false);
  });

  test("is asked until a blank has shown it, and never again", async () => {
    expect(await call("PANEL", range("B2:E4"))).toEqual([[90], [90], [67.5]]);
    host.resetCounts();
    expect(await call("PANEL", range("B4:E4"))).toEqual([[67.5]]);
    expect(host.counts.syncs).toBe(0);
  });

  test("is not taken for one by an empty text of a formula", async () => {
    opened(true);
    const sheet = workbook.sheets()[0];
    sheet?.write({ row: 4, column: 1, rowCount: 1, columnCount: 1 }, [[""]]);
    expect(await call("RANK", range("B2:B5"))).toEqual([[1], [""], [2], [""]]);
    expect(await call("RANK", range("B2:B4"))).toEqual([[1], [""], [2]]);
  });
});
