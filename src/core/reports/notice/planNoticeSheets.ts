import type { NoticeKind } from "../../notices/noticeKinds";
import { unitNoticeMark, wholeNoticeMark } from "../../notices/noticeMarks";
import type { RegisteredNotice } from "../../notices/noticeRegister";
import type { NoticeUnit } from "../../notices/noticeScope";
import type { NoticeSettings } from "../../notices/noticeSettings";
import type { CellPosition } from "../../workbook/address";
import type { SheetPlan } from "../../workbook/plan";
import type { SheetMark } from "../../workbook/snapshot";
import type { NoticeDocument } from "./noticeRows";
import { planNoticeSheet } from "./noticeSheet";
import { noticeSheetNames } from "./noticeSheetNames";

/** A notice on its way: its units, its words. */
export interface NoticeDraft {
  readonly units: readonly NoticeUnit[];
  readonly registered: RegisteredNotice;
  readonly notice: NoticeDocument;
}

/** What the sheets of notices depend on beside their words. */
interface SheetsOptions {
  readonly kind: NoticeKind;
  readonly layout: "sheets" | "one-sheet";
  /** The period's id. */
  readonly period: string;
  readonly periodName: string;
  readonly settings: NoticeSettings;
  /** What was made before. */
  readonly made: readonly RegisteredNotice[];
}

/** Sheets of notices. */
interface PlannedSheets {
  readonly sheets: readonly SheetPlan[];
  /** Each notice with its place on them. */
  readonly notices: readonly RegisteredNotice[];
  /** Marks of our sheets that they take the place of. */
  readonly removals: readonly SheetMark[];
}

/** The sheets of notices: one for each unit, or one for all with page breaks. */
export function planNoticeSheets(drafts: readonly NoticeDraft[], options: SheetsOptions): PlannedSheets {
  const { kind, layout, period } = options;
  const whole = wholeNoticeMark(kind.id, period);
  const unitMarks = drafts.flatMap(({ units: [unit] }) =>
    kind.scope === "unit" && unit ? [unitNoticeMark(kind.id, period, unit.ranked.unit)] : [],
  );
  return unitMarks.length === 0 || layout === "one-sheet"
    ? { ...oneSheet(drafts, whole, options), removals: unitMarks }
    : {
        ...sheetsByUnit(drafts, unitMarks, options),
        removals: coversAllMade(drafts, options) ? [whole] : [],
      };
}

function oneSheet(
  drafts: readonly NoticeDraft[],
  mark: SheetMark,
  { kind, periodName, settings }: SheetsOptions,
): Omit<PlannedSheets, "removals"> {
  const [name = ""] = noticeSheetNames([`${kind.shortName} ${periodName}`]);
  const documents = drafts.map(({ notice }) => notice);
  const { plan, stamps } = planNoticeSheet(name, mark, documents, settings);
  const notices = drafts.map(({ registered }, index) => placed(registered, name, stamps[index]));
  return { sheets: [{ ...plan, activate: true }], notices };
}

/** A sheet a notice; `marks` are those of the drafts, in their order. */
function sheetsByUnit(
  drafts: readonly NoticeDraft[],
  marks: readonly SheetMark[],
  { kind, settings }: SheetsOptions,
): Omit<PlannedSheets, "removals"> {
  const names = noticeSheetNames(
    drafts.map(({ registered }) => `${kind.shortName} ${registered.units[0] ?? ""}`),
  );
  const made = marks.flatMap((mark, index) => {
    const draft = drafts[index];
    if (!draft) return [];
    const name = names[index] ?? "";
    const { plan, stamps } = planNoticeSheet(name, mark, [draft.notice], settings);
    const sheet: SheetPlan = index === 0 ? { ...plan, activate: true } : plan;
    return [{ sheet, notice: placed(draft.registered, name, stamps[0]) }];
  });
  return { sheets: made.map(({ sheet }) => sheet), notices: made.map(({ notice }) => notice) };
}

/** Whether every notice of this kind and period that was made before is made anew: then no other sheet holds one. */
function coversAllMade(drafts: readonly NoticeDraft[], { kind, period, made }: SheetsOptions): boolean {
  const names = new Set(drafts.flatMap(({ registered }) => registered.units));
  return made
    .filter((notice) => notice.kind === kind.id && notice.period === period)
    .every(({ units: [name] }) => name === undefined || names.has(name));
}

function placed(notice: RegisteredNotice, sheet: string, stamp: CellPosition | undefined): RegisteredNotice {
  return { ...notice, sheet, stamp: stamp ?? null };
}
