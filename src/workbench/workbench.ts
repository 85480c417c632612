import { ICommandService, type IDisposable } from "@univerjs/core";
import { createTranslate, type Language } from "../i18n";
import type { FileWorkbook } from "../workbook/file/fileWorkbook";
import { openWorkbook } from "../workbook/file/openWorkbook";
import type { WorkbookProblem } from "../workbook/port";
import { readManifest, type AddinManifest } from "./addinManifest";
import { AddinSession } from "./addinSession";
import { readFunctionMetadata } from "./functionMetadata";
import { registerCustomFunctions } from "./grid/customFunctions";
import { FunctionAnswers } from "./grid/functionAnswers";
import { GridWorkbook } from "./grid/gridWorkbook";
import { Reshaping } from "./grid/reshaping";
import { setGridLanguage, startGrid, type Grid } from "./grid/startGrid";
import { workbookData } from "./grid/workbookData";
import { officeThemes, type OfficeThemeName } from "./officeThemes";
import { createPage, type Page } from "./page/page";
import { saveWorkbook } from "./saving/saveWorkbook";
import { sampleWorkbook } from "./sample/sampleWorkbook";
import { wordsOf } from "./words";

/** How often it is looked whether the add-in's functions have answered. */
const ANSWER_LOOK_MILLISECONDS = 20;

/** A workbook on the screen: the file that it came from, and the id under which the grid has it. */
interface ShownWorkbook {
  readonly file: FileWorkbook;
  readonly unitId: string;
  /** Which sheets have changed so that saving cells is not enough. */
  readonly reshaping: Reshaping;
}

/** The add-in without Excel: a grid with one open workbook, and the add-in's pane beside it. */
export class Workbench {
  readonly grid: Grid;
  private readonly answers: FunctionAnswers;
  private shown: ShownWorkbook | null = null;
  private session: AddinSession | null = null;
  private functions: IDisposable | null = null;
  private openedCount = 0;

  private constructor(
    private readonly page: Page,
    private readonly manifestText: string,
    private manifest: AddinManifest,
  ) {
    this.grid = startGrid(page.grid, page.language);
    this.answers = new FunctionAnswers(this.grid, (id, parameters, cell) =>
      this.addin.callFunction(id, parameters, cell),
    );
  }

  /** Starts the workbench on its page, with the sample workbook open. */
  static async start(language: Language): Promise<Workbench> {
    const manifestText = await fetchText("manifest.xml");
    const manifest = readManifest(manifestText, language);
    // The page needs a workbench to ask, and the workbench a page to show itself on.
    const page = createPage({
      open: (file) => workbench.attempt(() => workbench.openFile(file)),
      save: () => workbench.attempt(() => workbench.save()),
      openSample: () => workbench.attempt(() => workbench.openSample()),
      command: (name, controlId) => workbench.attempt(() => workbench.runCommand(name, controlId)),
      changeLanguage: (to) => workbench.attempt(() => workbench.changeLanguage(to)),
      changeTheme: (theme) => {
        workbench.changeTheme(theme);
      },
    });
    page.speak(language, manifest);
    const workbench = new Workbench(page, manifestText, manifest);
    await workbench.openSample();
    await workbench.registerFunctions();
    return workbench;
  }

  /** The add-in beside the open workbook. */
  get addin(): AddinSession {
    if (!this.session) throw new Error("No workbook is open");
    return this.session;
  }

  /** Resolves when no formula is being calculated or waits for the add-in. */
  async calculated(): Promise<void> {
    await this.addin.calculated();
    while (this.answers.areAwaited) {
      await new Promise((resolve) => setTimeout(resolve, ANSWER_LOOK_MILLISECONDS));
      await this.addin.calculated();
    }
  }

  private async openSample(): Promise<void> {
    this.show(await sampleWorkbook());
    this.page.say("workbench.sample-opened");
  }

