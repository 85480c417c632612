import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { formulaAt } from "../../../src/core/workbook/snapshot";
import { newWorkbook } from "../../../src/workbook/file/newWorkbook";
import { goldenParts } from "./goldenWorkbook";
import { opened, plannedSheet, sheetAt, snapshotOf, valueOf } from "./opened";

const ranks = {
  formula: "=PERF.RANK(A1:A3)",
  value: 2,
  spill: { rowCount: 3, columnCount: 1 },
};

function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** The golden workbook with a metadata part of its own, linked and declared. */
function withMetadata(metadata: string): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...goldenParts() };
  const edit = (name: string, before: string, after: string) => {
    const text = strFromU8(parts[name] ?? new Uint8Array());
    parts[name] = strToU8(text.replace(before, after + before));
  };
  parts["xl/metadata.xml"] = strToU8(metadata);
  const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata";
  edit(
    "xl/_rels/workbook.xml.rels",
    "</Relationships>",
    `<Relationship Id="rIdOwn" Type="${kind}" Target="metadata.xml"/>`,
  );
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
  edit("[Content_Types].xml", "</Types>", `<Override PartName="/xl/metadata.xml" ContentType="${type}"/>`);
  return zipSync(parts);
}

async function withRanks(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await opened(bytes);
  await workbook.putCells("汇总", [
    { row: 9, column: 0, value: ranks },
    { row: 10, column: 0, value: 1 },
    { row: 11, column: 0, value: 3 },
  ]);
  return workbook.save();
}

describe("formulas that spill, in a file", () => {
  test("are stored as Excel stores them: an array formula that may spill, all results beside it", async () => {
    const cells = [[ranks], [1], [3]];
    const workbook = valueOf(await newWorkbook([{ ...plannedSheet({ cells }), mark: null }], "新.xlsx"));
    const bytes = await workbook.save();
    const sheet = partOf(bytes, "xl/worksheets/perf1.xml");
    expect(sheet).toContain('cm="1"><f t="array" ref="A1:A3">_xldudf_PERF_RANK(A1:A3)</f><v>2</v>');
    expect(partOf(bytes, "xl/metadata.xml")).toContain('name="XLDAPR"');
    expect(partOf(bytes, "xl/_rels/workbook.xml.rels")).toContain("/sheetMetadata");
    expect(partOf(bytes, "[Content_Types].xml")).toContain('PartName="/xl/metadata.xml"');
  });

  test("that something blocks keep to their cell, with an error that files know", async () => {
    const blocked = {
      formula: "=PERF.RANK(A1:A3)",
      value: { error: "#SPILL!" },
      spill: { rowCount: 1, columnCount: 1 },
    };
    const made = valueOf(
      await newWorkbook([{ ...plannedSheet({ cells: [[blocked]] }), mark: null }], "新.xlsx"),
    );
    const expected = /<c r="A1"[^>]* t="e" cm="1"><f t="array" ref="A1">[^<]*<\/f><v>#VALUE!<\/v>/;
    expect(partOf(await made.save(), "xl/worksheets/perf1.xml")).toMatch(expected);
    const workbook = await opened(zipSync(goldenParts()));
    await workbook.putCells("汇总", [{ row: 9, column: 0, value: blocked }]);
    const sheet = partOf(await workbook.save(), "xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<c r="A10" t="e" cm="1"><f t="array" ref="A10">');
    expect(sheet).toContain("<v>#VALUE!</v>");
  });

  test("are read back with their reach: one formula, and what it fills", async () => {
    const sheet = sheetAt(await snapshotOf(await withRanks(zipSync(goldenParts()))), 0);
    expect(formulaAt(sheet, { row: 9, column: 0 })).toBe("=PERF.RANK(A1:A3)");
    expect(formulaAt(sheet, { row: 10, column: 0 })).toBeNull();
    expect(sheet.spills).toEqual([{ row: 9, column: 0, rowCount: 3, columnCount: 1 }]);
  });

  test("may fill cells with errors, which stay values in the file", async () => {
    const cells = [[ranks], [{ formula: "", value: { error: "#N/A" } }], ["#N/A"]];
    const made = valueOf(await newWorkbook([{ ...plannedSheet({ cells }), mark: null }], "新.xlsx"));
    const workbook = await opened(await made.save());
    await workbook.putCells("排名", [
      { row: 1, column: 1, value: { formula: "", value: { error: "#REF!" } } },
    ]);
    const sheet = sheetAt(await snapshotOf(await workbook.save()), 0);
    expect(sheet.values).toEqual([
      [2, null],
      [{ error: "#N/A" }, { error: "#REF!" }],
      ["#N/A", null],
    ]);
    expect(sheet.formulas.size).toBe(1);
  });

  test("use the record that a file has already", async () => {
    const once = await withRanks(zipSync(goldenParts()));
    const twice = await withRanks(once);
    expect(partOf(twice, "xl/metadata.xml")).toBe(partOf(once, "xl/metadata.xml"));
    expect(Object.keys(unzipSync(twice)).sort()).toEqual(Object.keys(unzipSync(once)).sort());
  });

  test("leave a file's other metadata as it was, and count on from it", async () => {
    const other =
      '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<metadataTypes count="1"><metadataType name="OWN" minSupportedVersion="120000"/></metadataTypes>' +
      '<futureMetadata name="OWN" count="1"><bk/></futureMetadata>' +
      '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>' +
      '<valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>';
    const bytes = await withRanks(withMetadata(other));
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).toContain('cm="2"><f t="array" ref="A10:A12">');
    const metadata = partOf(bytes, "xl/metadata.xml");
    expect(metadata).toContain(
      '<metadataTypes count="2"><metadataType name="OWN" minSupportedVersion="120000"/>',
    );
    expect(metadata).toContain(
      '<cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata>',
    );
    expect(metadata.indexOf('futureMetadata name="XLDAPR"')).toBeLessThan(metadata.indexOf("<cellMetadata"));
    expect(metadata).toContain(
      '<valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>',
    );
  });

  // LibreOffice shows the results that are stored with plain formulas, and calculates array formulas anew.
  test("a formula that keeps to its cell stays a plain one", async () => {
    const workbook = await opened(zipSync(goldenParts()));
    const formula = { formula: "=PERF.TOTAL(90,90,90,90)", value: 90 };
    await workbook.putCells("汇总", [{ row: 9, column: 0, value: formula }]);
    const bytes = await workbook.save();
    const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain("<f>_xldudf_PERF_TOTAL(90,90,90,90)</f><v>90</v>");
    expect(Object.keys(unzipSync(bytes))).not.toContain("xl/metadata.xml");
  });
});
