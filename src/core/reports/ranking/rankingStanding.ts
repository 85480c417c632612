import { readRegister, type NoticeRegister } from "../../notices/noticeRegister";
import type { Ranking } from "../../ranking/ranking";
import { rankingChanges, type RankingChanges } from "../../ranking/rankingChanges";
import type { RankingRecord } from "../../ranking/rankingRecord";
import { sheetMarked, type Snapshot } from "../../workbook/snapshot";
import { storedRecord } from "./recordSheet";

/** The kind in the mark of a ranking sheet; its key is the period's id. */
export const RANKING_SHEET_KIND = "ranking";

/** A ranking that the workbook holds. */
export interface WrittenRanking {
  /** The name of its sheet. */
  readonly sheet: string;
  readonly madeAt: string;
  /** The name of the scheme that it was made by. */
  readonly scheme: string;
  /** The number under which it was approved; null for a draft. */
  readonly approvedAs: string | null;
  /** How many notices of its period there are. */
  readonly notices: number;
}

/** A ranking that the workbook holds, and how it stands to the workbook as it is now. */
export interface RankingStanding extends WrittenRanking, RankingChanges {}

/** How the written ranking of a period stands; null where the workbook has none, or one of before records were kept. */
export function rankingStanding(snapshot: Snapshot, ranking: Ranking): RankingStanding | null {
  const record = storedRecord(snapshot, ranking.period.id);
  const sheet = sheetMarked(snapshot, { kind: RANKING_SHEET_KIND, key: ranking.period.id });
  if (record === null || sheet === undefined) return null;
  const written = writtenRanking(record, sheet.name, readRegister(snapshot));
  return { ...written, ...rankingChanges(record, ranking) };
}

/** What is to say of a written ranking, from its record and the register of approvals and notices. */
export function writtenRanking(
  { period, madeAt, scheme, digest }: RankingRecord,
  sheet: string,
  { approvals, notices }: NoticeRegister,
): WrittenRanking {
  const approval = approvals.find((candidate) => candidate.period === period && candidate.digest === digest);
  return {
    sheet,
    madeAt,
    scheme,
    approvedAs: approval?.number ?? null,
    notices: notices.filter((notice) => notice.period === period).length,
  };
}
