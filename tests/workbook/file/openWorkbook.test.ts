import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre";
import { MAXIMUM_UNPACKED_BYTES } from "../../../src/workbook/file/archive";
import { refusal, sheetAt, snapshotOf } from "./opened";
import { HEAD, LINKS, MAIN, stylesWith, workbookBytes, workbookParts } from "./workbookText";

/** An OLE2 file with one directory entry of this name, as old .xls and encrypted files begin. */
function ole2With(name: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const entry = 1024 + 128;
  for (let index = 0; index < name.length; index++) bytes[entry + 2 * index] = name.charCodeAt(index);
  bytes[entry + 64] = 2 * (name.length + 1);
  return bytes;
}

/** Sets the unpacked size that a zip file's central directory declares for an entry. */
function withDeclaredSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const forged = bytes.slice();
  const view = new DataView(forged.buffer);
  const wanted = strToU8(name);
  for (let offset = 0; offset + 46 < forged.length; offset++) {
    if (view.getUint32(offset, true) !== 0x02014b50) continue;
    const found = forged.subarray(offset + 46, offset + 46 + view.getUint16(offset + 28, true));
    if (found.length === wanted.length && found.every((byte, index) => byte === wanted[index])) {
      view.setUint32(offset + 24, size, true);
      return forged;
    }
  }
  throw new Error(`no entry ${name}`);
}

const oneCell = workbookBytes({ sheets: [{ name: "甲", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });

describe("a file that is no workbook is refused in one clear line", () => {
  const cases: readonly [string, Uint8Array, string][] = [
    ["an empty file", new Uint8Array(), "empty-file"],
    ["a text", strToU8("单位,得分\n海城,91"), "not-a-workbook"],
    ["an old .xls", ole2With("Workbook"), "old-format"],
    ["an older .xls", ole2With("Book"), "old-format"],
    ["an old Word file", ole2With("WordDocument"), "not-a-workbook"],
    ["an encrypted file", ole2With("EncryptedPackage"), "encrypted"],
    ["a zip file of something else", zipSync({ "a.txt": strToU8("a") }), "not-a-workbook"],
    ["a workbook cut off in the middle", oneCell.subarray(0, oneCell.length >> 1), "damaged"],
    ["a workbook cut off at its last byte", oneCell.subarray(0, oneCell.length - 1), "damaged"],
  ];
  test.each(cases)("%s", async (_, bytes, code) => {
    expect(await refusal(bytes)).toEqual({ code, detail: "成绩.xlsx" });
  });

  test("a workbook with a password to open it", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "甲", rows: [[1]] }],
      encryption: { password: "secret", spinCount: 1000 },
    });
    expect(await refusal(bytes)).toEqual({ code: "encrypted", detail: "成绩.xlsx" });
  });

  test("a Word document", async () => {
    const bytes = workbookBytes({
      sheets: [],
      parts: { "xl/workbook.xml": `${HEAD}<w:document xmlns:w="urn:w"><w:body/></w:document>` },
    });
    expect((await refusal(bytes))?.code).toBe("not-a-workbook");
  });

  test("a binary workbook", async () => {
    const parts = workbookParts({ sheets: [] });
    const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.bin"/></Relationships>`;
    const bytes = zipSync({ ...parts, "_rels/.rels": strToU8(links), "xl/workbook.bin": strToU8("binary") });
    expect((await refusal(bytes))?.code).toBe("unsupported-workbook");
  });
});

