import { plainPage } from "../workbook/plainPage";
import type { SheetPlan } from "../workbook/plan";
import { SCHEME_MARK } from "../scheme/schemeSheet";
import type { Scheme } from "../scheme/scheme";
import { SCHEME_SHEET_TITLE } from "../scheme/sheet/sections";
import { SchemeSheetWriter } from "./schemeSheetWriter";
import { COLUMN_WIDTHS, PRINTED_COLUMNS } from "./schemeSheetStyle";

/**
 * The sheet 考评方案 (A4 landscape): a scheme as tables that an office edits like any other, with drop-downs for
 * choices and room for more rows. `readSchemeSheet` reads it back; its words are Chinese in every language.
 */
export function planSchemeSheet(scheme: Scheme): SheetPlan {
  const writer = new SchemeSheetWriter(scheme);
  const { builder, dropDowns, rosterRow } = writer.write();
  return {
    name: SCHEME_SHEET_TITLE,
    mark: SCHEME_MARK,
    visibility: "visible",
    ...builder.content,
    columnWidths: COLUMN_WIDTHS,
    dropDowns,
    page: {
      ...plainPage("landscape"),
      printArea: { row: 0, column: 0, rowCount: builder.nextRow, columnCount: PRINTED_COLUMNS },
      ...(rosterRow === null ? {} : { breaksBefore: [rosterRow] }),
      footer: "&C第 &P 页，共 &N 页",
      centerHorizontally: true,
    },
  };
}
