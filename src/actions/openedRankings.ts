import { readRegister } from "../core/notices/noticeRegister";
import {
  RANKING_SHEET_KIND,
  writtenRanking,
  type WrittenRanking,
} from "../core/reports/ranking/rankingStanding";
import { storedRecord } from "../core/reports/ranking/recordSheet";
import { changedUnitsOn } from "../core/reports/ranking/sourceColumns";
import type { Snapshot } from "../core/workbook/snapshot";
import type { WorkbookPort } from "../workbook/port";

/** A ranking that the workbook holds, as its own sheets tell of it. */
export interface OpenedRanking extends WrittenRanking {
  /** Units whose sources have changed since, by the formulas on the ranking's sheet. */
  readonly changedUnits: number;
}

/**
 * Looks which rankings a workbook holds that was just opened. Reads our own sheets only, because nobody asked for
 * anything yet; a check says what exactly has changed. A workbook that cannot be read shows none.
 */
export async function openedRankings(port: WorkbookPort): Promise<readonly OpenedRanking[]> {
  const read = await port.read({ quiet: true, ownSheetsOnly: true });
  return read.ok ? rankingsOf(read.value) : [];
}

function rankingsOf(snapshot: Snapshot): OpenedRanking[] {
  const register = readRegister(snapshot);
  return snapshot.sheets.flatMap((sheet) => {
    if (sheet.mark?.kind !== RANKING_SHEET_KIND) return [];
    const record = storedRecord(snapshot, sheet.mark.key);
    return record === null
      ? []
      : [{ ...writtenRanking(record, sheet.name, register), changedUnits: changedUnitsOn(sheet) }];
  });
}
