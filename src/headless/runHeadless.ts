import { basename } from "node:path";
import type { ActionContext, ActionResult, Step } from "../actions/action";
import { checkAction, type CheckOutput } from "../actions/checkAction";
import { describeSchemeProblem } from "../actions/describeSchemeProblem";
import { findingsSheetAction } from "../actions/findingsSheetAction";
import type { RunInput } from "../actions/prepare";
import { rankingAction } from "../actions/rankingAction";
import type { Severity } from "../core/findings/finding";
import type { SchemeProposal } from "../core/recognise/proposeScheme";
import { formatDecimal } from "../core/numbers/decimal";
import { parseSchemeText } from "../core/scheme/parseScheme";
import type { Scheme } from "../core/scheme/scheme";
import { formatWeight } from "../core/scoring/explainTotal";
import { createTranslate, type Translate } from "../i18n";
import type { FileWorkbook } from "../workbook/file/fileWorkbook";
import { openWorkbook } from "../workbook/file/openWorkbook";
import type { WorkbookProblem } from "../workbook/port";
import { parseCommandLine, type CommandLine, type Message } from "./commandLine";
import { checkFolder, checkFurtherOutputs, checkOutput, readInput, writeAll, type OutputFile } from "./files";
import { performInspect } from "./inspectCommand";
import { performNotices, unitFilePath, unitFiles, type NoticesTask } from "./noticesCommand";
import { checkResult, rankResult } from "./results";
import { checkLines, rankingLines } from "./textReport";

/** The outside world of a run. */
export interface Terminal {
  /** Where the result goes. */
  readonly print: (text: string) => void;
  /** Where progress and messages go. */
  readonly tell: (text: string) => void;
  /** Whether somebody watches: a script gets one line when something is wrong, and no progress before it. */
  readonly watched: boolean;
  readonly now: () => Date;
}

/** 0: done; 1: done, with findings of severity `error`; 2: not done, and one line said why. */
export type ExitStatus = 0 | 1 | 2;

/** Ends a run with one message. */
class Refusal extends Error {
  constructor(readonly line: string) {
    super(line);
  }
}

/** Runs one command line on a file: the same actions as the task pane's buttons. Gives the exit status. */
export async function runHeadless(argv: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { language, request } = parseCommandLine(argv);
  const translate = createTranslate(language);
  if (request.kind === "help") {
    terminal.print(`${translate("headless.usage")}\n`);
    return 0;
  }
  try {
    if (request.kind === "wrong") {
      const message = said(translate, request.message);
      throw new Refusal(translate("headless.wrong", { message, usage: translate("headless.usage") }));
    }
    if (request.kind === "inspect") return (await performInspect(request.task, terminal, translate)) ? 0 : 2;
    return await new Run(request.line, terminal, translate).run();
  } catch (error) {
    const line = error instanceof Refusal ? error.line : failureLine(error, translate);
    terminal.tell(`${oneLine(line)}\n`);
    return 2;
  }
}

/** `--scheme headers`: the scheme that the workbook's own headers, full marks and weights make. */
const HEADERS = "headers";

/** What a command made of a workbook. */
interface CommandOutcome {
  /** Findings of the workbook; one of severity `error` makes the exit status 1. */
  readonly findings: readonly { readonly severity: Severity }[];
  readonly result: unknown;
  readonly lines: readonly string[];
  /** Name of the sheet that was written; null when there is none. */
  readonly sheet: string | null;
  /** Workbooks of single units, to be written beside the output. */
  readonly unitFiles: readonly OutputFile[];
}

class Run {
  private step = "";

  constructor(
    private readonly line: CommandLine,
    private readonly terminal: Terminal,
    private readonly translate: Translate,
  ) {}

  async run(): Promise<ExitStatus> {
    const { file, output } = this.line;
    const named = this.namedScheme;
    if (output !== null) this.accept(await checkOutput(output, file, named));
    if (this.unitFolder !== null) this.accept(await checkFolder(this.unitFolder));
    const scheme = named === null ? null : await this.readScheme(named);
    const workbook = await this.open(file);
    const outcome = await this.command(workbook, scheme);
    const ownFile = output === null ? [] : [{ path: output, bytes: await workbook.save() }];
    this.accept(await writeAll([...outcome.unitFiles, ...ownFile]));
    if (this.unitFolder !== null) {
      this.tell("headless.unit-files", { path: this.unitFolder, count: outcome.unitFiles.length });
    }
    if (output !== null) {
      if (outcome.sheet === null) this.tell("headless.saved", { path: output });
      else this.tell("headless.written", { path: output, sheet: outcome.sheet });
    }
    const text = this.line.json
      ? JSON.stringify(outcome.result, null, 2)
      : outcome.lines.map(oneLine).join("\n");
    this.terminal.print(`${text}\n`);
    return outcome.findings.some((finding) => finding.severity === "error") ? 1 : 0;
  }

  /** The scheme file, if one is named. */
  private get namedScheme(): string | null {
    const { schemeFile } = this.line;
    return schemeFile === HEADERS ? null : schemeFile;
  }

  /** The folder that takes a workbook a unit, if one is named. */
  private get unitFolder(): string | null {
    const { notices } = this.line;
    return notices?.do === "make" ? notices.unitFiles : null;
  }

