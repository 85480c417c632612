import type { PageSetup } from "../../core/workbook/plan";
import type { HostPage } from "../emulator/hostWorkbook";

const MILLIMETRES_PER_POINT = 25.4 / 72;
/** Excel's default margins in points. */
const DEFAULT_MARGINS = { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 };

/** How a sheet prints, as a planned sheet has it. Paper is always A4. */
export function plannedPage(page: HostPage): PageSetup {
  const { zoom, titleRows, printArea, header, footer, centerHorizontally, breaksBefore } = page;
  return {
    paper: "a4",
    orientation: page.orientation ?? "portrait",
    margins: {
      top: millimetres(page.topMargin ?? DEFAULT_MARGINS.top),
      bottom: millimetres(page.bottomMargin ?? DEFAULT_MARGINS.bottom),
      left: millimetres(page.leftMargin ?? DEFAULT_MARGINS.left),
      right: millimetres(page.rightMargin ?? DEFAULT_MARGINS.right),
      header: millimetres(page.headerMargin ?? DEFAULT_MARGINS.header),
      footer: millimetres(page.footerMargin ?? DEFAULT_MARGINS.footer),
    },
    fitWidth: zoom !== undefined && "pagesWide" in zoom && zoom.pagesWide === 1,
    ...(titleRows ? { repeatRows: titleRows } : {}),
    ...(printArea ? { printArea } : {}),
    ...(header === undefined ? {} : { header }),
    ...(footer === undefined ? {} : { footer }),
    ...(centerHorizontally === undefined ? {} : { centerHorizontally }),
    ...(breaksBefore === undefined ? {} : { breaksBefore }),
  };
}

function millimetres(points: number): number {
  return points * MILLIMETRES_PER_POINT;
}
