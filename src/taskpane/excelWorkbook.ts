import { createOfficePort } from "../workbook/office/officePort";
import type { VisibleWorkbookPort } from "../workbook/port";

let port: VisibleWorkbookPort | null = null;

/** The workbook that Excel has open: one port for the whole pane, because a port knows its own writes. */
export function excelWorkbook(): VisibleWorkbookPort {
  port ??= createOfficePort();
  return port;
}