  private async command(
    workbook: FileWorkbook,
    scheme: { readonly scheme: Scheme; readonly text: string } | null,
  ): Promise<CommandOutcome> {
    const { translate } = this;
    const context = this.context(workbook);
    const input: RunInput = {
      ...(this.line.period === null ? {} : { period: this.line.period }),
      ...(scheme === null ? {} : { scheme: scheme.scheme }),
      ...(this.line.schemeFile === HEADERS ? { schemeFromHeaders: true } : {}),
    };
    if (this.line.command === "check") {
      const { output, sheet } = await this.check(context, input);
      const result = checkResult(output, translate);
      const lines = checkLines(output, translate);
      return { findings: output.findings, result, lines, sheet, unitFiles: [] };
    }
    if (this.line.notices !== null) return await this.notices(context, input, this.line.notices);
    const output = this.done(
      await rankingAction.run(context, {
        ...input,
        totals: "formula",
        ...(scheme === null ? {} : { keepScheme: true }),
      }),
    );
    this.tellProposal(output.proposal);
    const result = rankResult(output, translate);
    const sheet = output.sheet?.name ?? null;
    const lines = rankingLines(output, translate);
    return { findings: output.findings, result, lines, sheet, unitFiles: [] };
  }

  /** Makes notices, and the single units' files where they are asked for and overwrite nothing that is in use. */
  private async notices(context: ActionContext, input: RunInput, task: NoticesTask): Promise<CommandOutcome> {
    const { result, lines, sheet, unitSheets } = this.done(await performNotices(context, input, task));
    const folder = this.unitFolder;
    if (folder === null) return { findings: result.findings, result, lines, sheet, unitFiles: [] };
    const paths = unitSheets.map((unitSheet) => unitFilePath(folder, unitSheet));
    const others = [this.line.file, this.line.output, this.namedScheme].filter((path) => path !== null);
    this.accept(await checkFurtherOutputs(paths, others));
    const files = this.accept(await unitFiles(folder, unitSheets));
    return { findings: result.findings, result, lines, sheet, unitFiles: files };
  }

  /** A check writes its sheet only where there is a file to write it to. */
  private async check(
    context: ActionContext,
    input: RunInput,
  ): Promise<{ readonly output: CheckOutput; readonly sheet: string | null }> {
    if (this.line.output === null) {
      const output = this.done(await checkAction.run(context, input));
      this.tellProposal(output.proposal);
      return { output, sheet: null };
    }
    const output = this.done(await findingsSheetAction.run(context, input));
    this.tellProposal(output.proposal);
    return { output, sheet: output.sheet?.name ?? null };
  }

  /** Says what the scheme that was made from the headers is, and what it rests on. */
  private tellProposal(proposal: SchemeProposal | null): void {
    if (proposal === null) return;
    const { translate } = this;
    const { base, components: items } = proposal.scheme;
    const components = [
      ...(base === null ? [] : [translate("ranking.base", { base: formatDecimal(base) })]),
      ...items.map(({ name, weight }) => `${name}×${formatWeight(weight)}`),
    ].join("+");
    this.tell("headless.scheme-from-headers", { components, basis: translate(`basis.${proposal.basis}`) });
  }

  private context(port: FileWorkbook): ActionContext {
    const { translate } = this;
    return { port, translate, now: this.terminal.now, onProgress: (step) => this.progress(step) };
  }

  private progress(step: Step): void {
    if (this.terminal.watched && step !== this.step) this.tell(`step.${step}`, {});
    this.step = step;
  }

  private async open(file: string): Promise<FileWorkbook> {
    this.progress("reading");
    const bytes = this.accept(await readInput(file));
    const opened = await openWorkbook(bytes, basename(file));
    if (!opened.ok) throw new Refusal(this.problemLine(opened.problem));
    return opened.value;
  }

  private async readScheme(path: string): Promise<{ readonly scheme: Scheme; readonly text: string }> {
    const bytes = this.accept(await readInput(path));
    // The decoder leaves out the byte order mark that some editors put first.
    const text = new TextDecoder().decode(bytes);
    const parsed = parseSchemeText(text);
    if (parsed.ok) return { scheme: parsed.scheme, text };
    const reason = describeSchemeProblem(this.translate, parsed.problem);
    throw new Refusal(this.translate("headless.scheme-refused", { path, reason }));
  }

  private done<Output>(result: ActionResult<Output>): Output {
    if (result.status === "done") return result.output;
    if (result.status === "cancelled") throw new Refusal(this.translate("headless.cancelled"));
    throw new Refusal(this.problemLine(result.problem));
  }

  private accept<Value>(
    outcome: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: Message },
  ): Value {
    if (outcome.ok) return outcome.value;
    throw new Refusal(said(this.translate, outcome.message));
  }

  /** A problem's sentence, with the name of the file where it does not say it. */
  private problemLine({ code, detail }: WorkbookProblem): string {
    const sentence = this.translate(`problem.${code}`, { detail });
    const name = basename(this.line.file);
    return sentence.includes(name) ? sentence : `${name}: ${sentence}`;
  }

  private tell(key: Message["key"], parameters: Message["parameters"]): void {
    this.terminal.tell(`${oneLine(this.translate(key, parameters))}\n`);
  }
}

function said(translate: Translate, { key, parameters }: Message): string {
  return translate(key, parameters);
}

/** A bug: its message, so that it can be reported. */
function failureLine(error: unknown, translate: Translate): string {
  return translate("headless.failure", { reason: error instanceof Error ? error.message : String(error) });
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").replace(/\p{Cc}/gu, "");
}
