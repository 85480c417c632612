import { join } from "node:path";
import type { ActionContext, ActionResult } from "../actions/action";
import { noticeSheetsAction } from "../actions/noticeSheetsAction";
import { noticesAction, type NoticesInput, type NoticesOutput } from "../actions/noticesAction";
import type { RunInput } from "../actions/prepare";
import { stampNoticesAction } from "../actions/stampNoticesAction";
import { formatIsoDate, parseDate } from "../core/calendar/calendarDate";
import { NOTICE_KINDS, noticeKind } from "../core/notices/noticeKinds";
import type { TalkDetails } from "../core/notices/noticeScope";
import type { SheetPlan } from "../core/workbook/plan";
import type { Translate } from "../i18n";
import { newWorkbook } from "../workbook/file/newWorkbook";
import type { Message } from "./commandLine";
import type { FileOutcome, OutputFile } from "./files";
import { findingResult, type FindingResult } from "./results";

/** Options that only `notices` takes. */
export const NOTICE_OPTIONS = {
  kind: { type: "string" },
  unit: { type: "string", multiple: true },
  date: { type: "string" },
  "approved-by": { type: "string" },
  "approved-on": { type: "string" },
  "approved-no": { type: "string" },
  "red-head": { type: "boolean" },
  "one-sheet": { type: "boolean" },
  "unit-files": { type: "string" },
  set: { type: "string", multiple: true },
  template: { type: "boolean" },
  stamp: { type: "boolean" },
} as const;

/** The values of those options, as the arguments have them. */
export interface NoticeOptionValues {
  readonly kind?: string | undefined;
  readonly unit?: readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly "approved-by"?: string | undefined;
  readonly "approved-on"?: string | undefined;
  readonly "approved-no"?: string | undefined;
  readonly "red-head"?: boolean | undefined;
  readonly "one-sheet"?: boolean | undefined;
  readonly "unit-files"?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly template?: boolean | undefined;
  readonly stamp?: boolean | undefined;
}

/** What `notices` is asked to do. */
export type NoticesTask =
  | {
      readonly do: "make";
      readonly input: Omit<NoticesInput, keyof RunInput>;
      /** A folder to write a workbook a unit into. */
      readonly unitFiles: string | null;
    }
  /** Puts the built-in template of a kind into the workbook, for editing. */
  | { readonly do: "template"; readonly kind: NoticesInput["kind"] }
  /** Compares the notices that stand in the workbook with its figures. */
  | { readonly do: "stamp" };

/** Names of `--set`, and what each gives. */
const SET_NAMES: ReadonlyMap<string, keyof TalkDetails> = new Map([
  ["约谈事由", "reason"],
  ["约谈时间", "time"],
  ["约谈地点", "place"],
  ["约谈人", "by"],
  ["约谈目的", "purpose"],
  ["约谈要求", "demands"],
]);

/** Options that go with `--stamp`, and with `--template`: any other would be ignored. */
const STAMP_OPTIONS: readonly string[] = ["stamp"];
const TEMPLATE_OPTIONS: readonly string[] = ["template", "kind"];

/** Reads the options of `notices`; or the message that says what is wrong with them. */
export function noticesTask(values: NoticeOptionValues): FileOutcome<NoticesTask> {
  if (values.stamp) {
    const foreign = optionBeside(values, STAMP_OPTIONS);
    if (foreign !== null) return refused("headless.option-beside", { option: foreign, task: "--stamp" });
    return { ok: true, value: { do: "stamp" } };
  }
  const kinds = NOTICE_KINDS.map(({ name }) => name).join("、");
  if (values.kind === undefined) return refused("headless.no-kind", { kinds });
  const kind = noticeKind(values.kind);
  if (kind === null) return refused("headless.bad-kind", { text: values.kind, kinds });
  if (values.template) {
    const foreign = optionBeside(values, TEMPLATE_OPTIONS);
    if (foreign !== null) return refused("headless.option-beside", { option: foreign, task: "--template" });
    return { ok: true, value: { do: "template", kind } };
  }
  const date = values.date === undefined ? undefined : parseDate(values.date);
  if (date === null) return refused("headless.bad-date", { text: values.date ?? "" });
  const approval = approvalOf(values);
  if (!approval.ok) return approval;
  const talk = talkOf(values.set ?? []);
  if (!talk.ok) return talk;
  return {
    ok: true,
    value: {
      do: "make",
      unitFiles: values["unit-files"] ?? null,
      input: {
        kind,
        final: approval.value !== null,
        redHead: values["red-head"] ?? false,
        layout: values["one-sheet"] ? "one-sheet" : "sheets",
        talk: talk.value,
        ...(values.unit ? { units: values.unit } : {}),
        ...(date ? { date } : {}),
        ...(approval.value ? { approval: approval.value } : {}),
      },
    },
  };
}

/** The first option of `notices` that is given though it is none of these; null when there is none. */
function optionBeside(values: NoticeOptionValues, allowed: readonly string[]): string | null {
  const given = Object.keys(NOTICE_OPTIONS).filter((option) => Object.hasOwn(values, option));
  const foreign = given.find((option) => !allowed.includes(option));
  return foreign === undefined ? null : `--${foreign}`;
}

