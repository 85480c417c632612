import { describe, expect, test } from "@jest/globals";
import { unzipSync, strFromU8, zipSync } from "fflate";
import { readXlsx, type Sheet, type Workbook } from "hucre";
import type { SheetPlan } from "../../../src/core/workbook/plan";
import { formulaAt } from "../../../src/core/workbook/snapshot";
import { opened, planOf, plannedSheet, snapshotOf, valueOf } from "./opened";
import { goldenParts } from "./goldenWorkbook";
import { workbookBytes } from "./workbookText";

/** A plan's sheets, written into the golden workbook, saved, and read by a library that is not ours to test. */
async function written(
  ...sheets: SheetPlan[]
): Promise<{ bytes: Uint8Array; workbook: Workbook; sheet: Sheet }> {
  const file = await opened(zipSync(goldenParts()));
  valueOf(await file.write(planOf({ sheets })));
  const bytes = await file.save();
  const workbook = await readXlsx(bytes, { readStyles: true });
  const sheet = workbook.sheets.at(-1);
  if (!sheet) throw new Error("nothing was written");
  return { bytes, workbook, sheet };
}

const mark = { kind: "ranking", key: "2015-annual" };

describe("a sheet of ours in a file", () => {
  test("texts are texts, whatever they begin with and whatever is in them", async () => {
    const texts = [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      " 前后 ",
      "a\nb",
      "a\r\nb",
      "_x000D_",
      "<&\">'",
      "\u0001",
      "__proto__",
      "𠮷",
    ];
    const { bytes, sheet } = await written(plannedSheet({ cells: [texts] }));
    expect((await snapshotOf(bytes)).sheets.at(-1)?.values).toEqual([texts]);
    expect(sheet.cells?.get("0,0")).toMatchObject({ style: { numFmt: "@" } });
    expect([...(sheet.cells?.values() ?? [])].some((cell) => cell.formula !== undefined)).toBe(false);
  });

  test("formulas carry the values that they give", async () => {
    const cells = [
      [
        { formula: "=PERF.TOTAL(92.5,88,90,85.25)", value: 91.54 },
        { formula: '="第"&1', value: "第1" },
        { formula: "=TRUE()", value: true },
        { formula: "=1/0", value: { error: "#DIV/0!" } },
        { formula: '=XLOOKUP("PERF.TOTAL(",A1:A2,B1:B2)', value: 0 },
      ],
    ];
    const { bytes } = await written(plannedSheet({ cells }));
    const snapshot = (await snapshotOf(bytes)).sheets.at(-1);
    expect(snapshot?.values).toEqual([[91.54, "第1", true, { error: "#DIV/0!" }, 0]]);
    expect([...(snapshot?.formulas.values() ?? [])]).toEqual(cells[0]?.map((cell) => cell.formula));
    const stored = strFromU8(unzipSync(bytes)["xl/worksheets/perf1.xml"] ?? new Uint8Array());
    expect(stored).toContain("<f>_xldudf_PERF_TOTAL(92.5,88,90,85.25)</f><v>91.54</v>");
    expect(stored).toContain('<f>_xlfn.XLOOKUP("PERF.TOTAL(",A1:A2,B1:B2)</f>');
  });

  test("looks as planned; a later style wins field by field, and only in the fields that it names", async () => {
    const { sheet } = await written(
      plannedSheet({
        styles: [
          {
            area: { row: 0, column: 0, rowCount: 2, columnCount: 2 },
            style: {
              fontName: "仿宋",
              fontSize: 16,
              borders: "thin",
              horizontal: "center",
              numberFormat: "0.00",
            },
          },
          {
            area: { row: 0, column: 0, rowCount: 2, columnCount: 1 },
            style: {
              bold: true,
              fontColor: "#C00000",
              fill: "#FFEEDD",
              wrap: true,
              vertical: "center",
              indent: 1,
            },
          },
          {
            area: { row: 0, column: 0, rowCount: 2, columnCount: 2 },
            style: { bottomLine: { weight: "thick", color: "#FF0000" } },
          },
        ],
      }),
    );
    const thin = { style: "thin", color: { rgb: "000000" } };
    expect(sheet.cells?.get("1,0")?.style).toMatchObject({
      font: { name: "仿宋", size: 16, bold: true, color: { rgb: "C00000" } },
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFEEDD" } },
      border: { left: thin, right: thin, top: thin, bottom: { style: "thick", color: { rgb: "FF0000" } } },
      alignment: { horizontal: "center", vertical: "center", wrapText: true, indent: 1 },
      numFmt: "0.00",
    });
    expect(sheet.cells?.get("0,0")?.style?.border?.bottom).toEqual(thin);
    expect(sheet.cells?.get("1,1")?.style?.font?.bold).toBeFalsy();
    expect(sheet.cells?.get("1,1")?.style?.fill).toBeUndefined();
  });

  test("a style that names no font takes the workbook's own", async () => {
    const area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
    const { sheet } = await written(plannedSheet({ styles: [{ area, style: { bold: true } }] }));
    expect(sheet.cells?.get("0,0")?.style?.font).toMatchObject({ name: "宋体", size: 12, bold: true });
  });

  test("prints as planned", async () => {
    const { sheet } = await written(
      plannedSheet({
        cells: Array.from({ length: 12 }, (_, row) => [row, row]),
        page: {
          paper: "a4",
          orientation: "landscape",
          margins: { top: 25.4, bottom: 12.7, left: 50.8, right: 25.4, header: 12.7, footer: 12.7 },
          fitWidth: true,
          repeatRows: [1, 2],
          printArea: { row: 0, column: 0, rowCount: 12, columnCount: 2 },
          header: "&L送审稿",
          footer: "&C— &P —",
          centerHorizontally: true,
          breaksBefore: [5],
        },
      }),
    );
    expect(sheet.pageSetup).toMatchObject({
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 1, bottom: 0.5, left: 2, right: 1, header: 0.5, footer: 0.5 },
      printArea: "$A$1:$B$12",
      printTitlesRow: "$2:$3",
    });
    expect(sheet.headerFooter).toMatchObject({ oddHeader: "&L送审稿", oddFooter: "&C— &P —" });
    // The library counts the row above the break.
    expect(sheet.rowBreaks).toEqual([4]);
  });

  test("merges, widths, heights, frozen rows, links and visibility", async () => {
    const { sheet } = await written(
      plannedSheet({
        visibility: "veryHidden",
        merges: [{ row: 0, column: 0, rowCount: 1, columnCount: 2 }],
        columnWidths: [8, 24],
        rowHeights: new Map([
          [0, 30],
          [9, 42],
        ]),
        frozenRows: 1,
        links: [{ cell: { row: 1, column: 1 }, target: { sheet: "甲's", row: 6, column: 8 }, tip: "到原表" }],
      }),
    );
    expect(sheet.veryHidden).toBe(true);
    expect(sheet.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }]);
    // A width of 8 characters is stored with the cell's margins, 5 pixels of 7 to a character.
    expect(sheet.columns?.map((column) => column.width)).toEqual([8.7109375, 24.7109375]);
    expect(sheet.rowDefs?.get(0)?.height).toBe(30);
    expect(sheet.rowDefs?.get(9)?.height).toBe(42);
    expect(sheet.freezePane).toEqual({ rows: 1 });
    expect(sheet.cells?.get("1,1")?.hyperlink).toMatchObject({ location: "'甲''s'!I7", tooltip: "到原表" });
  });

  test("a clerk's sheet of the same name keeps it", async () => {
    const file = await opened(zipSync(goldenParts()));
    expect(valueOf(await file.write(planOf({ sheets: [plannedSheet()] })))).toEqual([
      { name: "排名 (2)", mark },
    ]);
    expect(valueOf(await file.write(planOf({ sheets: [plannedSheet()] })))).toEqual([
      { name: "排名 (2)", mark },
    ]);
    const snapshot = await snapshotOf(await file.save());
    expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.mark])).toEqual([
      ["汇总", null],
      ["排名", null],
      ["说明", null],
      ["排名 (2)", mark],
    ]);
  });

  test("our old sheet is replaced where it stands, and its names with it", async () => {
    const file = await opened(zipSync(goldenParts()));
    const first = plannedSheet({ name: "甲" });
    const page = { ...first.page, printArea: { row: 0, column: 0, rowCount: 1, columnCount: 1 } };
    valueOf(
      await file.write(
        planOf({ sheets: [first, plannedSheet({ name: "乙", mark: { kind: "findings", key: "" }, page })] }),
      ),
    );
    valueOf(await file.write(planOf({ sheets: [plannedSheet({ name: "甲", cells: [["新"]], page })] })));
    const workbook = await readXlsx(await file.save());
    expect(
      workbook.sheets.map((sheet) => [sheet.name, sheet.rows[0]?.[0], sheet.pageSetup?.printArea]),
    ).toEqual([
      ["汇总", "这是办公室自己的表", undefined],
      ["排名", "这是办公室自己的表", undefined],
      ["说明", "填表说明", undefined],
      ["甲", "新", "$A$1"],
      ["乙", "名次", "$A$1"],
    ]);
  });

  test("our old sheet keeps its name where a formula of the clerk's refers to it", async () => {
    const rows = '<row r="1"><c r="A1"><f>旧名!B2</f><v>1</v></c></row>';
    const after =
      '<definedNames><definedName name="PERF_SHEET" localSheetId="1">"ranking|2015-annual|旧名"</definedName></definedNames>';
    const file = await opened(workbookBytes({ sheets: [{ name: "汇总", rows }, { name: "旧名" }], after }));
    expect(valueOf(await file.write(planOf({ sheets: [plannedSheet({ name: "新名" })] })))).toEqual([
      { name: "旧名", mark },
    ]);
    expect((await snapshotOf(await file.save())).sheets.map((sheet) => [sheet.name, sheet.mark])).toEqual([
      ["汇总", null],
      ["旧名", mark],
    ]);
  });

  test("a workbook without styles, and a strict one, take it too", async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    for (const strict of [false, true]) {
      const file = await opened(workbookBytes({ strict, sheets: [{ name: "甲", rows }] }));
      const area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
      valueOf(
        await file.write(
          planOf({ sheets: [plannedSheet({ styles: [{ area, style: { numberFormat: "0.0" } }] })] }),
        ),
      );
      const bytes = await file.save();
      const sheet = (await snapshotOf(bytes)).sheets[1];
      expect(sheet?.mark).toEqual(mark);
      expect(sheet && formulaAt(sheet, { row: 0, column: 0 })).toBeNull();
      expect(sheet?.numberFormats.get(0)).toBe("0.0");
      const part = strFromU8(unzipSync(bytes)["xl/worksheets/perf1.xml"] ?? new Uint8Array());
      expect(part.includes("purl.oclc.org")).toBe(strict);
    }
  });
});