describe("a damaged part is named", () => {
  test("a sheet that is not well-formed", async () => {
    const bytes = workbookBytes({ sheets: [{ name: "甲", rows: '<row r="1"><c r="A1"><v>1</c></row>' }] });
    expect(await refusal(bytes)).toEqual({
      code: "damaged",
      detail: "成绩.xlsx (xl/worksheets/sheet1.xml)",
    });
  });

  test("a sheet whose part is missing", async () => {
    const parts = Object.entries(workbookParts({ sheets: [{ name: "甲" }] })).filter(
      ([name]) => name !== "xl/worksheets/sheet1.xml",
    );
    expect(await refusal(zipSync(Object.fromEntries(parts)))).toEqual({
      code: "damaged",
      detail: "成绩.xlsx (xl/worksheets/sheet1.xml)",
    });
  });

  test("a cell whose shared text is missing, with its address", async () => {
    const bytes = workbookBytes({
      sheets: [{ name: "甲", rows: '<row r="2"><c r="B2" t="s"><v>5</v></c></row>' }],
      sharedStrings: "<si><t>only one</t></si>",
    });
    expect(await refusal(bytes)).toEqual({
      code: "damaged",
      detail: "成绩.xlsx (xl/worksheets/sheet1.xml B2)",
    });
  });

  test("a cell below the last row of any sheet", async () => {
    const bytes = workbookBytes({
      sheets: [{ name: "甲", rows: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' }],
    });
    expect((await refusal(bytes))?.code).toBe("damaged");
  });
});

describe("a zip bomb", () => {
  const part = "xl/worksheets/sheet1.xml";

  test("that declares its size is refused before anything is unpacked", async () => {
    const bomb = withDeclaredSize(oneCell, part, MAXIMUM_UNPACKED_BYTES + 1);
    expect((await refusal(bomb))?.code).toBe("too-large");
  });

  test("whose parts are too large only together is refused", async () => {
    const half = MAXIMUM_UNPACKED_BYTES / 2 + 1;
    const bomb = withDeclaredSize(withDeclaredSize(oneCell, part, half), "xl/workbook.xml", half);
    expect((await refusal(bomb))?.code).toBe("too-large");
  });

  test("that declares less than it holds is refused once the declared size is passed", async () => {
    const rows = " ".repeat(20_000_000);
    const bomb = withDeclaredSize(workbookBytes({ sheets: [{ name: "甲", rows }] }), part, 1000);
    expect(await refusal(bomb)).toEqual({ code: "damaged", detail: `成绩.xlsx (${part})` });
  });
});

describe("far cells", () => {
  const near = '<row r="1"><c r="A1"><v>1</v></c></row>';

  test("one in the last row and column is refused with its sheet and address", async () => {
    const rows = `${near}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`;
    expect(await refusal(workbookBytes({ sheets: [{ name: "一月", rows }] }))).toEqual({
      code: "too-large",
      detail: "成绩.xlsx ('一月'!XFD1048576)",
    });
  });

  test("20,000 in the last column are refused with the first of them", async () => {
    let rows = "";
    for (let row = 1; row <= 20_000; row++) {
      rows += `<row r="${String(row)}"><c r="A${String(row)}"><v>1</v></c><c r="XFD${String(row)}"><v>2</v></c></row>`;
    }
    expect(await refusal(workbookBytes({ sheets: [{ name: "一月", rows }] }))).toEqual({
      code: "too-large",
      detail: "成绩.xlsx ('一月'!XFD1)",
    });
  });

  test("sheets that span too much only together are refused", async () => {
    const rows = `${near}<row r="700000"><c r="P700000"><v>2</v></c></row>`;
    const bytes = workbookBytes({
      sheets: [
        { name: "一月", rows },
        { name: "二月", rows },
      ],
    });
    expect(await refusal(bytes)).toEqual({ code: "too-large", detail: "成绩.xlsx ('二月'!P700000)" });
  });

  test("one long formula shared by very many cells is refused where it passes the limit", async () => {
    const formula = `A1&amp;"${"长".repeat(8000)}"`;
    let rows = `<row r="1"><c r="B1"><f t="shared" ref="B1:B20000" si="0">${formula}</f><v>1</v></c></row>`;
    for (let row = 2; row <= 20_000; row++) {
      rows += `<row r="${String(row)}"><c r="B${String(row)}"><f t="shared" si="0"/><v>1</v></c></row>`;
    }
    const problem = await refusal(workbookBytes({ sheets: [{ name: "一月", rows }] }));
    expect(problem?.code).toBe("too-large");
    expect(problem?.detail).toMatch(/'一月'!B\d+/);
  });

  test("one alone in the last row and column is read where it stands", async () => {
    const rows = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const { area, values } = sheetAt(await snapshotOf(workbookBytes({ sheets: [{ name: "甲", rows }] })), 0);
    expect(area).toEqual({ row: 1_048_575, column: 16_383, rowCount: 1, columnCount: 1 });
    expect(values).toEqual([[2]]);
  });

  test("one that is only coloured does not count, nor does a declared range of the whole sheet", async () => {
    const xml =
      '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9" style="1"/></cols>' +
      `<sheetData>${near}<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>`;
    const sheet = sheetAt(
      await snapshotOf(workbookBytes({ sheets: [{ name: "甲", xml }], styles: stylesWith("0.00") })),
      0,
    );
    expect(sheet.area).toEqual({ row: 0, column: 0, rowCount: 1, columnCount: 1 });
    expect(sheet.numberFormats.size).toBe(0);
  });
});

describe("unusual workbooks are opened", () => {
  test("300 sheets", async () => {
    const sheets = Array.from({ length: 300 }, (_, index) => ({
      name: `第${String(index + 1)}组`,
      rows: `<row r="1"><c r="A1"><v>${String(index)}</v></c></row>`,
    }));
    const snapshot = await snapshotOf(workbookBytes({ sheets }));
    expect(snapshot.sheets.map((sheet) => sheet.values[0]?.[0])).toEqual(sheets.map((_, index) => index));
  });

  test("strict OOXML", async () => {
    const rows = '<row r="1"><c r="A1" t="d"><v>2015-03-31</v></c></row>';
    const snapshot = await snapshotOf(workbookBytes({ strict: true, sheets: [{ name: "甲", rows }] }));
    expect(sheetAt(snapshot, 0).values).toEqual([[42094]]);
  });

  test("every element with a prefix", async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>海城</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = workbookBytes({ sheets: [{ name: "甲" }], parts: { "xl/worksheets/sheet1.xml": xml } });
    expect(sheetAt(await snapshotOf(bytes), 0).values).toEqual([["海城"]]);
  });

  test("1904 dates", async () => {
    const before = '<workbookPr date1904="1"/>';
    const rows = '<row r="1"><c r="A1" s="1"><v>40632</v></c></row>';
    const bytes = workbookBytes({ before, sheets: [{ name: "甲", rows }], styles: stylesWith("yyyy-mm-dd") });
    const snapshot = await snapshotOf(bytes);
    expect(snapshot.dateSystem).toBe("1904");
    expect(sheetAt(snapshot, 0).values).toEqual([[40632]]);
  });

  test("a chart sheet among the sheets", async () => {
    const bytes = workbookBytes({
      sheets: [{ name: "甲", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
      links: `<Relationship Id="rIdChart" Type="${LINKS}/chartsheet" Target="chartsheets/sheet1.xml"/>`,
      parts: {
        "xl/chartsheets/sheet1.xml": `<chartsheet xmlns="${MAIN}"/>`,
        "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="图" sheetId="2" r:id="rIdChart"/><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
    });
    expect((await snapshotOf(bytes)).sheets.map((sheet) => sheet.name)).toEqual(["甲"]);
  });
});
