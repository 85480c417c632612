import { beforeAll, describe, expect, test } from "@jest/globals";
import { associateFunctions } from "../../src/functions/host";
import type { ReadArguments } from "../../src/functions/readArguments";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import type { EmulatedHost } from "../../src/workbench/emulator/emulatedHost";
import type { FunctionArgument } from "../../src/workbench/emulator/functionCalls";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { column, perf } from "./environment";

let host: EmulatedHost;
const asGiven: ReadArguments = (_, given) => given;

beforeAll(() => {
  host = officeForNode(new MemoryWorkbook(["汇总"]));
  associateFunctions(CustomFunctions, () => Promise.resolve({ functions: perf, readArguments: asGiven }));
});

function call(id: string, ...parameters: readonly FunctionArgument[]) {
  return host.callFunction(id, parameters, "汇总!H1");
}

describe("functions called through the real Office.js client (host emulator)", () => {
  test("give one cell for single cells", async () => {
    expect(await call("TOTAL", 92.5, 88, 90, 85.25, 2, 1)).toEqual([[91.54]]);
    expect(await call("EXPLAIN", 90, 90, 90, 90)).toEqual([["90×55%+90×30%+90×10%+90×5% = 90.00"]]);
  });

  test("do not take what the client appends for an argument that was left out", async () => {
    expect(await call("TOTAL", 90, 90, 90, 90)).toEqual([[90]]);
    expect(await call("TOTAL", 90, 90, 90, 90, null, 1)).toEqual([[89]]);
    expect(await call("SCHEME", "places")).toEqual([[2]]);
  });

  test("give rows for ranges, with errors and their words in their own cells", async () => {
    const scores = [[90], [null], [101], [{ error: "#REF!" }]];
    expect(await call("TOTAL", scores, 90, 90, 90)).toEqual([
      [90],
      [{ error: "#N/A", message: "缺少结果得分" }],
      [{ error: "#VALUE!", message: "结果得分应在 0 到 100 之间，现为 101" }],
      [{ error: "#N/A", message: "结果得分的单元格有错误：#REF!" }],
    ]);
  });

  test("give an error with its words for a single cell", async () => {
    expect(await call("PROCESS", 0, 0)).toEqual({
      error: "#N/A",
      message: "没有应完成的节点，过程得分不适用",
    });
    expect(await call("ROUND", "x", 2)).toEqual({ error: "#VALUE!", message: "要舍入的数不是数值：“x”" });
  });

  test("are all there", async () => {
    const names = Object.keys(perf).map((name) => name.toUpperCase());
    const results = await Promise.all(names.map((name) => call(name)));
    // This is how a function ends that nobody registered: an error without words.
    const unregistered = { error: "#VALUE!" };
    expect(await call("NOSUCH")).toEqual(unregistered);
    expect(results).not.toContainEqual(unregistered);
  });

  test("take a thousand rows in one call", async () => {
    const scores = column(...Array.from({ length: 1000 }, (_, row) => row / 10)) as number[][];
    const ranks = (await call("RANK", scores)) as number[][];
    expect(ranks[0]).toEqual([1000]);
    expect(ranks[999]).toEqual([1]);
  });
});
