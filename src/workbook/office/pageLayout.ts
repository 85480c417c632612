import { areaAddress } from "../../core/workbook/address";
import type { PageSetup } from "../../core/workbook/plan";

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Sets up how a sheet prints. */
export function writePageLayout(sheet: Excel.Worksheet, page: PageSetup): void {
  const layout = sheet.pageLayout;
  layout.paperSize = Excel.PaperType.a4;
  layout.orientation =
    page.orientation === "landscape" ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  layout.topMargin = page.margins.top * POINTS_PER_MILLIMETRE;
  layout.bottomMargin = page.margins.bottom * POINTS_PER_MILLIMETRE;
  layout.leftMargin = page.margins.left * POINTS_PER_MILLIMETRE;
  layout.rightMargin = page.margins.right * POINTS_PER_MILLIMETRE;
  layout.headerMargin = page.margins.header * POINTS_PER_MILLIMETRE;
  layout.footerMargin = page.margins.footer * POINTS_PER_MILLIMETRE;
  if (page.fitWidth) layout.zoom = { horizontalFitToPages: 1 };
  if (page.centerHorizontally !== undefined) layout.centerHorizontally = page.centerHorizontally;
  if (page.firstPageNumber !== undefined) layout.firstPageNumber = page.firstPageNumber;
  if (page.printArea) layout.setPrintArea(areaAddress(page.printArea));
  if (page.repeatRows) {
    const [first, last] = page.repeatRows;
    layout.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  }
  writeHeaderFooter(layout.headersFooters.defaultForAllPages, page);
  for (const row of page.breaksBefore ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

function writeHeaderFooter(target: Excel.HeaderFooter, page: PageSetup): void {
  const header = sectionsOf(page.header ?? "");
  const footer = sectionsOf(page.footer ?? "");
  target.set({
    leftHeader: header.L,
    centerHeader: header.C,
    rightHeader: header.R,
    leftFooter: footer.L,
    centerFooter: footer.C,
    rightFooter: footer.R,
  });
}

interface Sections {
  readonly L: string;
  readonly C: string;
  readonly R: string;
}

/** The three sections of a header or footer; codes before any section mark belong to the middle. */
function sectionsOf(codes: string): Sections {
  const sections = { L: "", C: "", R: "" };
  let current: keyof Sections = "C";
  for (const [token] of codes.matchAll(/&[\s\S]|[^&]+|&/g)) {
    if (token === "&L" || token === "&C" || token === "&R")
      current = token === "&L" ? "L" : token === "&C" ? "C" : "R";
    else sections[current] += token;
  }
  return sections;
}
