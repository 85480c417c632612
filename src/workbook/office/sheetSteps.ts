import type { PlannedLink, SheetPlan, StyledArea } from "../../core/workbook/plan";
import type { Step } from "./batches";
import { joinStyles, splitStyle } from "./joinStyles";
import { writePageLayout } from "./pageLayout";
import { writeNumberFormat, writeStyle } from "./sheetStyles";
import { writeColumnWidths, writeRowHeight, rowHeightRuns } from "./sheetSizes";
import {
  rowBlocks,
  writeDropDown,
  writeLink,
  writeRows,
  type FormulaTest,
  type StagedSheet,
} from "./stagedSheet";

/*
 * About how many bytes of a request things take, found by counting. A cell of an area that gets a look takes none, but
 * work of the host's, which has to end soon, too.
 */
const BYTES_OF = {
  link: 450,
  numberFormat: 370,
  area: 500,
  look: 130,
  borders: 2_100,
  merge: 360,
  dropDown: 700,
  columnWidth: 700,
  rowHeight: 500,
  page: 8_000,
  pageBreak: 180,
  styledCell: 3,
} as const;

/** Rows of cells that are queued at once. */
const BYTES_IN_BLOCK = 400_000;
/** Cells that get a look at once. */
const STYLED_AT_ONCE = 50_000;

export interface WritingOptions {
  /** Width of a digit of the workbook's default font, in pixels. */
  readonly digitWidth: number;
  /** Formulas that are left out for now. */
  readonly isDeferred: FormulaTest;
}

/**
 * What is done to an empty sheet, in order: what has to stand before the cells, the cells, their looks, the page. The
 * sheet is asked for when the first step is queued.
 */
export function sheetSteps(plan: SheetPlan, target: () => Excel.Worksheet, options: WritingOptions): Step[] {
  const staged = (): StagedSheet => ({ plan, sheet: target() });
  const styles = joinStyles(plan.styles).flatMap((styled) => splitStyle(styled, STYLED_AT_ONCE));
  return [
    // Links first: Excel gives their cells a style and a text of its own, which ours then replaces.
    ...plan.links.map((link): Step => linkStep(target, link, link.target.sheet)),
    ...styles
      .filter(({ style }) => style.numberFormat !== undefined)
      .map((styled): Step => ({
        bytes: BYTES_OF.numberFormat + bytesOfCells(styled),
        queue: () => {
          writeNumberFormat(target(), styled);
        },
      })),
    ...rowBlocks(plan, BYTES_IN_BLOCK).map((block): Step => ({
      bytes: block.bytes,
      queue: () => {
        writeRows(staged(), block, options.isDeferred);
      },
    })),
    ...styles.map((styled): Step => ({
      bytes: bytesOfStyle(styled),
      queue: () => {
        writeStyle(target(), styled);
      },
    })),
    ...plan.merges.map(({ row, column, rowCount, columnCount }): Step => ({
      bytes: BYTES_OF.merge,
      queue: () => {
        target().getRangeByIndexes(row, column, rowCount, columnCount).untrack().merge(false);
      },
    })),
    ...(plan.dropDowns ?? []).map((dropDown): Step => ({
      bytes: BYTES_OF.dropDown,
      queue: () => {
        writeDropDown(target(), dropDown);
      },
    })),
    ...rowHeightRuns(plan.rowHeights).map((run): Step => ({
      bytes: BYTES_OF.rowHeight,
      queue: () => {
        writeRowHeight(target(), run);
      },
    })),
    pageStep(plan, target, options.digitWidth),
  ];
}

/** Points a link at the sheet whose name is given. */
export function linkStep(target: () => Excel.Worksheet, link: PlannedLink, sheetName: string): Step {
  return {
    bytes: BYTES_OF.link + 2 * (sheetName.length + link.tip.length),
    queue: () => {
      writeLink(target(), link, sheetName);
    },
  };
}

/** What a sheet has apart from its rows: the columns' widths, the printed page, the rows that stay in view. */
export function pageStep(plan: SheetPlan, target: () => Excel.Worksheet, digitWidth: number): Step {
  const breaks = plan.page.breaksBefore?.length ?? 0;
  return {
    bytes: BYTES_OF.page + breaks * BYTES_OF.pageBreak + plan.columnWidths.length * BYTES_OF.columnWidth,
    queue: () => {
      const sheet = target();
      writeColumnWidths(sheet, plan.columnWidths, digitWidth);
      writePageLayout(sheet, plan.page);
      if (plan.frozenRows !== undefined && plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
    },
  };
}

function bytesOfStyle(styled: StyledArea): number {
  const { borders, topLine, bottomLine } = styled.style;
  const looks = Object.keys(styled.style).length + (topLine ? 3 : 0) + (bottomLine ? 3 : 0);
  return BYTES_OF.area + (borders ? BYTES_OF.borders : 0) + looks * (BYTES_OF.look + bytesOfCells(styled));
}

function bytesOfCells({ area }: StyledArea): number {
  return area.rowCount * area.columnCount * BYTES_OF.styledCell;
}
