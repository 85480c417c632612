import { parseArgs } from "node:util";
import { parsePeriod, type Period } from "../core/scheme/period";
import type { Language, MessageKey, MessageParameters } from "../i18n";
import { NOTICE_OPTIONS, noticesTask, type NoticeOptionValues, type NoticesTask } from "./noticesCommand";
import type { InspectTask } from "./inspectCommand";
import { isSystemError } from "./systemError";

/** What the headless run can do. */
const COMMANDS = ["rank", "check", "notices", "inspect"] as const;
type CommandName = (typeof COMMANDS)[number];

/** A command line that is in order. */
export interface CommandLine {
  readonly command: Exclude<CommandName, "inspect">;
  readonly file: string;
  readonly output: string | null;
  readonly schemeFile: string | null;
  readonly period: Period | null;
  readonly json: boolean;
  /** What `notices` is asked to do; null for the other commands. */
  readonly notices: NoticesTask | null;
}

/** One message to the clerk, not yet in a language. */
export interface Message {
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
}

/** What a command line asks for, in which language; or what is wrong with it. */
export interface ParsedCommandLine {
  readonly language: Language;
  readonly request:
    | { readonly kind: "run"; readonly line: CommandLine }
    | { readonly kind: "inspect"; readonly task: InspectTask }
    | { readonly kind: "help" }
    | { readonly kind: "wrong"; readonly message: Message };
}

const OPTIONS = {
  output: { type: "string", short: "o" },
  scheme: { type: "string" },
  period: { type: "string" },
  json: { type: "boolean" },
  relations: { type: "boolean" },
  lines: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  ...NOTICE_OPTIONS,
} as const;

/** Reads the arguments after the program's name, such as `rank 成绩.xlsx --json`. Without `--lang`: Chinese. */
export function parseCommandLine(argv: readonly string[]): ParsedCommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
    const language = values.lang === undefined ? "zh-CN" : languageNamed(values.lang);
    if (language === null) {
      return { language: "zh-CN", request: wrong("headless.bad-language", { text: values.lang ?? "" }) };
    }
    return { language, request: values.help ? { kind: "help" } : requestOf(values, positionals) };
  } catch (error) {
    if (!isSystemError(error) || !error.code.startsWith("ERR_PARSE_ARGS")) throw error;
    // The first sentence says what is wrong; the rest are hints for programmers.
    const reason = error.message.split(". ")[0] ?? error.message;
    return { language: "zh-CN", request: wrong("headless.bad-option", { reason }) };
  }
}

interface OptionValues extends NoticeOptionValues {
  readonly output?: string | undefined;
  readonly scheme?: string | undefined;
  readonly period?: string | undefined;
  readonly json?: boolean | undefined;
  readonly relations?: boolean | undefined;
  readonly lines?: boolean | undefined;
}

function requestOf(values: OptionValues, positionals: readonly string[]): ParsedCommandLine["request"] {
  const [name, file, extra] = positionals;
  if (name === undefined) return wrong("headless.no-command", {});
  const command = COMMANDS.find((candidate) => candidate === name);
  if (command === undefined) return wrong("headless.unknown-command", { text: name });
  if (file === undefined || file === "") return wrong("headless.no-file", {});
  if (command === "inspect") return inspection(values, positionals.slice(1));
  const inspecting = INSPECT_OPTIONS.find((option) => values[option] === true);
  if (inspecting !== undefined) return wrong("headless.only-inspect", { option: `--${inspecting}` });
  if (extra !== undefined) return wrong("headless.several-files", { text: extra });
  const period = values.period === undefined ? null : parsePeriod(values.period);
  if (values.period !== undefined && period === null) {
    return wrong("headless.bad-period", { text: values.period });
  }
  const { output = null, scheme: schemeFile = null, json = false } = values;
  const foreign = Object.keys(NOTICE_OPTIONS).find((option) => Object.hasOwn(values, option));
  if (command !== "notices") {
    if (foreign !== undefined) return wrong("headless.only-notices", { option: `--${foreign}` });
    return { kind: "run", line: { command, file, output, schemeFile, period, json, notices: null } };
  }
  const task = noticesTask(values);
  if (!task.ok) return { kind: "wrong", message: task.message };
  const writes = output !== null || (task.value.do === "make" && task.value.unitFiles !== null);
  if (!writes) {
    return wrong(task.value.do === "make" ? "headless.notices-unwritten" : "headless.no-output", {});
  }
  return { kind: "run", line: { command, file, output, schemeFile, period, json, notices: task.value } };
}

const INSPECT_OPTIONS = ["relations", "lines"] as const;

/** Reads what `inspect` is asked: it takes any number of files, and nothing of what the other commands take. */
function inspection(values: OptionValues, files: readonly string[]): ParsedCommandLine["request"] {
  const own: readonly string[] = [...INSPECT_OPTIONS, "json", "lang"];
  const foreign = Object.keys(values).find((option) => !own.includes(option));
  if (foreign !== undefined) return wrong("headless.not-inspect", { option: `--${foreign}` });
  const { json = false, relations = false, lines = false } = values;
  return { kind: "inspect", task: { files, json, relations, lines } };
}

function wrong(key: MessageKey, parameters: MessageParameters): ParsedCommandLine["request"] {
  return { kind: "wrong", message: { key, parameters } };
}

function languageNamed(text: string): Language | null {
  return text === "zh-CN" || text === "en-US" ? text : null;
}
