/** What tells the width of a digit of the workbook's default font, once it is loaded. */
export interface DigitProbe {
  readonly sheet: Excel.Worksheet;
  /** The last column has the default width, in points; the sheet's `standardWidth` is the same in characters. */
  readonly lastColumn: Excel.Range;
}

const USUAL_DIGIT_WIDTH = 7;
const POINTS_PER_PIXEL = 0.75;
const PIXEL_PADDING = 5;

/** Queues what tells the width of a digit. */
export function loadDigitProbe(workbook: Excel.Workbook): DigitProbe {
  const sheet = workbook.worksheets.getFirst();
  sheet.load("standardWidth");
  const lastColumn = sheet.getRange("XFD1").untrack();
  lastColumn.load("format/columnWidth");
  return { sheet, lastColumn };
}

/** Width of a digit of the workbook's default font, in pixels at 96 to the inch. */
export function digitWidthOf({ sheet, lastColumn }: DigitProbe): number {
  const pixels = lastColumn.format.columnWidth / POINTS_PER_PIXEL - PIXEL_PADDING;
  const width = pixels / sheet.standardWidth;
  return width >= 4 && width <= 20 ? width : USUAL_DIGIT_WIDTH;
}
