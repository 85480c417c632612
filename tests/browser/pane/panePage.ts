import type { Frame, Locator } from "playwright-core";
import { WorkbenchPage, type WorkbenchOptions } from "../workbenchPage";

/** Words of the pane that the tests look for, by language. */
const words = {
  "zh-CN": {
    rank: "生成排名",
    check: "检查",
    cancel: "取消",
    recognised: "识别结果",
    done: "排名已生成",
    cancelled: "已取消，工作簿未作任何改动。",
    writing: "正在写入",
    previewRepairs: "自动修复",
    repair: /^修复 \d+ 个单元格$/,
    repaired: /^已修复 \d+ 个单元格/,
    mark: "问题单元格标色",
    marked: /^已给 \d+ 个单元格标色/,
    updated: /^工作簿改动后已重新检查/,
    outdated: /^来源已改动，排名未更新/,
  },
  "en-US": {
    rank: "Create ranking",
    check: "Check",
    cancel: "Cancel",
    recognised: "What PERF found",
    done: "Ranking created",
    cancelled: "Canceled. The workbook wasn't changed.",
    writing: "Writing",
    previewRepairs: "Fix automatically",
    repair: /^Fix selected \(\d+\)$/,
    repaired: /^Cells fixed: \d+/,
    mark: "Highlight cells",
    marked: /^Cells highlighted: \d+/,
    updated: /^Checked again after edits/,
    outdated: /^Sources changed, ranking not updated/,
  },
} as const;

/** The task pane beside the workbench's grid, as a clerk uses it. */
export class PanePage {
  private constructor(
    readonly workbench: WorkbenchPage,
    readonly frame: Frame,
    private readonly language: keyof typeof words,
  ) {}

  /** Opens the workbench with its sample workbook, and waits for the pane's first screen. */
  static async open(options: WorkbenchOptions = {}): Promise<PanePage> {
    const workbench = await WorkbenchPage.open(options);
    return PanePage.beside(workbench, options.language ?? "zh-CN");
  }

  /** The pane of a workbench that is open. */
  static async beside(workbench: WorkbenchPage, language: keyof typeof words = "zh-CN"): Promise<PanePage> {
    const pane = new PanePage(workbench, await workbench.pane(), language);
    await pane.button("rank").waitFor();
    return pane;
  }

  close(): Promise<void> {
    return this.workbench.close();
  }

  button(name: "rank" | "check" | "cancel"): Locator {
    return this.frame.getByRole("button", { name: words[this.language][name], exact: true });
  }

  /** The pane's main part, without the bar at its foot. */
  get content(): Locator {
    return this.frame.getByRole("main");
  }

  /** Clicks Check, and waits for what was recognised. */
  async check(): Promise<void> {
    await this.button("check").click();
    await this.waitForCheck();
  }

  async waitForCheck(): Promise<void> {
    await this.frame.getByRole("heading", { name: words[this.language].recognised }).waitFor();
  }

  /** Clicks Create ranking, and waits for the message that it is done. */
  async rank(): Promise<void> {
    await this.button("rank").click();
    await this.waitForRanking();
  }

  /** Generates the ranking once more, where the message of the last time still stands. */
  async rankAgain(): Promise<void> {
    await this.button("rank").click();
    await this.button("cancel").waitFor({ state: "detached" });
    await this.waitForRanking();
  }

  async waitForRanking(): Promise<void> {
    await this.content.getByText(words[this.language].done).waitFor();
  }

  /** Looks at the repairs that are proposed, and goes no further. */
  async previewRepairs(): Promise<void> {
    await this.toolButton("previewRepairs").click();
    await this.toolButton("repair").waitFor();
  }

  /** Makes the repairs that are ticked, and waits for the message that they are made. */
  async repair(): Promise<void> {
    await this.toolButton("repair").click();
    await this.waitForWords("repaired");
  }

