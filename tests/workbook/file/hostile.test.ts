import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sheetReference } from "../../../src/core/workbook/address";
import { mapOutsideQuotes } from "../../../src/workbook/file/formulaText";
import { readNumber } from "../../../src/core/numbers/readNumber";
import { parseForm } from "../../../src/core/formulas/parseForm";
import { opened, planOf, plannedSheet, refusal, sheetAt, snapshotOf, valueOf } from "./opened";
import { LINKS, stylesWith, workbookBytes, workbookParts } from "./workbookText";

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const one = { sheets: [{ name: "甲", rows: ROWS }] };
/** Far above what a linear reader needs, far below what a quadratic one does. */
const PATIENCE = 30_000;

/** A workbook's bytes with a sheet of ours written into it. */
async function written(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await opened(bytes);
  const styles = [
    {
      area: { row: 0, column: 0, rowCount: 1, columnCount: 2 },
      style: { bold: true, numberFormat: "0.000" },
    },
  ];
  valueOf(await workbook.write(planOf({ sheets: [plannedSheet({ styles })] })));
  return workbook.save();
}

function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

describe("elements nested without end are refused, with the part", () => {
  const nested = "<a>".repeat(200_000) + "</a>".repeat(200_000);
  const root = (name: string) => `<${name}>${nested}</${name}>`;
  test.each([
    ["xl/styles.xml", { ...one, styles: root("styleSheet") }],
    [
      "xl/worksheets/sheet1.xml",
      { sheets: [{ name: "甲", xml: `<sheetData>${ROWS}</sheetData>${nested}` }] },
    ],
    ["xl/sharedStrings.xml", { ...one, sharedStrings: nested }],
    ["xl/workbook.xml", { ...one, after: nested }],
    ["[Content_Types].xml", { ...one, types: nested }],
    ["xl/_rels/workbook.xml.rels", { ...one, links: nested }],
  ])(
    "%s",
    async (part, text) => {
      expect(await refusal(workbookBytes(text))).toEqual({ code: "damaged", detail: `成绩.xlsx (${part})` });
    },
    PATIENCE,
  );
});

test(
  "a document type is refused before it is read",
  async () => {
    const bytes = workbookBytes({
      ...one,
      styles: `<!DOCTYPE a [${"<!ENTITY a 'b'>".repeat(1_000)}]><styleSheet/>`,
    });
    expect((await refusal(bytes))?.code).toBe("damaged");
  },
  PATIENCE,
);

test(
  "more rows than units can be ranked are refused with the cell that is too many",
  async () => {
    const rows = '<row><c t="inlineStr"><is><t>甲</t></is></c></row>'.repeat(400_001);
    const bytes = workbookBytes({ sheets: [{ name: "甲", xml: `<sheetData>${rows}</sheetData>` }] });
    expect(await refusal(bytes)).toEqual({ code: "too-large", detail: "成绩.xlsx ('甲'!A400001)" });
  },
  PATIENCE,
);

