import { areaAddress, type Area } from "../../core/workbook/address";
import type { CellEdit, FillChange } from "../../core/workbook/plan";
import { BYTES_OF_ONE_CHANGE, runSteps, type Step } from "./batches";
import { textForExcel } from "./cellText";
import { fillStep } from "./fills";
import type { Placement } from "./placement";
import { placementSteps } from "./placementSteps";
import type { SheetsById } from "./sheetsById";
import type { FormulaTest } from "./stagedSheet";

/** What a write does to the workbook once all its sheets are staged, in words that any context can carry out. */
export interface PlannedChange {
  readonly edits: readonly { readonly edit: CellEdit; readonly sheetId: string }[];
  readonly fills: readonly { readonly change: FillChange; readonly sheetId: string }[];
  readonly printAreas: readonly { readonly area: Area; readonly sheetId: string }[];
  readonly placement: Placement;
  readonly isDeferred: FormulaTest;
  /** Width of a digit of the workbook's default font, in pixels. */
  readonly digitWidth: number;
}

/** About how many bytes of a request a print area and an edited cell take. */
const BYTES_OF = { printArea: 400, edit: 500 } as const;

/** Watches over a change as it is made. */
export interface ChangeWatch {
  /** Queues what is to be known as it is at the very moment before the change. */
  readonly queueLast: () => void;
  /** Called after the sync that brings it, and before anything is done for good where cells of the clerk's change. */
  readonly checkLast: () => Promise<void>;
  readonly onProgress: (done: number) => void;
  /** Throws where the work is to stop; asked only while all can be taken back. */
  readonly stopIfAsked: () => void;
}

/**
 * Changes the workbook: first cells of the clerk's, which can be taken back, so that the work may still be stopped;
 * then the sheets of ours, in one request where they fit. It may be done again from the beginning, wherever it was cut
 * off.
 */
export async function carryOut(
  context: Excel.RequestContext,
  change: PlannedChange,
  sheets: SheetsById,
  { queueLast, checkLast, onProgress, stopIfAsked }: ChangeWatch,
): Promise<void> {
  queueLast();
  const revocable = [...editSteps(change, sheets), ...fillSteps(change, sheets)];
  const final = [
    ...printAreaSteps(change, sheets),
    ...placementSteps(change.placement, sheets, { ...change, bytesAtOnce: BYTES_OF_ONE_CHANGE }),
  ];
  if (revocable.length === 0) {
    await runSteps(context, final, onProgress, BYTES_OF_ONE_CHANGE);
    await checkLast();
    return;
  }
  await runSteps(context, revocable, (done) => {
    onProgress(done / 2);
    stopIfAsked();
  });
  await checkLast();
  if (final.length === 0) return;
  await runSteps(context, final, (done) => onProgress(0.5 + done / 2), BYTES_OF_ONE_CHANGE);
}

/** The edits; each cell was seen to be as expected. */
function editSteps({ edits }: PlannedChange, sheets: SheetsById): Step[] {
  return edits.flatMap(({ edit, sheetId }): Step[] => {
    const sheet = sheets.get(sheetId);
    return sheet
      ? [
          {
            bytes: BYTES_OF.edit + (typeof edit.value === "string" ? 3 * edit.value.length : 0),
            queue: () => {
              writeEdit(edit, sheet);
            },
          },
        ]
      : [];
  });
}

function writeEdit({ cell, value, numberFormat }: CellEdit, sheet: Excel.Worksheet): void {
  const range = sheet.getCell(cell.row, cell.column).untrack();
  if (numberFormat !== undefined) range.numberFormat = [[numberFormat]];
  range.values = [[value === null ? "" : typeof value === "string" ? textForExcel(value) : value]];
}

function fillSteps({ fills }: PlannedChange, sheets: SheetsById): Step[] {
  return fills.flatMap(({ change: { cell, fill }, sheetId }) => {
    const sheet = sheets.get(sheetId);
    return sheet ? [fillStep(sheet, cell, fill)] : [];
  });
}

/** Says what of sheets that stand there already prints from now on. */
function printAreaSteps({ printAreas }: PlannedChange, sheets: SheetsById): Step[] {
  return printAreas.map(({ area, sheetId }) => ({
    bytes: BYTES_OF.printArea,
    queue: () => {
      sheets.get(sheetId)?.pageLayout.setPrintArea(areaAddress(area));
    },
  }));
}
