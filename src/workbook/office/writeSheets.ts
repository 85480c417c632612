import type { FormulaTest, RowBlock, StagedSheet } from "./stagedSheet";
import { dressSheet, prepareSheet, rowBlocks, writeRows } from "./stagedSheet";

/** Bytes of cells in one request: well below Excel's five megabytes, with room for the formats beside them. */
const BYTES_PER_SYNC = 3_000_000;

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

/** Writes sheets that stand empty, in as few syncs as the size of their cells allows: usually one. */
export async function writeSheets(
  context: Excel.RequestContext,
  sheets: readonly StagedSheet[],
  { digitWidth, isDeferred, finish, afterSync }: WritingOptions,
): Promise<void> {
  for (const sheet of sheets) prepareSheet(sheet);
  const blocks = sheets.flatMap((sheet) => rowBlocks(sheet, BYTES_PER_SYNC));
  const writeFrom = async (start: number): Promise<void> => {
    const end = endOfBatch(blocks, start);
    for (const block of blocks.slice(start, end)) writeRows(block, isDeferred);
    const isLast = end === blocks.length;
    if (isLast) {
      for (const sheet of sheets) dressSheet(sheet, digitWidth);
      finish?.();
    }
    await context.sync();
    afterSync?.(isLast ? 1 : end / blocks.length);
    if (!isLast) await writeFrom(end);
  };
  await writeFrom(0);
}

/** The first block that no longer fits into one request with those from `start` on. */
function endOfBatch(blocks: readonly RowBlock[], start: number): number {
  let bytes = 0;
  for (let end = start; end < blocks.length; end++) {
    bytes += blocks[end]?.bytes ?? 0;
    if (end > start && bytes > BYTES_PER_SYNC) return end;
  }
  return blocks.length;
}
