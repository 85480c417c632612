import { describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { opened, planOf, plannedSheet, snapshotOf, valueOf } from "./opened";
import { goldenParts } from "./goldenWorkbook";
import type { Plan } from "../../../src/core/workbook/plan";
import { isCellError } from "../../../src/core/workbook/snapshot";

/** Parts of the golden workbook before and after a plan was written and the file saved. */
async function partsAfter(...plans: Plan[]) {
  const before = goldenParts();
  const workbook = await opened(zipSync(before));
  for (const plan of plans) valueOf(await workbook.write(plan));
  const bytes = await workbook.save();
  return { before, after: unzipSync(bytes), bytes };
}

function changedParts(before: Record<string, Uint8Array>, after: Record<string, Uint8Array>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !sameBytes(before[name], after[name])).sort();
}

function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}

function textOf(parts: Record<string, Uint8Array>, name: string): string {
  const part = parts[name];
  if (!part) throw new Error(`no part ${name}`);
  return strFromU8(part);
}

const summary = "xl/worksheets/sheet1.xml";
const addRanking = planOf({ sheets: [plannedSheet({ name: "二〇一五年排名", styles: boldHead() })] });

function boldHead() {
  return [
    {
      area: { row: 0, column: 0, rowCount: 1, columnCount: 2 },
      style: { bold: true, numberFormat: "0.000", fill: "#FFEEDD" },
    },
  ];
}

describe("the clerk's own sheets are never harmed", () => {
  test("a file that is opened and saved has every part unchanged", async () => {
    const { before, after } = await partsAfter();
    expect(changedParts(before, after)).toEqual([]);
  });

  test("a new sheet of ours leaves every part of the clerk's byte for byte", async () => {
    const { before, after } = await partsAfter(addRanking);
    expect(changedParts(before, after)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/perf1.xml",
    ]);
  });

  test("styles, names, views, links and what we do not know stay in the parts that do change", async () => {
    const { before, after } = await partsAfter(addRanking);
    for (const part of [
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "[Content_Types].xml",
    ]) {
      const text = textOf(after, part);
      for (const element of textOf(before, part).match(
        /<(?:xf|font|dxf|definedName|sheet|workbookView|future|Override|Default|Relationship)\b[^>]*>/g,
      ) ?? []) {
        if (!element.includes("calcChain")) expect(text).toContain(element);
      }
    }
    expect(textOf(after, "xl/workbook.xml")).not.toContain("fullCalcOnLoad");
  });

  test("numbers of the clerk's cell styles mean the same as before", async () => {
    const { after } = await partsAfter(addRanking);
    const lists = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(textOf(after, "xl/styles.xml"))?.[1] ?? "";
    expect(
      lists.startsWith(
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1"',
      ),
    ).toBe(true);
  });

  test("writing again does not make the file grow", async () => {
    const once = await partsAfter(addRanking);
    const often = await partsAfter(addRanking, addRanking, addRanking);
    expect(changedParts(once.after, often.after)).toEqual([]);
  });

  test("our sheet brought to the front takes one attribute from the sheet that was selected", async () => {
    const { before, after } = await partsAfter(planOf({ sheets: [plannedSheet({ activate: true })] }));
    expect(textOf(after, summary)).toBe(textOf(before, summary).replace(' tabSelected="1"', ""));
    expect(changedParts(before, after)).not.toContain("xl/worksheets/sheet2.xml");
    expect(textOf(after, "xl/workbook.xml")).toContain('activeTab="3"');
  });

  test("a workbook with macros keeps them", async () => {
    const macros = Uint8Array.from([1, 2, 3, 4, 250]);
    const workbook = await opened(zipSync({ ...goldenParts(), "xl/vbaProject.bin": macros }));
    valueOf(await workbook.write(addRanking));
    expect(unzipSync(await workbook.save())["xl/vbaProject.bin"]).toEqual(macros);
  });

  test("taking our sheet away gives the clerk's names back their places", async () => {
    const { before, after, bytes } = await partsAfter(
      addRanking,
      planOf({ removals: [{ kind: "ranking", key: "2015-annual" }] }),
    );
    expect((await snapshotOf(bytes)).sheets.map((sheet) => sheet.name)).toEqual(["汇总", "排名", "说明"]);
    expect(changedParts(before, after)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/styles.xml",
    ]);
  });
});