  private async openFile(file: File): Promise<void> {
    this.page.say("workbench.opening", { name: file.name });
    const opened = await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!opened.ok) {
      this.sayProblem(opened.problem);
      return;
    }
    this.show(opened.value);
    this.page.say("workbench.opened", { name: file.name });
  }

  private async save(): Promise<void> {
    const shown = this.shownWorkbook();
    this.page.say("workbench.saving");
    await this.calculated();
    const workbook = this.gridWorkbook(shown);
    const saved = await saveWorkbook(shown.file, {
      sheets: workbook.sheets(),
      reshaped: shown.reshaping.sheets,
      dateSystem: workbook.dateSystem,
    });
    workbook.dispose();
    if (!saved.ok) {
      this.sayProblem(saved.problem);
      return;
    }
    const { file, isMadeAnew } = saved.value;
    download(await file.save(), file.name);
    this.page.say(isMadeAnew ? "workbench.saved-anew" : "workbench.saved", { name: file.name });
  }

  private sayProblem({ code, detail }: WorkbookProblem): void {
    const sentence = createTranslate(this.page.language)(`problem.${code}`, { detail });
    this.page.say("workbench.failed", { detail: sentence });
  }

  private async runCommand(command: string, controlId: string): Promise<void> {
    await this.addin.runCommand(command, controlId);
  }

  private async changeLanguage(language: Language): Promise<void> {
    this.manifest = readManifest(this.manifestText, language);
    this.page.speak(language, this.manifest);
    setGridLanguage(this.grid, language);
    this.startAddin();
    await this.registerFunctions();
  }

  private changeTheme(theme: OfficeThemeName): void {
    document.documentElement.dataset["theme"] = theme;
    this.grid.api.toggleDarkMode(theme !== "colorful");
    // The pane reads Office's colours again when the clerk comes back to it.
    this.addin.focus();
  }

  /** Shows a file's workbook in place of the one on the screen, and starts the add-in for it as Excel does. */
  private show(file: FileWorkbook): void {
    const data = workbookData(file.name, file.snapshot, file.looks());
    this.session?.close();
    // What functions answered goes by the scheme of the workbook before.
    this.answers.forget();
    const before = this.shown;
    const unitId = this.grid.api.createWorkbook(data).getId();
    this.shown = {
      file,
      unitId,
      reshaping: new Reshaping(this.grid.univer.__getInjector().get(ICommandService)),
    };
    before?.reshaping.dispose();
    if (before) this.grid.api.disposeUnit(before.unitId);
    this.startAddin();
    this.openedCount += 1;
    document.documentElement.dataset["opened"] = String(this.openedCount);
  }

  private startAddin(): void {
    this.session?.close();
    const { language } = this.page;
    this.session = new AddinSession(this.gridWorkbook(this.shownWorkbook()), {
      container: this.page.paneBody,
      panePage: this.manifest.panePath,
      title: wordsOf(language)("workbench.pane"),
      theme: () => ({ ...officeThemes[this.page.theme] }),
      onPane: (isShown) => {
        this.page.showPane(isShown);
      },
    });
  }

  private async registerFunctions(): Promise<void> {
    const { functionsPath, namespace } = this.manifest;
    const metadata = readFunctionMetadata(await fetchText(functionsPath));
    this.functions?.dispose();
    this.answers.forget();
    this.functions = registerCustomFunctions(this.grid, namespace, metadata, this.answers);
  }

  private gridWorkbook({ unitId }: ShownWorkbook): GridWorkbook {
    const workbook = this.grid.api.getWorkbook(unitId);
    if (!workbook) throw new Error("The grid does not show the open workbook");
    return new GridWorkbook(this.grid, workbook.getWorkbook(), this.page.language);
  }

  private shownWorkbook(): ShownWorkbook {
    if (!this.shown) throw new Error("No workbook is open");
    return this.shown;
  }

  /** Does what the clerk asked for; what goes wrong on the way is shown, and reported to the page. */
  private attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      reportError(error);
      this.page.say("workbench.failed", { detail: error instanceof Error ? error.message : String(error) });
    });
  }
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return response.text();
}

const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: WORKBOOK_TYPE }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
