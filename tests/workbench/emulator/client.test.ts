import { describe, expect, test } from "@jest/globals";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";

/** The error that the client throws for a batch. */
async function errorOf(run: Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await run;
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error("The batch did not fail.");
}

describe("the real client over the host emulator", () => {
  test("writes cells and reads them back, counting one sync each", async () => {
    const workbook = new MemoryWorkbook(["汇总"]);
    const host = officeForNode(workbook);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("汇总").getRange("B2:C3").untrack().values = [
        ["海城市政府", 92.5],
        ["台安县政府", null],
      ];
      await context.sync();
    });
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("汇总").getUsedRange(true).untrack();
      range.load("values,address,valueTypes");
      await context.sync();
      return [range.address, range.values, range.valueTypes];
    });
    expect(values).toEqual([
      "汇总!B2:C3",
      [
        ["海城市政府", 92.5],
        ["台安县政府", ""],
      ],
      [
        ["String", "Double"],
        ["String", "Empty"],
      ],
    ]);
    expect(host.counts.syncs).toBe(2);
    expect(host.counts.requests).toBe(2);
    expect(host.counts.requestBytes).toBeGreaterThan(0);
    expect(host.counts.largestResponse).toBeLessThanOrEqual(host.counts.responseBytes);
  });

  test("splits a large write itself, and every cell arrives", async () => {
    const workbook = new MemoryWorkbook(["数据"]);
    officeForNode(workbook);
    const rows = Array.from({ length: 700 }, (_, row) =>
      Array.from({ length: 5 }, (__, column) => row * 5 + column),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("数据").getRangeByIndexes(0, 0, 700, 5).untrack().values = rows;
      await context.sync();
    });
    expect(workbook.sheets()[0]?.read({ row: 0, column: 0, rowCount: 700, columnCount: 5 }).values).toEqual(
      rows,
    );
  });

  test("keeps a range between syncs until it is given back", async () => {
    const host = officeForNode(new MemoryWorkbook(["一"]));
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("一").getRange("A1");
      range.load("address");
      await context.sync();
      expect(host.keptReferences).toBe(1);
      range.values = [[7]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[7]]);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.keptReferences).toBe(0);
  });

  test("gives null objects for what is not there", async () => {
    officeForNode(new MemoryWorkbook(["一"]));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("二");
      const used = context.workbook.worksheets.getItem("一").getUsedRangeOrNullObject(true);
      const name = context.workbook.names.getItemOrNullObject("没有");
      await context.sync();
      expect([sheet.isNullObject, used.isNullObject, name.isNullObject]).toEqual([true, true, true]);
    });
  });

  test("names the class and member that it does not model", async () => {
    officeForNode(new MemoryWorkbook(["一"]));
    const method = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("一").getRange("A1").insert("Down");
        await context.sync();
      }),
    );
    expect(method.code).toBe("ApiNotFound");
    expect(method.message).toContain("Range.Insert");
    const property = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.load("items/showGridlines");
        await context.sync();
      }),
    );
    expect(property.code).toBe("ApiNotFound");
    expect(property.message).toMatch(/Worksheet\.showGridlines/i);
    const object = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("一").charts.load("items/name");
        await context.sync();
      }),
    );
    expect(object.code).toBe("ApiNotFound");
    expect(object.message).toContain("Worksheet.Charts");
  });

  test("refuses a member above the host's requirement set", async () => {
    officeForNode(new MemoryWorkbook(["一"]), { requirementSets: { ExcelApi: "1.12" } });
    const error = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("一").getRange("A1").getMergedAreasOrNullObject();
        await context.sync();
      }),
    );
    expect(error.code).toBe("ApiNotFound");
    expect(error.message).toContain("1.13");
  });

  test("tells where a batch failed, and what was done before stays done", async () => {
    const workbook = new MemoryWorkbook(["一"]);
    officeForNode(workbook);
    const error = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("一").getRange("A1").values = [["先写"]];
        context.workbook.worksheets.getItem("没有").name = "新名";
        context.workbook.worksheets.getItem("一").getRange("A2").values = [["后写"]];
        await context.sync();
      }),
    );
    expect(error.code).toBe("ItemNotFound");
    expect(error.debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
    expect(error.debugInfo.statement).toContain("getItem");
    expect(workbook.sheets()[0]?.read({ row: 0, column: 0, rowCount: 2, columnCount: 1 }).values).toEqual([
      ["先写"],
      [null],
    ]);
  });

  test("refuses every sync while a cell is being edited", async () => {
    const workbook = new MemoryWorkbook(["一"]);
    officeForNode(workbook);
    workbook.setEditing(true);
    const error = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.load("items/name");
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidOperationInCellEditMode");
  });

  test("refuses requests and responses above the limit", async () => {
    const workbook = new MemoryWorkbook(["一"]);
    officeForNode(workbook, { payloadLimit: 2_000 });
    const write = (text: string) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("一").getRange("A1").untrack().values = [[text]];
        await context.sync();
      });
    expect((await errorOf(write("长".repeat(2_000)))).code).toBe("RequestPayloadSizeLimitExceeded");
    expect(workbook.sheets()[0]?.usedArea(true)).toBeNull();
    workbook.sheets()[0]?.write({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, [["长".repeat(2_000)]]);
    const read = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("一").getRange("A1").untrack().load("values");
      await context.sync();
    });
    expect((await errorOf(read)).code).toBe("ResponsePayloadSizeLimitExceeded");
  });
});