function approvalOf(values: NoticeOptionValues): FileOutcome<NonNullable<NoticesInput["approval"]> | null> {
  const by = values["approved-by"]?.trim() ?? "";
  const number = values["approved-no"]?.trim() ?? "";
  const dateText = values["approved-on"] ?? "";
  if (by === "" && number === "" && dateText === "") return { ok: true, value: null };
  if (by === "" || number === "" || dateText === "") return refused("headless.approval-incomplete", {});
  const on = parseDate(dateText);
  if (on === null) return refused("headless.bad-date", { text: dateText });
  return { ok: true, value: { by, on, number } };
}

function talkOf(settings: readonly string[]): FileOutcome<Partial<TalkDetails>> {
  const entries: [keyof TalkDetails, string][] = [];
  for (const text of settings) {
    const [, name = "", value = ""] = /^([^=＝]*)[=＝]([\s\S]*)$/.exec(text) ?? [];
    const key = SET_NAMES.get(name.trim());
    if (key === undefined) {
      return refused("headless.bad-set", { text, names: [...SET_NAMES.keys()].join("、") });
    }
    entries.push([key, value.trim()]);
  }
  return { ok: true, value: Object.fromEntries(entries) };
}

function refused(key: Message["key"], parameters: Message["parameters"]): FileOutcome<never> {
  return { ok: false, message: { key, parameters } };
}

/** What `notices --json` prints. */
export interface NoticesResult {
  readonly scheme: string | null;
  readonly period: string | null;
  readonly notices: readonly {
    readonly kind: string;
    readonly units: readonly string[];
    readonly number: string | null;
    readonly state: "draft" | "final";
    readonly date: string;
    readonly sheet: string;
  }[];
  readonly findings: readonly FindingResult[];
}

/** What became of the task: result, lines to print, the sheet that came to the front, sheets of single units. */
export interface NoticesOutcome {
  readonly result: NoticesResult;
  readonly lines: readonly string[];
  readonly sheet: string | null;
  readonly unitSheets: readonly SheetPlan[];
}

/** Carries a task out on a workbook. */
export async function performNotices(
  context: ActionContext,
  run: RunInput,
  task: NoticesTask,
): Promise<ActionResult<NoticesOutcome>> {
  const { translate } = context;
  const none = { scheme: null, period: null, notices: [] };
  if (task.do === "template") {
    const made = await noticeSheetsAction.run(context, {
      ...run,
      sheet: { of: "template", kind: task.kind },
      reset: false,
    });
    if (made.status !== "done") return made;
    const { sheet } = made.output;
    const lines = [translate("headless.template-written", { sheet })];
    const result = { ...none, findings: [] };
    return { status: "done", output: { result, lines, sheet, unitSheets: [] } };
  }
  if (task.do === "stamp") {
    const stamped = await stampNoticesAction.run(context, run);
    if (stamped.status !== "done") return stamped;
    const findings = stamped.output.findings.map((finding) => findingResult(finding, translate));
    const lines =
      findings.length === 0
        ? [translate("headless.notices-current")]
        : findings.map(({ message }) => message);
    return {
      status: "done",
      output: { result: { ...none, findings }, lines, sheet: null, unitSheets: [] },
    };
  }
  const made = await noticesAction.run(context, { ...run, ...task.input });
  if (made.status !== "done") return made;
  return { status: "done", output: outcomeOf(made.output, translate) };
}

function outcomeOf(output: NoticesOutput, translate: Translate): NoticesOutcome {
  const { assessment, scheme, notices, noticeFindings, sheets, planned } = output;
  const findings = output.findings.map((finding) => findingResult(finding, translate));
  return {
    result: {
      scheme: scheme.id,
      period: assessment.period.id,
      notices: notices.map(({ kind, units, numberText, state, date, sheet }) => ({
        kind: noticeKind(kind)?.name ?? kind,
        units,
        number: numberText === "" ? null : numberText,
        state,
        date: formatIsoDate(date),
        sheet,
      })),
      findings,
    },
    lines: [
      ...notices.map(({ kind, units, numberText, state, sheet }) =>
        translate("headless.notice", {
          kind: noticeKind(kind)?.name ?? kind,
          units: units.join("、"),
          number: numberText,
          state: translate(`headless.state.${state}`),
          sheet,
        }),
      ),
      ...noticeFindings.map((finding) => findingResult(finding, translate).message),
    ],
    sheet: sheets[0]?.name ?? null,
    unitSheets: planned,
  };
}

/** Where each sheet's own workbook goes: into the folder, named like the sheet. */
export function unitFilePath(folder: string, sheet: SheetPlan): string {
  return join(folder, `${sheet.name.replace(/["<>|]/g, "_")}.xlsx`);
}

/** Makes a workbook of each sheet, in the sheets' order. Writes nothing. */
export async function unitFiles(
  folder: string,
  sheets: readonly SheetPlan[],
): Promise<FileOutcome<readonly OutputFile[]>> {
  const files: OutputFile[] = [];
  for (const sheet of sheets) {
    const path = unitFilePath(folder, sheet);
    const made = await newWorkbook([sheet], path);
    if (!made.ok) return refused(`problem.${made.problem.code}`, { detail: made.problem.detail });
    files.push({ path, bytes: await made.value.save() });
  }
  return { ok: true, value: files };
}