describe("a repair that the clerk chose", () => {
  const cell = { sheet: "汇总", row: 3, column: 1 };
  const edit = { cell, expected: "88 ", value: 88 };

  test("changes the text of that cell and nothing else on its sheet", async () => {
    const { before, after } = await partsAfter(planOf({ edits: [edit] }));
    expect(textOf(after, summary)).toBe(
      textOf(before, summary).replace(
        '<c r="B4" t="inlineStr"><is><t>88 </t></is></c>',
        '<c r="B4"><v>88</v></c>',
      ),
    );
    expect(changedParts(before, after)).toEqual(["xl/workbook.xml", summary]);
  });

  test("has the workbook calculated anew when it is opened", async () => {
    const { after } = await partsAfter(planOf({ edits: [edit] }));
    expect(textOf(after, "xl/workbook.xml")).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  test("keeps the look of the cell when its number format changes", async () => {
    const { after, bytes } = await partsAfter(
      planOf({
        edits: [
          {
            cell: { ...cell, row: 0, column: 0 },
            expected: "这是办公室自己的表",
            value: 1,
            numberFormat: "0.0",
          },
        ],
      }),
    );
    const styles = textOf(after, "xl/styles.xml");
    expect(styles).toContain(
      '<xf numFmtId="177" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"><alignment horizontal="center"/></xf>',
    );
    expect((await snapshotOf(bytes)).sheets[0]?.numberFormats.get(0)).toBe("0.0");
  });

  test("reaches cells and rows that the file does not hold yet", async () => {
    const { bytes } = await partsAfter(
      planOf({
        edits: [
          { cell: { ...cell, row: 1, column: 2 }, expected: null, value: "=文字" },
          { cell: { ...cell, row: 2, column: 4 }, expected: null, value: true },
          { cell: { ...cell, row: 3, column: 0 }, expected: "台安县", value: null },
          { cell: { ...cell, row: 9, column: 0 }, expected: null, value: 9 },
        ],
      }),
    );
    const sheet = (await snapshotOf(bytes)).sheets[0];
    expect(
      sheet?.values.map((row) => row.map((value) => (isCellError(value) ? value.error : value))),
    ).toEqual([
      ["这是办公室自己的表", null, null, null, null],
      [null, null, "=文字", null, null],
      ["海城市", 91.5, 50.325, null, true],
      [null, "88 ", null, null, null],
      [null, null, null, null, null],
      [null, null, null, null, null],
      [null, null, null, null, null],
      [null, null, null, null, null],
      [null, null, null, null, null],
      [9, null, null, null, null],
    ]);
    expect(sheet?.formulas.size).toBe(1);
  });

  test("is refused with the whole plan when one cell was changed meanwhile", async () => {
    const before = goldenParts();
    const workbook = await opened(zipSync(before));
    const outcome = await workbook.write(
      planOf({
        sheets: [plannedSheet()],
        edits: [edit, { cell: { ...cell, row: 2 }, expected: 90, value: 91 }],
      }),
    );
    expect(outcome).toEqual({ ok: false, problem: { code: "cell-changed", detail: "'汇总'!B3" } });
    expect(changedParts(before, unzipSync(await workbook.save()))).toEqual([]);
  });

  test("never overwrites a formula", async () => {
    const workbook = await opened(zipSync(goldenParts()));
    const outcome = await workbook.write(
      planOf({ edits: [{ cell: { ...cell, row: 2, column: 2 }, expected: 50.325, value: 1 }] }),
    );
    expect(outcome).toEqual({ ok: false, problem: { code: "cell-has-formula", detail: "'汇总'!C3" } });
  });
});
