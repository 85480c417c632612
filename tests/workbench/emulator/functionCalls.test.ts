import { expect, test } from "@jest/globals";
import { EmulatedHost } from "../../../src/workbench/emulator/emulatedHost";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { ActionType, ObjectPathType } from "../../../src/workbench/emulator/wire";

/** The batch in which the whole Office.js says that it takes calls of custom functions. */
const readyForFunctions = JSON.stringify({
  Actions: [
    {
      Id: 1,
      ActionType: ActionType.method,
      Name: "_SetOsfControlContainerReadyForCustomFunctions",
      ObjectPathId: 1,
    },
  ],
  ObjectPaths: {
    1: {
      Id: 1,
      ObjectPathType: ObjectPathType.newObject,
      Name: "Microsoft.ExcelServices.CustomFunctions",
    },
  },
});

test("custom functions are called once the client takes calls, those asked for before included", () => {
  const host = new EmulatedHost(new MemoryWorkbook(["汇总"]), { functionsWait: true });
  const sent: string[] = [];
  host.onMessages((messages) => {
    for (const [, , , text] of messages) sent.push(String((JSON.parse(text) as unknown[])[1]));
  });
  void host.callFunction("TOTAL", [90, 90, 90, 90], "汇总!A1");
  expect(sent).toEqual([]);
  host.execute(readyForFunctions);
  expect(sent).toEqual(["TOTAL"]);
  void host.callFunction("RANK", [90], "汇总!A2");
  expect(sent).toEqual(["TOTAL", "RANK"]);
});
