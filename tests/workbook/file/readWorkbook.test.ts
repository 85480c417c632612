import { describe, expect, test } from "@jest/globals";
import { writeXlsx } from "hucre";
import { cellKey } from "../../../src/core/workbook/address";
import { formulaAt, numberFormatAt } from "../../../src/core/workbook/snapshot";
import { sheetAt, snapshotOf } from "./opened";
import { LINKS, MAIN, stylesWith, workbookBytes } from "./workbookText";

async function sheetOf(rows: string, sharedStrings?: string) {
  const bytes = workbookBytes({
    sheets: [{ name: "甲", rows }],
    ...(sharedStrings === undefined ? {} : { sharedStrings }),
    styles: stylesWith("0.00", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"),
  });
  return sheetAt(await snapshotOf(bytes), 0);
}

describe("values", () => {
  test("numbers, texts, booleans and errors keep their kind", async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1"><v>92.5</v></c><c r="B1" t="inlineStr"><is><t>92.5</t></is></c>' +
        '<c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#DIV/0!</v></c><c r="E1" t="s"><v>0</v></c>' +
        '<c r="F1" t="n"><v>1.5E-3</v></c><c r="G1"/><c r="H1" t="inlineStr"><is><t></t></is></c></row>',
      '<si><t xml:space="preserve"> 海城 </t></si>',
    );
    expect(sheet.values).toEqual([[92.5, "92.5", false, { error: "#DIV/0!" }, " 海城 ", 0.0015, null, ""]]);
  });

  test("a rich text is its plain text, without the guide to its reading", async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '<si><r><rPr><b/></rPr><t>海</t></r><r><t>城</t></r><rPh sb="0" eb="1"><t>hǎi</t></rPh></si>',
    );
    expect(sheet.values).toEqual([["海城"]]);
  });

  test("escaped characters and names that mean something to JavaScript are plain text", async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
      "<si><t>a_x000D_b</t></si><si><t>_x005F_x0041_</t></si><si><t>__proto__</t></si>",
    );
    expect(sheet.values).toEqual([["a\rb", "_x0041_", "__proto__"]]);
  });

  test("what claims to be a number and is none stays visible as text", async () => {
    const sheet = await sheetOf('<row r="1"><c r="A1"><v>1.#IND</v></c></row>');
    expect(sheet.values).toEqual([["1.#IND"]]);
  });

  test("dates are serial numbers with their format", async () => {
    const sheet = await sheetOf('<row r="1"><c r="A1" s="2"><v>42140.123456789</v></c></row>');
    expect(sheet.values).toEqual([[42140.123456789]]);
    expect(numberFormatAt(sheet, { row: 0, column: 0 })).toBe('yyyy"年"m"月"d"日"');
  });

  test("cells and rows without addresses follow one another", async () => {
    const sheet = await sheetOf("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
    expect(sheet.values).toEqual([
      [1, 2],
      [3, null],
    ]);
  });

  test("the area begins at the first cell that holds something", async () => {
    const sheet = await sheetOf('<row r="3"><c r="A3" s="1"/><c r="C3"><v>7</v></c></row>');
    expect(sheet.area).toEqual({ row: 2, column: 2, rowCount: 1, columnCount: 1 });
  });
});

describe("formulas", () => {
  test("come with the value that they last gave, of whatever kind", async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>' +
        '<c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="e"><f>NA()</f><v>#N/A</v></c>' +
        '<c r="E1"><f>A1</f></c></row>',
    );
    expect(sheet.values).toEqual([[2, "a", true, { error: "#N/A" }, null]]);
    expect([...sheet.formulas.values()]).toEqual(["=1+1", '="a"', "=TRUE()", "=NA()", "=A1"]);
  });

  test("that are shared are given for each cell, shifted", async () => {
    const sheet = await sheetOf(
      '<row r="2"><c r="C2"><f t="shared" ref="C2:D3" si="0">A2*$B$1+SUM(A$1:A2)&amp;"A2"</f><v>1</v></c>' +
        '<c r="D2"><f t="shared" si="0"/><v>2</v></c></row>' +
        '<row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c></row>',
    );
    expect(formulaAt(sheet, { row: 1, column: 3 })).toBe('=B2*$B$1+SUM(B$1:B2)&"A2"');
    expect(formulaAt(sheet, { row: 2, column: 2 })).toBe('=A3*$B$1+SUM(A$1:A3)&"A2"');
  });

  test("are shown as the clerk typed them", async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1"><f>_xldudf_PERF_TOTAL(92.5,88,90,85.25)</f><v>91.54</v></c>' +
        '<c r="B1"><f>_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))</f><v>1</v></c></row>',
    );
    expect(formulaAt(sheet, { row: 0, column: 0 })).toBe("=PERF.TOTAL(92.5,88,90,85.25)");
    expect(formulaAt(sheet, { row: 0, column: 1 })).toBe("=SORT(UNIQUE(A1:A9))");
  });
});

