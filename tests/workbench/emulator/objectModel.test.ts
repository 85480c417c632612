import { beforeEach, describe, expect, test } from "@jest/globals";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import { areaOf } from "../../workbook/office/describedWorkbook";

/** Runs a batch on the sheet 一, syncs, and gives what `read` then finds. */
async function onSheet<Result>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => () => Result,
): Promise<Result> {
  return Excel.run(async (context) => {
    const read = work(context.workbook.worksheets.getItem("一"), context);
    await context.sync();
    return read();
  });
}

/** What a test's batch reads when it only writes. */
const nothing = () => null;

describe("what the real client writes can be read back through it", () => {
  let workbook: MemoryWorkbook;

  beforeEach(() => {
    workbook = new MemoryWorkbook(["一", "二"]);
    officeForNode(workbook);
  });

  test("fonts, fills, alignment and sizes", async () => {
    await onSheet((sheet) => {
      const { format } = sheet.getRange("B2:C3").untrack();
      format.font.set({
        name: "仿宋",
        size: 16,
        bold: true,
        italic: true,
        underline: "Single",
        color: "#c00000",
      });
      format.fill.color = "#FFF2CC";
      format.set({ horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true, indentLevel: 2 });
      format.columnWidth = 90;
      format.rowHeight = 30;
      return nothing;
    });
    const [inside, outside] = await onSheet((sheet) => {
      const ranges = ["C3", "D4"].map((address) => sheet.getRange(address).untrack());
      for (const range of ranges) {
        range.load(
          "format/columnWidth,format/rowHeight,format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/indentLevel,format/font/name,format/font/size,format/font/bold,format/font/italic,format/font/underline,format/font/color,format/fill/color",
        );
      }
      return () => ranges.map(({ format }) => format.toJSON());
    });
    expect(inside).toMatchObject({
      columnWidth: 90,
      rowHeight: 30,
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      wrapText: true,
      indentLevel: 2,
      font: { name: "仿宋", size: 16, bold: true, italic: true, underline: "Single", color: "#C00000" },
      fill: { color: "#FFF2CC" },
    });
    expect(outside).toMatchObject({
      columnWidth: 48,
      horizontalAlignment: "General",
      wrapText: false,
      font: { bold: false, underline: "None" },
    });
  });

  test("lines around a range and between its rows, not between its columns", async () => {
    await onSheet((sheet) => {
      const { borders } = sheet.getRange("A1:B2").untrack().format;
      for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal"] as const) {
        borders.getItem(side).style = "Continuous";
      }
      borders.getItem("EdgeTop").weight = "Thick";
      borders.getItem("EdgeTop").color = "#FF0000";
      return nothing;
    });
    const thin = { weight: "thin", color: "#000000" };
    const red = { weight: "thick", color: "#FF0000" };
    const [sheet] = workbook.sheets();
    expect(sheet?.bordersAt({ row: 0, column: 0 })).toEqual({
      top: red,
      bottom: thin,
      left: thin,
      right: null,
    });
    expect(sheet?.bordersAt({ row: 1, column: 1 })).toEqual({
      top: thin,
      bottom: thin,
      left: null,
      right: thin,
    });
    const lines = await onSheet((one) => {
      const { borders } = one.getRange("A1:B2").untrack().format;
      const sides = (["EdgeTop", "InsideHorizontal", "InsideVertical"] as const).map((side) =>
        borders.getItem(side),
      );
      for (const side of sides) side.load("style,weight");
      return () => sides.map(({ style, weight }) => [style, weight]);
    });
    expect(lines).toEqual([
      ["Continuous", "Thick"],
      ["Continuous", "Thin"],
      ["None", "Thin"],
    ]);
  });

  test("the page: paper, margins, zoom, titles, print area, header and footer, breaks", async () => {
    await onSheet((sheet) => {
      const layout = sheet.pageLayout;
      layout.set({ paperSize: "A4", orientation: "Landscape", topMargin: 72, centerHorizontally: true });
      layout.zoom = { horizontalFitToPages: 1 };
      layout.setPrintArea("A1:I40");
      layout.setPrintTitleRows("$3:$4");
      layout.headersFooters.defaultForAllPages.centerFooter = "&14— &P —";
      layout.headersFooters.defaultForAllPages.rightFooter = "&D";
      sheet.horizontalPageBreaks.add("A21");
      return nothing;
    });
    const page = await onSheet((sheet) => {
      const layout = sheet.pageLayout;
      layout.load("paperSize,orientation,topMargin,bottomMargin,centerHorizontally,zoom");
      const texts = layout.headersFooters.defaultForAllPages;
      texts.load("centerFooter,rightFooter,leftFooter");
      const area = layout.getPrintAreaOrNullObject();
      const titles = layout.getPrintTitleRowsOrNullObject().untrack();
      area.untrack();
      titles.load("address");
      sheet.horizontalPageBreaks.load("items/rowIndex");
      return () => ({
        ...layout.toJSON(),
        footer: [texts.leftFooter, texts.centerFooter, texts.rightFooter],
        titles: titles.address,
        breaks: sheet.horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex),
      });
    });
    expect(page).toMatchObject({
      paperSize: "A4",
      orientation: "Landscape",
      topMargin: 72,
      bottomMargin: 54,
      centerHorizontally: true,
      zoom: { horizontalFitToPages: 1 },
      footer: ["", "&14— &P —", "&D"],
      titles: "一!3:4",
      breaks: [20],
    });
    expect(workbook.sheets()[0]?.page()).toMatchObject({
      footer: "&C&14— &P —&R&D",
      printArea: { row: 0, column: 0, rowCount: 40, columnCount: 9 },
    });
  });

  test("names of a sheet, hidden ones too, apart from those of the workbook", async () => {
    await onSheet((sheet, context) => {
      sheet.names.add("PERF_SHEET", '="ranking|1|一"').visible = false;
      context.workbook.names.add("全体", sheet.getRange("A1:B2").untrack());
      return nothing;
    });
    const found = await onSheet((sheet, context) => {
      const own = sheet.names.getItemOrNullObject("perf_sheet");
      own.load("name,formula,visible,scope");
      const others = context.workbook.names;
      others.load("items/name,items/formula");
      return () => [own.toJSON(), others.items.map(({ name, formula }) => [name, formula as string])];
    });
    expect(found).toEqual([
      { name: "PERF_SHEET", formula: '="ranking|1|一"', visible: false, scope: "Worksheet" },
      [["全体", "=一!$A$1:$B$2"]],
    ]);
    await onSheet((sheet) => {
      sheet.names.getItem("PERF_SHEET").delete();
      return nothing;
    });
    expect(workbook.sheets()[0]?.names()).toEqual([]);
  });

  test("frozen rows, hidden rows and columns, merges", async () => {
    await onSheet((sheet) => {
      sheet.freezePanes.freezeRows(2);
      sheet.getRange("3:4").untrack().rowHidden = true;
      sheet.getRange("B:B").untrack().columnHidden = true;
      sheet.getRange("A1:C1").untrack().merge();
      sheet.getRange("A6:B7").untrack().merge(true);
      return nothing;
    });
    const found = await onSheet((sheet) => {
      const block = sheet.getRange("A1:C7").untrack();
      const rows = block.getRowProperties({ rowHidden: true });
      const columns = block.getColumnProperties({ columnHidden: true });
      const merges = block.getMergedAreasOrNullObject().untrack();
      merges.load("areas/items/address");
      const none = sheet.getRange("F1:G9").untrack().getMergedAreasOrNullObject().untrack();
      const frozen = sheet.freezePanes.getLocationOrNullObject().untrack();
      frozen.load("rowCount");
      return () => ({
        rows: rows.value.map(({ rowHidden }) => rowHidden),
        columns: columns.value.map(({ columnHidden }) => columnHidden),
        merges: merges.areas.items.map(({ address }) => address),
        none: none.isNullObject,
        frozen: frozen.rowCount,
      });
    });
    expect(found).toEqual({
      rows: [false, false, true, true, false, false, false],
      columns: [false, true, false],
      merges: ["一!A1:C1", "一!A6:B6", "一!A7:B7"],
      none: true,
      frozen: 2,
    });
  });

  test("links keep their target and change the cell's looks, as in Excel", async () => {
    await onSheet((sheet) => {
      sheet.getRange("A1").untrack().hyperlink = {
        documentReference: "'二'!B3",
        screenTip: "去看",
        textToDisplay: "来源",
      };
      return nothing;
    });
    const [sheet] = workbook.sheets();
    expect(sheet?.linkAt({ row: 0, column: 0 })).toEqual({ documentReference: "'二'!B3", screenTip: "去看" });
    expect(sheet?.read({ row: 0, column: 0, rowCount: 1, columnCount: 1 }).values).toEqual([["来源"]]);
    expect(sheet?.styleAt({ row: 0, column: 0 }).underline).toBe(true);
  });

  test("sheets: added at the end, moved, renamed, hidden, deleted; the active one and the selection", async () => {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add("三");
      added.position = 0;
      worksheets.getItem("一").name = "壹";
      worksheets.getItem("二").visibility = "Hidden";
      added.getRange("C5").untrack().select();
      await context.sync();
      worksheets.load("items/name,items/visibility,items/position");
      const selected = context.workbook.getSelectedRange().untrack();
      selected.load("address");
      await context.sync();
      expect(worksheets.items.map(({ name, visibility, position }) => [name, visibility, position])).toEqual([
        ["三", "Visible", 0],
        ["壹", "Visible", 1],
        ["二", "Hidden", 2],
      ]);
      expect(selected.address).toBe("三!C5");
      worksheets.getItem("三").delete();
      await context.sync();
    });
    expect(workbook.sheets().map((sheet) => sheet.name())).toEqual(["壹", "二"]);
    expect(workbook.activeSheetId()).toBe(workbook.sheets()[0]?.id);
  });

  test("settings of the document", async () => {
    await onSheet((_, context) => {
      context.workbook.settings.add("perf.scheme", { id: "anshan-2015", places: 2 });
      return nothing;
    });
    const found = await onSheet((_, context) => {
      const setting = context.workbook.settings.getItemOrNullObject("perf.scheme");
      const missing = context.workbook.settings.getItemOrNullObject("perf.other");
      setting.load("value");
      return () => [setting.value as unknown, missing.isNullObject];
    });
    expect(found).toEqual([{ id: "anshan-2015", places: 2 }, true]);
  });

  test("formulas are kept, and calculated by what the workbook was given for it", async () => {
    workbook = new MemoryWorkbook(["一"], {
      calculate: (formula) => (formula === "=A1*2" ? 14 : { error: "#NAME?" }),
    });
    officeForNode(workbook);
    const found = await onSheet((sheet) => {
      sheet.getRange("A1:B1").untrack().formulas = [[7, "=A1*2"]];
      const range = sheet.getRange("A1:B1").untrack();
      range.load("values,formulas");
      return () => [range.values, range.formulas];
    });
    expect(found).toEqual([[[7, 14]], [[7, "=A1*2"]]]);
  });

  test("rows copied from another sheet are the same there, heights too, and what stood there is gone", async () => {
    const [target, source] = workbook.sheets();
    source?.write(areaOf("A1:B2"), [
      ["单位", "得分"],
      ["海城市", { formula: "=1+1" }],
    ]);
    source?.setNumberFormats(areaOf("B2"), [["0.00"]]);
    source?.setStyle(areaOf("A1:B1"), { bold: true });
    source?.setBorders(areaOf("A2:B2"), { bottom: { weight: "thin", color: "#000000" } });
    source?.setLink(areaOf("A2"), { documentReference: "'二'!A1" });
    source?.merge(areaOf("C1:D1"));
    source?.setRowHeight(1, 1, 40);
    target?.write(areaOf("C2"), [["旧"]]);
    target?.merge(areaOf("A1:B1"));
    await onSheet((sheet, context) => {
      const rows = context.workbook.worksheets.getItem("二").getRange("1:2").untrack();
      sheet.getRange("1:2").untrack().copyFrom(rows, "All");
      return nothing;
    });
    expect(target?.read(areaOf("A1:C2"))).toEqual(source?.read(areaOf("A1:C2")));
    expect(target?.numberFormats(areaOf("B2"))).toEqual([["0.00"]]);
    expect(target?.styleAt(areaOf("B1"))).toEqual({ bold: true });
    expect(target?.bordersAt(areaOf("A2")).bottom).not.toBeNull();
    expect(target?.linkAt(areaOf("A2"))).toEqual({ documentReference: "'二'!A1" });
    expect(target?.merges()).toEqual([areaOf("C1:D1")]);
    expect([target?.rowHeight(0), target?.rowHeight(1)]).toEqual([15, 40]);
  });

  test("copying to another place, or in part, is not modelled and fails", async () => {
    const copy = (to: string, type: Excel.RangeCopyType | "All" | "Values") =>
      onSheet((sheet, context) => {
        const rows = context.workbook.worksheets.getItem("二").getRange("A1:B2").untrack();
        sheet.getRange(to).untrack().copyFrom(rows, type);
        return nothing;
      });
    await expect(copy("C1:D2", "All")).rejects.toMatchObject({ code: "ApiNotFound" });
    await expect(copy("A1:B2", "Values")).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  test("without custom functions the requirement set says so", () => {
    officeForNode(new MemoryWorkbook(["一"], { hasCustomFunctions: false }));
    expect(Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1")).toBe(false);
    officeForNode(new MemoryWorkbook(["一"]));
    expect(Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
  });
});
