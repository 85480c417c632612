import { beforeEach, describe, expect, test } from "@jest/globals";
import { notAvailable, type Fault } from "../../src/functions/fault";
import { associateFunctions, type LoadedFunctions } from "../../src/functions/host";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { perf } from "./environment";

const host = officeForNode(new MemoryWorkbook(["汇总"]));
const working: LoadedFunctions = { functions: perf, readArguments: (_, given) => given };
let asked: number;

/** Associates functions that are loaded in turn as the answers say. */
function loadedAs(...answers: readonly (LoadedFunctions | Fault)[]): void {
  associateFunctions(CustomFunctions, () => {
    const answer = answers[asked];
    asked += 1;
    return answer ? Promise.resolve(answer) : Promise.reject(new Error("Asked once too often"));
  });
}

const total = () => host.callFunction("TOTAL", [90, 90, 90, 90], "汇总!H1");

beforeEach(() => {
  asked = 0;
});

describe("what functions do (host emulator)", () => {
  test("is loaded by the first call, once", async () => {
    loadedAs(working);
    expect(asked).toBe(0);
    expect(await total()).toEqual([[90]]);
    expect(await total()).toEqual([[90]]);
    expect(asked).toBe(1);
  });

  test("is asked for again after it could not be loaded, which the cell says", async () => {
    loadedAs(notAvailable("Not loaded"), working);
    expect(await total()).toEqual({ error: "#N/A", message: "Not loaded" });
    expect(await total()).toEqual([[90]]);
  });
});