describe("sheets", () => {
  test("merges, hidden rows and columns, protection and filters", async () => {
    const xml =
      '<sheetPr filterMode="1"/><cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>' +
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData>' +
      '<sheetProtection sheet="1" algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="1"/>' +
      '<autoFilter ref="A1:A2"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>' +
      '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>';
    const sheet = sheetAt(await snapshotOf(workbookBytes({ sheets: [{ name: "甲", xml }] })), 0);
    expect(sheet.merges).toEqual([{ row: 0, column: 0, rowCount: 2, columnCount: 2 }]);
    expect([...sheet.hiddenRows]).toEqual([1]);
    expect([...sheet.hiddenColumns]).toEqual([1, 2]);
    expect(sheet.protected).toBe(true);
    expect(sheet.filtered).toBe(true);
    expect(sheet.values).toEqual([[1], [2]]);
  });

  test("a filter button alone hides nothing", async () => {
    const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><autoFilter ref="A1:A2"/>';
    expect(sheetAt(await snapshotOf(workbookBytes({ sheets: [{ name: "甲", xml }] })), 0).filtered).toBe(
      false,
    );
  });

  test("names with quotes, visibility, protected structure", async () => {
    const snapshot = await snapshotOf(
      workbookBytes({
        before: '<workbookProtection lockStructure="1"/>',
        sheets: [
          { name: "甲&apos;s &quot;表&quot;" },
          { name: "乙", state: "hidden" },
          { name: "丙", state: "veryHidden" },
        ],
      }),
    );
    expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['甲\'s "表"', "visible"],
      ["乙", "hidden"],
      ["丙", "veryHidden"],
    ]);
    expect(snapshot.structureProtected).toBe(true);
    expect(snapshot.sheets.every((sheet) => sheet.area.rowCount === 0)).toBe(true);
  });

  test("tables that the workbook declares", async () => {
    const bytes = workbookBytes({
      sheets: [{ name: "甲", rows: '<row r="2"><c r="B2"><v>1</v></c></row>' }],
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/table" Target="../tables/table1.xml"/></Relationships>`,
        "xl/tables/table1.xml": `<table xmlns="${MAIN}" id="1" name="t" displayName="得分表" ref="B2:C9"/>`,
      },
    });
    expect(sheetAt(await snapshotOf(bytes), 0).tables).toEqual([
      { name: "得分表", area: { row: 1, column: 1, rowCount: 8, columnCount: 2 } },
    ]);
  });

  test("our mark counts on the sheet that it was made for, and not on one that was renamed since", async () => {
    const after =
      '<definedNames><definedName name="PERF_SHEET" localSheetId="0" hidden="1">"ranking|2015-h1|排名"</definedName>' +
      '<definedName name="PERF_SHEET" localSheetId="1" hidden="1">"ranking|2015-q3|排名"</definedName></definedNames>';
    const snapshot = await snapshotOf(
      workbookBytes({ sheets: [{ name: "排名" }, { name: "旧排名" }], after }),
    );
    expect(snapshot.sheets.map((sheet) => sheet.mark)).toEqual([{ kind: "ranking", key: "2015-h1" }, null]);
  });
});

test("a workbook that another program wrote is read as it was given", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "汇总",
        rows: [
          ["单位", "得分", "日期"],
          ["海城市政府", 92.55, new Date(Date.UTC(2015, 2, 31))],
          [null, null, null],
          ["台安县政府", 88, null],
        ],
        cells: new Map([
          ["1,2", { style: { numFmt: "yyyy-mm-dd" } }],
          ["3,1", { value: 88, style: { numFmt: "0.00" } }],
        ]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
      },
    ],
  });
  const sheet = sheetAt(await snapshotOf(bytes), 0);
  expect(sheet.values).toEqual([
    ["单位", "得分", "日期"],
    ["海城市政府", 92.55, 42094],
    [null, null, null],
    ["台安县政府", 88, null],
  ]);
  expect(sheet.numberFormats.get(cellKey(3, 1))).toBe("0.00");
  expect(sheet.numberFormats.get(cellKey(1, 2))).toBe("yyyy-mm-dd");
});