describe("nothing is written", () => {
  test("when the workbook's structure is protected", async () => {
    const bytes = workbookBytes({
      before: '<workbookProtection lockStructure="1"/>',
      sheets: [{ name: "甲" }],
    });
    const file = await opened(bytes);
    expect(await file.write(planOf({ sheets: [plannedSheet()] }))).toMatchObject({
      ok: false,
      problem: { code: "structure-protected" },
    });
    expect(valueOf(await file.read()).sheets).toHaveLength(1);
  });

  test("when the work is cancelled on the way", async () => {
    const file = await opened(zipSync(goldenParts()));
    const before = await file.save();
    const stop = new AbortController();
    const outcome = await file.write(planOf({ sheets: [plannedSheet()] }), {
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: "cancelled" } });
    expect(await file.save()).toEqual(before);
  });

  test("when a repair is for a sheet that is gone or protected", async () => {
    const file = await opened(
      workbookBytes({ sheets: [{ name: "甲", xml: '<sheetData/><sheetProtection sheet="1"/>' }] }),
    );
    const edit = { expected: null, value: 1 };
    expect(
      await file.write(planOf({ edits: [{ ...edit, cell: { sheet: "乙", row: 0, column: 0 } }] })),
    ).toEqual({
      ok: false,
      problem: { code: "no-such-sheet", detail: "乙" },
    });
    expect(
      await file.write(planOf({ edits: [{ ...edit, cell: { sheet: "甲", row: 0, column: 0 } }] })),
    ).toEqual({
      ok: false,
      problem: { code: "sheet-protected", detail: "甲" },
    });
  });
});
