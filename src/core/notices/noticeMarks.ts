import type { AssessedUnit } from "../assessment/assessment";
import type { SheetMark } from "../workbook/snapshot";
import { digest } from "./digest";
import type { NoticeKindId } from "./noticeKinds";

const MOST_KEY_LETTERS = 80;

/** The mark of the sheet of a unit's own notice. A unit without an id is known by its name. */
export function unitNoticeMark(
  kind: NoticeKindId,
  period: string,
  unit: Pick<AssessedUnit, "id" | "name" | "group">,
): SheetMark {
  const name = unit.id ?? `${unit.group}/${unit.name}`;
  // Marks have a limited length: a very long name is known by its fingerprint.
  const key = name.length > MOST_KEY_LETTERS ? digest(name) : name;
  return { kind: "notice", key: `${kind}/${period}/unit/${key}` };
}

/** The mark of the one sheet of a list, of a notice about all units, or of the notices to all units together. */
export function wholeNoticeMark(kind: NoticeKindId, period: string): SheetMark {
  return { kind: "notice", key: `${kind}/${period}/all` };
}
