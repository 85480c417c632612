import { openedRankings, type OpenedRanking } from "../actions/openedRankings";
import { excelWorkbook } from "./excelWorkbook";

/** The rankings that the workbook holds that Excel has open. */
export function officeRankings(): Promise<readonly OpenedRanking[]> {
  return openedRankings(excelWorkbook());
}