describe("Excel's rules", () => {
  test.each([
    ["ragged", [[1, 2], [3]]],
    ["too few rows", [[1, 2]]],
    [
      "too many columns",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
  ])("refuse values of another shape than the range: %s", async (_, values) => {
    officeForNode(new MemoryWorkbook(["一"]));
    const error = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("一").getRange("A1:B2").values = values;
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidArgument");
  });

  test.each([
    ["blank", " "],
    ["too long", "长".repeat(32)],
    ["a slash", "一/二"],
    ["an apostrophe at the end", "一'"],
    ["reserved", "history"],
    ["in use, without regard to case", "SUMMARY"],
  ])("refuse a sheet name: %s", async (_, name) => {
    officeForNode(new MemoryWorkbook(["Summary"]));
    const error = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidArgument");
  });

  test("refuse writing to a protected sheet, and new sheets in a protected workbook", async () => {
    const workbook = new MemoryWorkbook(["一"]);
    officeForNode(workbook);
    workbook.sheets()[0]?.setProtected(true);
    const write = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("一").getRange("A1").values = [[1]];
      await context.sync();
    });
    expect((await errorOf(write)).code).toBe("AccessDenied");
    workbook.setStructureProtected(true);
    const add = Excel.run(async (context) => {
      context.workbook.worksheets.add("二");
      await context.sync();
    });
    expect((await errorOf(add)).code).toBe("AccessDenied");
  });

  test("refuse to delete the last visible sheet or one that is very hidden", async () => {
    const workbook = new MemoryWorkbook(["一", "二"]);
    officeForNode(workbook);
    workbook.sheets()[1]?.setVisibility("veryHidden");
    for (const name of ["一", "二"]) {
      const removal = Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).delete();
        await context.sync();
      });
      expect((await errorOf(removal)).code).toBe("InvalidOperation");
    }
  });

  test.each<[string, unknown, string, unknown]>([
    ["a number in a text", "92.50", "General", 92.5],
    ["thousands", "1,234.5", "General", 1234.5],
    ["a percentage", "50%", "General", 0.5],
    ["a number in a text cell", "0017", "@", "0017"],
    ["a text behind an apostrophe", "'=1+1", "General", "=1+1"],
    ["a boolean", "TRUE", "General", true],
    ["an error", "#N/A", "General", { error: "#N/A" }],
    ["1 January 2015, serial number 42005", "2015-1-1", "General", 42005],
    ["plain text", "海城市政府", "General", "海城市政府"],
    ["text with a number in it", "2015年度", "General", "2015年度"],
    ["nothing", "", "General", null],
  ])("turn what is written into values: %s", async (_, written, format, expected) => {
    const workbook = new MemoryWorkbook(["一"]);
    officeForNode(workbook);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("一").getRange("A1").untrack();
      range.numberFormat = [[format]];
      range.values = [[written]];
      await context.sync();
    });
    expect(workbook.sheets()[0]?.read({ row: 0, column: 0, rowCount: 1, columnCount: 1 }).values).toEqual([
      [expected],
    ]);
  });

  test.each([["=1+1"], ["+A1"], ["-A1"], ["@A1"]])("take %s for a formula", async (text) => {
    const workbook = new MemoryWorkbook(["一"]);
    officeForNode(workbook);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("一").getRange("A1").untrack().values = [[text]];
      await context.sync();
    });
    const [[formula] = []] =
      workbook.sheets()[0]?.read({ row: 0, column: 0, rowCount: 1, columnCount: 1 }).formulas ?? [];
    expect(formula).toMatch(/^=/);
  });
});

