import type { Finding } from "../../findings/finding";
import { noticeFinding } from "../../notices/noticeFindings";
import { noticeKind } from "../../notices/noticeKinds";
import { findSelfFeeding } from "../../notices/selfFeeding";
import { isSameNotice, type NoticeRegister, type RegisteredNotice } from "../../notices/noticeRegister";
import { noticeStatuses } from "../../notices/staleNotices";
import type { CellEdit, PlannedPrintArea } from "../../workbook/plan";
import type { NoticeSources } from "./planNotices";

/** What stands beside a notice whose figures have changed since it was made. */
const STALE_STAMP = "数据已变化，请重新生成";

/**
 * Stamps to set and to take off; findings for notices that their figures have left behind, and for cells that let a
 * notice feed the ranking that it came from.
 */
export interface PlannedStamps {
  readonly edits: readonly CellEdit[];
  readonly printAreas: readonly PlannedPrintArea[];
  readonly findings: readonly Finding[];
}

/**
 * Stamps notices of the ranking's period whose figures have changed, beside the page and outside the print area,
 * which is set then; takes the stamp off where the figures are as they were. A cell that holds anything else than
 * our stamp is left alone.
 *
 * @param madeAnew Notices that the same run makes: they are left out.
 */
export function planStamps(
  { snapshot, ranking, remarks }: NoticeSources,
  register: NoticeRegister,
  madeAnew: readonly RegisteredNotice[] = [],
): PlannedStamps {
  const edits: CellEdit[] = [];
  const printAreas: PlannedPrintArea[] = [];
  const findings: Finding[] = findSelfFeeding(snapshot, register, ranking.period.id);
  const statuses = noticeStatuses(snapshot, register, ranking, remarks).filter(
    ({ notice }) => !madeAnew.some((made) => isSameNotice(made, notice)),
  );
  for (const { notice, sheet, stale, stamp } of statuses) {
    if (!sheet) continue;
    if (stale) {
      const name = noticeKind(notice.kind)?.name ?? notice.kind;
      const parameters = { kind: name, units: notice.units.join("、"), number: notice.numberText };
      findings.push(
        noticeFinding("notice-figures-changed", { sheet: sheet.name, cell: notice.stamp }, parameters),
      );
    }
    if (!notice.stamp || sheet.protected) continue;
    const cell = { sheet: sheet.name, ...notice.stamp };
    if (stale && stamp === "") {
      edits.push({ cell, expected: null, value: STALE_STAMP });
      const rowCount = Math.max(1, sheet.area.row + sheet.area.rowCount);
      printAreas.push({
        sheet: sheet.name,
        area: { row: 0, column: 0, rowCount, columnCount: notice.stamp.column - 1 },
      });
    }
    if (!stale && stamp === STALE_STAMP) edits.push({ cell, expected: STALE_STAMP, value: null });
  }
  return { edits, printAreas, findings };
}
