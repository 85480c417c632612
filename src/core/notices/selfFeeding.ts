import { plainText } from "../numbers/readNumber";
import type { Finding } from "../findings/finding";
import type { Snapshot } from "../workbook/snapshot";
import { noticeFinding } from "./noticeFindings";
import { noticeKind } from "./noticeKinds";
import type { NoticeRegister } from "./noticeRegister";

/** Kinds that count as events of a unit once somebody enters them into a ledger. */
const COUNTED: ReadonlySet<string> = new Set(["praise", "criticism", "talk"]);

/**
 * Cells of the clerk's sheets that name the number of a notice that this period's own ranking has caused: entered as
 * an event of the same period, it would feed the score that it comes from (rule 3). A bare number without the
 * office's code counts only where the cell says nothing else, because other offices have such numbers, too.
 */
export function findSelfFeeding(snapshot: Snapshot, register: NoticeRegister, period: string): Finding[] {
  const caused = register.notices.filter(
    (notice) => notice.period === period && COUNTED.has(notice.kind) && notice.numberText !== "",
  );
  if (caused.length === 0) return [];
  const numbers = caused.map((notice) => ({ notice, number: plainText(notice.numberText) }));
  const findings: Finding[] = [];
  for (const sheet of snapshot.sheets) {
    if (sheet.mark !== null) continue;
    sheet.values.forEach((row, rowIndex) => {
      row.forEach((value, columnIndex) => {
        if (typeof value !== "string" || !/[〔[（(]/.test(value)) return;
        const text = plainText(value);
        const found = numbers.find(({ number }) =>
          number.startsWith("〔") ? text === number : text.includes(number),
        );
        if (!found) return;
        const cell = { row: sheet.area.row + rowIndex, column: sheet.area.column + columnIndex };
        const kind = noticeKind(found.notice.kind)?.name ?? found.notice.kind;
        findings.push(
          noticeFinding(
            "notice-feeds-itself",
            { sheet: sheet.name, cell },
            { kind, number: found.notice.numberText },
          ),
        );
      });
    });
  }
  return findings;
}