  /** Has the cells with findings marked, and waits for the message that they are. */
  async mark(): Promise<void> {
    await this.toolButton("mark").click();
    await this.waitForWords("marked");
  }

  private toolButton(name: "previewRepairs" | "repair" | "mark"): Locator {
    return this.content.getByRole("button", { name: words[this.language][name] });
  }

  /** Waits until the content says that it has followed an edit, or that its ranking is from before one. */
  async waitForWords(which: "repaired" | "marked" | "updated" | "outdated"): Promise<void> {
    await this.content.getByText(words[this.language][which]).waitFor();
  }

  /** Opens everything in the content that can be folded. */
  async unfoldAll(): Promise<void> {
    await this.content.evaluate((main) => {
      for (const fold of main.querySelectorAll("details")) fold.open = true;
    });
  }

  async waitForCancelled(): Promise<void> {
    await this.content.getByText(words[this.language].cancelled).waitFor();
  }

  /** Rows of one group's ranking as the pane shows them: rank, unit, total. */
  async rankingOf(group: string): Promise<string[][]> {
    const rows = this.frame.getByRole("table", { name: group }).locator("tbody tr");
    return (await rows.allInnerTexts()).map((row) => row.split("\t").map((cell) => cell.trim()));
  }

  /** The button of the finding at a place such as `年度汇总!G55`. */
  finding(place: string): Locator {
    return this.content.getByRole("button").filter({ hasText: place });
  }

  /** Waits until this cell is selected in the grid. */
  async waitForSelection(sheet: string, address: string): Promise<void> {
    await this.workbench.page.waitForFunction(
      ([sheetName, cell]) => {
        const workbook = window.perfWorkbench?.grid.api.getActiveWorkbook();
        return (
          workbook?.getActiveSheet().getSheetName() === sheetName &&
          workbook.getActiveRange()?.getA1Notation() === cell
        );
      },
      [sheet, address] as const,
    );
  }

  /** Chooses Office's theme, and waits until the pane has followed it. */
  async followTheme(theme: "colorful" | "darkGray" | "black"): Promise<void> {
    await this.workbench.page.locator("#theme").selectOption(theme);
    await this.frame.waitForFunction((color) => {
      const pane = document.querySelector(".pane");
      return pane !== null && getComputedStyle(pane).backgroundColor === color;
    }, { colorful: "rgb(255, 255, 255)", darkGray: "rgb(68, 68, 68)", black: "rgb(38, 38, 38)" }[theme]);
  }

  /** Changes a cell in the grid, as another hand would. */
  async edit(sheet: string, address: string, value: number | string): Promise<void> {
    await this.workbench.page.evaluate(
      ([name, cell, typed]) => {
        const workbook = window.perfWorkbench?.grid.api.getActiveWorkbook();
        workbook?.getSheetByName(name)?.getRange(cell).setValue(typed);
      },
      [sheet, address, value] as const,
    );
  }

  /** Keeps the first run at its beginning: its code does not arrive until `release` is called. */
  async holdFirstRun(): Promise<{ readonly release: () => void }> {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await this.workbench.page.route(/officeWork/, async (route) => {
      await released;
      await route.continue();
    });
    return { release };
  }

  /** Clicks Cancel in the moment in which the run begins to write. */
  cancelAtWriting(): Promise<void> {
    return this.cancelAtStep(words[this.language].writing);
  }

  /** Clicks Cancel in the moment in which the run begins the step that the pane names so. */
  async cancelAtStep(step: string): Promise<void> {
    const cancel = words[this.language].cancel;
    await this.frame.evaluate(
      ([stepName, buttonName]) => {
        const observer = new MutationObserver(() => {
          if (!document.querySelector("main")?.textContent.includes(stepName)) return;
          const buttons = [...document.querySelectorAll("button")];
          buttons.find((button) => button.textContent === buttonName)?.click();
          observer.disconnect();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      [step, cancel] as const,
    );
  }
}