test(
  "an element with attributes without end is refused",
  async () => {
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${String(index)}="1"`).join(" ");
    const xml = `<sheetData>${ROWS}</sheetData><a ${attributes}/>`;
    expect((await refusal(workbookBytes({ sheets: [{ name: "甲", xml }] })))?.code).toBe("damaged");
  },
  PATIENCE,
);

test(
  "a part that is kept whole is refused when it has more elements than memory is for",
  async () => {
    const bytes = workbookBytes({ ...one, after: "<a/>".repeat(500_000) });
    expect((await refusal(bytes))?.code).toBe("too-large");
  },
  PATIENCE,
);

describe("names that every object has are names like all others", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

  test("of parts: they are kept", async () => {
    const name = strToU8("__proto_X");
    const bytes = zipSync({ ...workbookParts(one), constructor: strToU8("c"), __proto_X: strToU8("p") });
    // The name is put in afterwards, since no object takes it.
    for (let at = 0; at + name.length <= bytes.length; at++) {
      if (name.every((byte, index) => bytes[at + index] === byte)) bytes[at + 8] = "_".charCodeAt(0);
    }
    const text = strFromU8(await written(bytes), true);
    expect(text.split("__proto__").length - 1).toBe(2);
    expect(text).toContain("constructor");
  });

  test("of sheets", async () => {
    const bytes = await written(workbookBytes({ sheets: names.map((name) => ({ name, rows: ROWS })) }));
    const { sheets } = await snapshotOf(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([...names, "排名"]);
    expect(sheetReference("__proto__", "A1")).toContain("__proto__");
  });

  test("of a cell's style, and as a number of a shared text", async () => {
    const rows = '<row r="1"><c r="A1" s="__proto__"><v>1</v></c></row>';
    expect(sheetAt(await snapshotOf(workbookBytes({ sheets: [{ name: "甲", rows }] })), 0).values).toEqual([
      [1],
    ]);
    const shared = '<row r="1"><c r="A1" t="s"><v>constructor</v></c></row>';
    expect(
      (await refusal(workbookBytes({ sheets: [{ name: "甲", rows: shared }], sharedStrings: "" })))?.code,
    ).toBe("damaged");
  });
});

describe("tabs that cannot be told apart are refused", () => {
  test(
    "thousands of them on one part",
    async () => {
      const links = '<Relationship Id="rId1" Type="T/worksheet" Target="worksheets/sheet1.xml"/>';
      const sheets = Array.from(
        { length: 2000 },
        (_, index) => `<sheet name="s${String(index)}" sheetId="${String(index + 1)}" r:id="rId1"/>`,
      );
      const bytes = workbookBytes({
        ...one,
        parts: {
          "xl/workbook.xml": `<workbook xmlns:r="${LINKS}"><sheets>${sheets.join("")}</sheets></workbook>`,
          "xl/_rels/workbook.xml.rels": `<Relationships>${links}</Relationships>`,
        },
      });
      expect(await refusal(bytes)).toEqual({
        code: "damaged",
        detail: "成绩.xlsx (xl/worksheets/sheet1.xml)",
      });
    },
    PATIENCE,
  );

  test("two of one name", async () => {
    const sheets = ["Ab", "aB"].map((name) => ({ name, rows: ROWS }));
    expect((await refusal(workbookBytes({ sheets })))?.code).toBe("damaged");
  });
});

describe("what the workbook names but does not have keeps its look when ours is added", () => {
  test("a number format, a font, a fill, a border", async () => {
    const styles = stylesWith("0.0").replace(
      "</cellXfs>",
      '<xf numFmtId="165" fontId="1" fillId="2" borderId="1" xfId="0"/></cellXfs>',
    );
    const after = partOf(await written(workbookBytes({ ...one, styles })), "xl/styles.xml");
    expect(after).not.toContain('<numFmt numFmtId="165"');
    const [, secondFont = ""] = /<fonts[^>]*>(?:<font>.*?<\/font>)(<font>.*?<\/font>)/.exec(after) ?? [];
    expect(secondFont).toBe('<font><sz val="11"/><name val="等线"/></font>');
  });

  test("a cell's style", async () => {
    const rows = '<row r="1"><c r="A1" s="2"><v>1</v></c></row>';
    const bytes = workbookBytes({ sheets: [{ name: "甲", rows }], styles: stylesWith("0.0") });
    const after = partOf(await written(bytes), "xl/styles.xml");
    const styles = /<cellXfs[^>]*>(.*?)<\/cellXfs>/.exec(after)?.[1]?.match(/<xf [^>]*>/g) ?? [];
    expect(styles[2]).toBe('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
    expect(styles.length).toBeGreaterThan(3);
  });
});

describe("texts made to cost the square of their length cost no time", () => {
  test(
    "spaces inside a tag",
    async () => {
      const xml = `<sheetViews><sheetView ${" ".repeat(300_000)}workbookViewId="0"/></sheetViews><sheetData/>`;
      const workbook = await opened(workbookBytes({ sheets: [{ name: "甲", xml }] }));
      valueOf(await workbook.write(planOf({ sheets: [plannedSheet({ activate: true })] })));
    },
    PATIENCE,
  );

  test(
    "brackets and quotes that nothing closes in a formula",
    () => {
      for (const text of [`[${"'[".repeat(200_000)}`, '"'.repeat(200_001), `${"[a".repeat(200_000)}'`]) {
        expect(mapOutsideQuotes(text, (plain) => plain)).toBe(text);
      }
    },
    PATIENCE,
  );

  test(
    "gaps and zeros in a number",
    () => {
      expect(readNumber(`1${" ".repeat(32_000)}分`).kind).toBe("number");
      expect(readNumber(`1${"0".repeat(300_000)}1`).kind).toBe("text");
    },
    PATIENCE,
  );

  test("chains in a formula are not followed without end", () => {
    expect(parseForm(`=1${"=1".repeat(100_000)}`)).toBeNull();
    expect(parseForm(`=1${"%".repeat(100_000)}`)).toBeNull();
  });
});

test(
  "a part that links to itself is read once",
  async () => {
    const table = `<table name="t" ref="A1:B2">${"<x/>".repeat(1000)}</table>`;
    const link = '<Relationship Id="r" Type="T/table" Target="../tables/table1.xml"/>';
    const bytes = workbookBytes({
      ...one,
      links: '<Relationship Id="self" Type="T/officeDocument" Target="workbook.xml"/>',
      parts: {
        "xl/tables/table1.xml": table,
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships>${link.repeat(20_000)}</Relationships>`,
      },
    });
    expect(sheetAt(await snapshotOf(bytes), 0).tables).toHaveLength(1);
  },
  PATIENCE,
);

test(
  "very many small parts, and rows and columns out of order, are read",
  async () => {
    const parts = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x/${String(index)}`, "a"]));
    const rows =
      '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="XFD1"><v>1</v></c></row>';
    const sheet = sheetAt(await snapshotOf(workbookBytes({ sheets: [{ name: "甲", rows }], parts })), 0);
    expect(sheet.area).toEqual({ row: 0, column: 0, rowCount: 3, columnCount: 16_384 });
    expect(sheet.values[2]?.slice(0, 2)).toEqual([2, 3]);
  },
  PATIENCE,
);
