import { EmulatedHost } from "./emulator/emulatedHost";
import { isSync, type HostCounts } from "./emulator/hostCounts";
import {
  officePage,
  requestFlags,
  type OfficeExternal,
  type OfficePage,
  type ThemeColors,
} from "./emulator/officeForBrowser";
import { RequestFlag, type WireRequest } from "./emulator/wire";
import type { PaneFrame } from "./frame/paneFrame";
import type { FunctionAnswer, FunctionArgument } from "./grid/functionAnswers";
import type { GridWorkbook } from "./grid/gridWorkbook";
import type { CellValue } from "../core/workbook/snapshot";

/** How long a ribbon command waits for the pane's page to load, and how often it looks. */
const COMMAND_PATIENCE_MILLISECONDS = 15_000;
const COMMAND_LOOK_MILLISECONDS = 50;

export interface AddinSessionOptions {
  /** Element that the pane's frame is put into. */
  readonly container: HTMLElement;
  /** Address of the pane's page. */
  readonly panePage: string;
  /** Accessible name of the frame. */
  readonly title: string;
  readonly theme: () => ThemeColors;
  /** Called when the add-in shows or hides its pane. */
  readonly onPane: (isShown: boolean) => void;
}

/** The add-in running beside one open workbook: the pane's page, and the host that answers its Office.js. */
export class AddinSession {
  private readonly host: EmulatedHost;
  private readonly page: OfficePage;
  private readonly frame: PaneFrame;
  private end: () => void = () => undefined;
  private readonly ended = new Promise<void>((resolve) => {
    this.end = resolve;
  });

  constructor(
    private readonly workbook: GridWorkbook,
    { container, panePage, title, theme, onPane }: AddinSessionOptions,
  ) {
    this.host = new EmulatedHost(workbook, { onPane, functionsWait: true });
    this.page = officePage(this.host, { theme });
    this.frame = document.createElement("iframe");
    this.frame.title = title;
    this.frame.perfExternal = this.external();
    this.frame.src = panePage;
    container.replaceChildren(this.frame);
  }

  /** What went between the add-in and its host so far. */
  get counts(): Readonly<HostCounts> {
    return this.host.counts;
  }

  /** Starts counting anew. */
  resetCounts(): void {
    this.host.resetCounts();
  }

  /** Calls a custom function in the add-in's page; null when the session ends first. */
  async callFunction(
    id: string,
    parameters: readonly FunctionArgument[],
    cell: string,
  ): Promise<FunctionAnswer | null> {
    const ended = this.ended.then(() => undefined);
    const result = await Promise.race([
      ended,
      this.host.callFunction(
        id,
        parameters.map((parameter) => parameter ?? null),
        cell,
      ),
    ]);
    if (result === undefined) return null;
    return Array.isArray(result) ? (result as CellValue[][]) : [[result as CellValue]];
  }

  /** Runs a ribbon command, once the pane's page takes them; ends when the command says that it is done. */
  async runCommand(command: string, controlId: string): Promise<void> {
    const deadline = Date.now() + COMMAND_PATIENCE_MILLISECONDS;
    while (!this.page.takesCommands() && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, COMMAND_LOOK_MILLISECONDS));
    }
    await Promise.race([this.ended, this.page.runCommand(command, controlId)]);
  }

  /** Resolves when the grid has calculated what has changed so far. */
  calculated(): Promise<void> {
    return this.workbook.settled();
  }

  /** Puts the keyboard into the pane. */
  focus(): void {
    this.frame.contentWindow?.focus();
  }

  /** Takes the pane's page away and stops answering it. */
  close(): void {
    this.end();
    this.page.close();
    this.host.dispose();
    this.workbook.dispose();
    this.frame.remove();
  }

  /** Excel answers a batch when its formulas show their results; the grid calculates a moment later. */
  private external(): OfficeExternal {
    const { external } = this.page;
    return {
      ...external,
      Execute: (id, parameters, callback) => {
        if (isForFunctions(parameters) || !readsOrWrites(parameters))
          external.Execute(id, parameters, callback);
        else {
          void this.workbook.settled().then(() => {
            external.Execute(id, parameters, callback);
          });
        }
      },
    };
  }
}

/**
 * Whether functions ask, which formulas wait for: such a batch must not wait for formulas. Functions' own batches, and
 * no others of the add-in, let themselves be held back while a cell is edited.
 */
function isForFunctions(parameters: readonly unknown[]): boolean {
  return (requestFlags(parameters) & RequestFlag.delayForCellEdit) !== 0;
}

/**
 * Whether a call of Office.js works on the workbook. The others must not wait for formulas: among them are the
 * results of custom functions, which formulas wait for.
 */
function readsOrWrites(parameters: readonly unknown[]): boolean {
  const [message] = parameters;
  const body: unknown = Array.isArray(message) ? message[4] : undefined;
  return typeof body === "string" && isSync(JSON.parse(body) as WireRequest);
}
