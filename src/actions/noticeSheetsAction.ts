import type { NoticeKind } from "../core/notices/noticeKinds";
import { SETTINGS_MARK } from "../core/notices/noticeSettings";
import { templateMark } from "../core/notices/readTemplate";
import { planNoticeSettingsSheet } from "../core/reports/notice/settingsSheet";
import { planNoticeTemplateSheet } from "../core/reports/notice/templateSheet";
import { sheetMarked, type SheetMark } from "../core/workbook/snapshot";
import type { Action } from "./action";
import { beginStep, failed, type RunInput } from "./prepare";
import { prepareNotices } from "./prepareNotices";
import { writeFrom } from "./writeFrom";

/** Which of the sheets that the clerk edits is wanted, and whether it is to be made anew as built in. */
export interface NoticeSheetsInput extends RunInput {
  readonly sheet: { readonly of: "settings" } | { readonly of: "template"; readonly kind: NoticeKind };
  readonly reset: boolean;
}

/** Where the sheet is. */
export interface NoticeSheetsOutput {
  readonly sheet: string;
}

/**
 * Puts a template or the settings into the workbook for the clerk to edit. One that stands there already is left as
 * it is, unless the clerk asks for the built-in one.
 */
export const noticeSheetsAction: Action<NoticeSheetsInput, NoticeSheetsOutput> = {
  id: "notice-sheets",
  label: "action.notice-sheets",
  async run(context, input) {
    const result = await prepareNotices(context, input);
    if (result.status !== "done") return result;
    const { snapshot, ranking } = result.output.sources;
    const { sheet: wanted } = input;
    const mark: SheetMark = wanted.of === "settings" ? SETTINGS_MARK : templateMark(wanted.kind.id);
    const standing = sheetMarked(snapshot, mark);
    if (standing && !input.reset) return { status: "done", output: { sheet: standing.name } };
    await beginStep(context, "writing");
    const plan =
      wanted.of === "settings"
        ? planNoticeSettingsSheet(ranking.groups.map(({ name }) => name))
        : planNoticeTemplateSheet(wanted.kind, ranking.scheme);
    const written = await writeFrom(context, snapshot, {
      sheets: [{ ...plan, activate: true }],
      edits: [],
      removals: [],
    });
    if (!written.ok) return failed(written);
    return { status: "done", output: { sheet: written.value[0]?.name ?? plan.name } };
  },
};
