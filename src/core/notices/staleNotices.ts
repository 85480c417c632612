import type { AssessedUnit } from "../assessment/assessment";
import type { Ranking } from "../ranking/ranking";
import type { UnitRemarks } from "../recognise/units/readUnitRemarks";
import { valueAt, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import { noticeDigest } from "./figuresOf";
import { noticeKind } from "./noticeKinds";
import { unitNoticeMark, wholeNoticeMark } from "./noticeMarks";
import type { NoticeRegister, RegisteredNotice } from "./noticeRegister";

/** A notice that stands in the workbook, beside the figures of today. */
export interface NoticeStatus {
  readonly notice: RegisteredNotice;
  /** The sheet that it stands on now; null: somebody took it away. */
  readonly sheet: SheetSnapshot | null;
  /** Whether a figure that it shows is another today than when it was made. */
  readonly stale: boolean;
  /** The text in its stamp's cell. */
  readonly stamp: string;
}

/**
 * Compares the notices of a ranking's period with its figures. Notices of other periods are left out: their figures
 * are not at hand.
 */
export function noticeStatuses(
  snapshot: Snapshot,
  register: NoticeRegister,
  ranking: Ranking,
  remarks: UnitRemarks,
): NoticeStatus[] {
  const units = new Map(
    ranking.groups.flatMap(({ ranked, unranked }) =>
      [...ranked, ...unranked].map(({ unit }): [string, AssessedUnit] => [unit.name, unit]),
    ),
  );
  return register.notices
    .filter(({ period }) => period === ranking.period.id)
    .flatMap((notice): NoticeStatus[] => {
      const kind = noticeKind(notice.kind);
      if (kind === null) return [];
      const sheet = sheetOf(snapshot, notice, units.get(notice.units[0] ?? ""));
      const value = sheet && notice.stamp ? valueAt(sheet, notice.stamp) : null;
      return [
        {
          notice,
          sheet,
          stale: noticeDigest(kind, ranking, notice.units, remarks) !== notice.digest,
          stamp: typeof value === "string" ? value : "",
        },
      ];
    });
}

function sheetOf(
  snapshot: Snapshot,
  { kind, period }: RegisteredNotice,
  unit: AssessedUnit | undefined,
): SheetSnapshot | null {
  const marks = [
    ...(unit && noticeKind(kind)?.scope === "unit" ? [unitNoticeMark(kind, period, unit)] : []),
    wholeNoticeMark(kind, period),
  ];
  const keys = marks.map(({ key }) => key);
  const found = snapshot.sheets.filter(({ mark }) => mark?.kind === "notice" && keys.includes(mark.key));
  return found.find(({ mark }) => mark?.key === keys[0]) ?? found[0] ?? null;
}
