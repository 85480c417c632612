import type { FormulaTest, StagedSheet } from "./stagedSheet";
import { dressSheet, prepareSheet, rowBlocks, writeRows } from "./stagedSheet";

/** Bytes of cells in one request: well below Excel's five megabytes, with room for the formats beside them. */
const BYTES_PER_SYNC = 3_000_000;
/** About what one style, merge, height or link takes of a request. */
const BYTES_PER_LOOK = 700;
/** So that the host answers, and a clerk can cancel, while many sheets are written. */
const SHEETS_PER_SYNC = 20;

export interface WritingOptions {
  /** Width of a digit of the workbook's default font, in pixels. */
  readonly digitWidth: number;
  /** Formulas that are left out for now. */
  readonly isDeferred: FormulaTest;
  /** Queues what belongs into the last batch, behind the sheets. */
  readonly finish?: () => void;
  /** Called after each sync with how much is done, 0 to 1. */
  readonly afterSync?: (done: number) => void;
}

/** A piece of work that is queued whole, and about how much of a request it takes. */
interface Step {
  readonly bytes: number;
  /** Whether it is the first of its sheet. */
  readonly beginsSheet: boolean;
  readonly queue: () => void;
}

/**
 * Writes sheets that stand empty, in as few syncs as their size allows: one for a sheet or a few, one for every
 * twenty of many.
 */
export async function writeSheets(
  context: Excel.RequestContext,
  sheets: readonly StagedSheet[],
  options: WritingOptions,
): Promise<void> {
  const steps = sheets.flatMap((sheet) => stepsOf(sheet, options));
  const writeFrom = async (start: number): Promise<void> => {
    const end = endOfBatch(steps, start);
    for (const step of steps.slice(start, end)) step.queue();
    const isLast = end === steps.length;
    if (isLast) options.finish?.();
    await context.sync();
    options.afterSync?.(isLast ? 1 : end / steps.length);
    if (!isLast) await writeFrom(end);
  };
  await writeFrom(0);
}

/** What is done to one sheet, in order: what has to stand before the cells, the cells, the looks. */
function stepsOf(sheet: StagedSheet, { digitWidth, isDeferred }: WritingOptions): Step[] {
  const { styles, merges, rowHeights, columnWidths, links, dropDowns = [] } = sheet.plan;
  const sizes = rowHeights.size / 2 + columnWidths.length / 2;
  const looks = styles.length + merges.length + sizes + links.length + dropDowns.length;
  return [
    {
      bytes: 0,
      beginsSheet: true,
      queue: () => {
        prepareSheet(sheet);
      },
    },
    ...rowBlocks(sheet, BYTES_PER_SYNC).map((block): Step => ({
      bytes: block.bytes,
      beginsSheet: false,
      queue: () => {
        writeRows(block, isDeferred);
      },
    })),
    {
      bytes: looks * BYTES_PER_LOOK,
      beginsSheet: false,
      queue: () => {
        dressSheet(sheet, digitWidth);
      },
    },
  ];
}

/** The first step that no longer goes into one request with those from `start` on. */
function endOfBatch(steps: readonly Step[], start: number): number {
  let bytes = 0;
  let sheets = 0;
  for (let end = start; end < steps.length; end++) {
    const step = steps[end];
    bytes += step?.bytes ?? 0;
    if (step?.beginsSheet) sheets += 1;
    if (end > start && (bytes > BYTES_PER_SYNC || sheets > SHEETS_PER_SYNC)) return end;
  }
  return steps.length;
}
