import { readXlsx, type BorderStyle, type CellStyle, type Sheet } from "hucre";
import { parseArea } from "../../../src/core/workbook/address";
import type { CellStyle as PlannedStyle } from "../../../src/core/workbook/plan";
import { describePort, type SheetLook } from "../portContract";
import { describedBytes } from "./describedWorkbook";
import { opened, snapshotOf } from "./opened";

/** How a sheet looks, as a library sees it that had no part in writing it. */
function lookOf(sheet: Sheet): SheetLook {
  const cell = (address: string) => {
    const area = parseArea(address);
    return area ? sheet.cells?.get(`${String(area.row)},${String(area.column)}`) : undefined;
  };
  const style = (address: string): CellStyle | undefined => cell(address)?.style;
  const sides: readonly (keyof BorderStyle)[] = ["top", "right", "bottom", "left"];
  const titles = /^\$?(\d+):\$?(\d+)$/.exec(sheet.pageSetup?.printTitlesRow ?? "");
  const top = sheet.pageSetup?.margins?.top;
  return {
    bold: (address) => style(address)?.font?.bold === true,
    fontSize: (address) => style(address)?.font?.size,
    // The library knows more alignments than a plan has; the suite asks for one of a plan's.
    horizontal: (address) => style(address)?.alignment?.horizontal as PlannedStyle["horizontal"],
    boxed: (address) => sides.every((side) => style(address)?.border?.[side] !== undefined),
    orientation: sheet.pageSetup?.orientation,
    repeatRows: titles ? [Number(titles[1]) - 1, Number(titles[2]) - 1] : undefined,
    pagesWide: sheet.pageSetup?.fitToWidth,
    footer: sheet.headerFooter?.oddFooter,
    topMargin: top === undefined ? undefined : top * 25.4,
    frozenRows: sheet.freezePane?.rows ?? 0,
    linkTarget: (address) => cell(address)?.hyperlink?.location,
  };
}

describePort("file adapter", async (workbook) => {
  const port = await opened(describedBytes(workbook));
  return {
    port,
    // Saved and opened anew: what counts is what stands in the file.
    read: async () => snapshotOf(await port.save()),
    look: async (name) => {
      const saved = await readXlsx(await port.save(), { readStyles: true });
      const sheet = saved.sheets.find((candidate) => candidate.name === name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      return lookOf(sheet);
    },
  };
});