describe("events", () => {
  test("tell a handler of a change on its sheet, after the batch", async () => {
    officeForNode(new MemoryWorkbook(["一", "二"]));
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("一");
      sheet.onChanged.add((event) => {
        seen.push(`changed ${event.address}`);
        return Promise.resolve();
      });
      context.workbook.worksheets.onActivated.add((event) => {
        seen.push(`activated ${event.worksheetId}`);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange("B2:B3").values = [[1], [2]];
      context.workbook.worksheets.getItem("二").getRange("A1").values = [[3]];
      context.workbook.worksheets.getItem("二").activate();
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual(["changed B2:B3", "activated {SHEET-2}"]);
  });

  test("stop when the handler is taken away", async () => {
    const workbook = new MemoryWorkbook(["一"]);
    officeForNode(workbook);
    const seen: string[] = [];
    const registration = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getItem("一").onSelectionChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      return added;
    });
    workbook.select(workbook.activeSheetId(), { row: 4, column: 0, rowCount: 1, columnCount: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
    workbook.select(workbook.activeSheetId(), { row: 8, column: 0, rowCount: 1, columnCount: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual(["A5"]);
  });
});

describe("custom functions", () => {
  test("are called with scalars and ranges, and give scalars, arrays and errors", async () => {
    const host = officeForNode(new MemoryWorkbook(["一"]));
    CustomFunctions.associate({
      DOUBLE: (value: number) => value * 2,
      SUMS: (rows: number[][]) => rows.map((row) => [row.reduce((sum, value) => sum + value, 0)]),
      REFUSE: () => {
        // The client's types do not say that its error class is one.
        throw new CustomFunctions.Error(
          CustomFunctions.ErrorCode.invalidValue,
          "权重之和不是 1",
        ) as unknown as Error;
      },
      IS_BROKEN: (value: unknown, [row]: unknown[][]) => [
        [value, ...(row ?? [])].map((one) => one instanceof CustomFunctions.Error),
      ],
      MIXED: () => [[1, new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable)]],
    });
    const [double, sums, refuse, mixed, broken] = await Promise.all([
      host.callFunction("DOUBLE", [21], "一!A1"),
      host.callFunction(
        "SUMS",
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
        "一!B1",
      ),
      host.callFunction("REFUSE", [], "一!C1"),
      host.callFunction("MIXED", [], "一!D1"),
      host.callFunction("IS_BROKEN", [{ error: "#REF!" }, [[1, { error: "#N/A" }]]], "一!F1"),
    ]);
    expect(double).toBe(42);
    expect(sums).toEqual([[3], [7]]);
    expect(refuse).toEqual({ error: "#VALUE!", message: "权重之和不是 1" });
    expect(mixed).toEqual([[1, { error: "#N/A" }]]);
    expect(broken).toEqual([[true, false, true]]);
    expect(host.counts.syncs).toBe(0);
  });
});
