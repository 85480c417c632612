import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "@jest/globals";
import type { ActionContext } from "../../src/actions/action";
import { markFindingsAction } from "../../src/actions/markFindingsAction";
import { unmarkFindingsAction } from "../../src/actions/unmarkFindingsAction";
import { readMarkSheet } from "../../src/core/marks/markSheet";
import { parseArea, type SheetCell } from "../../src/core/workbook/address";
import type { FillChange } from "../../src/core/workbook/plan";
import { createTranslate } from "../../src/i18n";
import type { FileWorkbook } from "../../src/workbook/file/fileWorkbook";
import { opened, valueOf } from "../workbook/file/opened";
import { MAIN, workbookBytes } from "../workbook/file/workbookText";

/** Style 1 has a green fill and a border, style 2 a hatched one; column F is green, written cells or not. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>` +
  `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `<fill><patternFill patternType="solid"><fgColor rgb="FFE2EFDA"/><bgColor indexed="64"/></patternFill></fill>` +
  `<fill><patternFill patternType="darkUp"><fgColor rgb="FF00B050"/></patternFill></fill></fills>` +
  `<borders count="2"><border/><border><left style="thin"/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1" applyBorder="1"/>` +
  `<xf numFmtId="0" fontId="0" fillId="3" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

const text = (address: string, value: string, style = "") =>
  `<c r="${address}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (address: string, value: number, style = "") =>
  `<c r="${address}"${style}><v>${String(value)}</v></c>`;

/** Made-up scores: B2 is text in a green cell, C3 too large, D4 hatched and too large, E3 blank in a green column. */
function scoreFile(): Promise<FileWorkbook> {
  const header = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"];
  const rows = [
    header.map((word, column) => text(`${"ABCDE".charAt(column)}1`, word)),
    [
      text("A2", "海城市政府"),
      text("B2", "缺", ' s="1"'),
      number("C2", 93.5),
      number("D2", 88),
      number("E2", 90),
    ],
    [text("A3", "台安县政府"), number("B3", 91), number("C3", 920), number("D3", 88)],
    [
      text("A4", "岫岩县政府"),
      number("B4", 91),
      number("C4", 92),
      number("D4", 870, ' s="2"'),
      number("E4", 90),
    ],
  ];
  const data = rows.map((cells, index) => `<row r="${String(index + 1)}">${cells.join("")}</row>`).join("");
  return opened(
    workbookBytes({
      styles: STYLES,
      sheets: [
        {
          name: "汇总",
          xml: `<cols><col min="5" max="5" width="12" style="1"/></cols><sheetData>${data}</sheetData>`,
        },
      ],
    }),
  );
}

function contextOf(port: FileWorkbook): ActionContext {
  return { port, translate: createTranslate("zh-CN"), now: () => new Date(2015, 11, 31, 10, 20) };
}

const place = (address: string): SheetCell => {
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is not an address.`);
  return { sheet: "汇总", row: area.row, column: area.column };
};

async function fillsOf(port: FileWorkbook, ...addresses: string[]) {
  return valueOf(await port.readFills(addresses.map(place)));
}

async function fillByHand(port: FileWorkbook, address: string, expected: FillChange["expected"]) {
  const fills: FillChange[] = [{ cell: place(address), expected, fill: "#00B0F0" }];
  valueOf(await port.write({ sheets: [], edits: [], removals: [], fills }));
}

async function mark(port: FileWorkbook) {
  const result = await markFindingsAction.run(contextOf(port), {});
  if (result.status !== "done") throw new Error(result.status);
  return result.output;
}

async function unmark(port: FileWorkbook) {
  const result = await unmarkFindingsAction.run(contextOf(port), {});
  if (result.status !== "done") throw new Error(result.status);
  return result.output;
}

describe("问题单元格标色", () => {
  test("fills the cells that findings point at, and keeps their own fills on a hidden sheet", async () => {
    const port = await scoreFile();
    const { marked, left } = await mark(port);
    expect(await fillsOf(port, "B2", "C3", "E3", "D4", "C2")).toEqual([
      "#FFC7CE",
      "#FFC7CE",
      "#FFC7CE",
      "other",
      "none",
    ]);
    expect(marked).toEqual(expect.arrayContaining([place("B2"), place("C3"), place("E3")]));
    expect(left).toEqual([place("D4")]);
    const sheet = port.snapshot.sheets.find((one) => one.mark?.kind === "marks");
    expect(sheet?.visibility).toBe("hidden");
    const formers = new Map(readMarkSheet(port.snapshot).map(({ cell, former }) => [cell, former]));
    expect([...formers].find(([cell]) => cell.row === 1 && cell.column === 1)?.[1]).toBe("#E2EFDA");
  });

  test("tells of the sheet of marks, so that the pane offers to clear them", async () => {
    const { assessment } = await mark(await scoreFile());
    expect(assessment.tables.map(({ kind, reportKind }) => [kind, reportKind])).toEqual([
      ["scores", undefined],
      ["own-report", "marks"],
    ]);
  });

  test("marks only the severities that are asked for", async () => {
    const port = await scoreFile();
    const result = await markFindingsAction.run(contextOf(port), { severities: [] });
    expect(result).toMatchObject({ status: "done", output: { marked: [] } });
    expect(port.snapshot.sheets).toHaveLength(1);
  });

  test("brings the marks up to date when it runs again", async () => {
    const port = await scoreFile();
    await mark(port);
    const edit = { cell: place("C3"), expected: 920, value: 92 };
    valueOf(await port.write({ sheets: [], edits: [edit], removals: [] }));
    const { restored } = await mark(port);
    expect(restored).toEqual([place("C3")]);
    expect(await fillsOf(port, "C3", "B2")).toEqual(["none", "#FFC7CE"]);
    await unmark(port);
    expect(await fillsOf(port, "B2")).toEqual(["#E2EFDA"]);
  });
});

describe("取消标色", () => {
  test("puts every cell's own style back and takes the hidden sheet away", async () => {
    const port = await scoreFile();
    const before = await worksheetOf(port);
    const { marked } = await mark(port);
    const { restored, left } = await unmark(port);
    expect(restored).toHaveLength(marked.length);
    expect(left).toEqual([]);
    expect(port.snapshot.sheets.map(({ name }) => name)).toEqual(["汇总"]);
    const after = await worksheetOf(port);
    // The blank cell is written now, with the style that its column gives it; all else is as it was.
    expect(after.replace('<c r="E3" s="1"/>', "").replaceAll(' s="0"', "")).toBe(before);
  });

  test("leaves a cell alone that the clerk coloured after it was marked", async () => {
    const port = await scoreFile();
    await mark(port);
    await fillByHand(port, "B2", "#FFC7CE");
    const { left } = await unmark(port);
    expect(left).toEqual([place("B2")]);
    expect(await fillsOf(port, "B2", "C3")).toEqual(["#00B0F0", "none"]);
  });

  test("does nothing to a workbook without marks", async () => {
    const port = await scoreFile();
    expect(await unmark(port)).toEqual({ restored: [], left: [] });
  });
});

async function worksheetOf(port: FileWorkbook): Promise<string> {
  const part = unzipSync(await port.save())["xl/worksheets/sheet1.xml"];
  if (!part) throw new Error("the worksheet keeps its part");
  return strFromU8(part);
}
