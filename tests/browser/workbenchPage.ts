import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import type { Workbench } from "../../src/workbench/workbench";
import { connectBrowser } from "./harness/launchBrowser";

declare global {
  interface Window {
    perfWorkbench?: Workbench;
  }
}

export interface WorkbenchOptions {
  /** Language of the workbench and of Office as the pane sees it. */
  readonly language?: "zh-CN" | "en-US";
  readonly forcedColors?: "active" | "none";
  readonly reducedMotion?: "reduce";
}

/**
 * The workbench in a browser, as a clerk has it: the toolbar, the ribbon buttons, the grid, and the pane in its
 * frame. What it reads from the grid is what the grid shows; what it does in the pane goes through Office.js.
 */
export class WorkbenchPage {
  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    /** Addresses of all requests so far. */
    readonly requests: readonly string[],
    /** What went wrong on the page so far: errors on the console, and those that nothing caught. */
    readonly errors: readonly string[],
  ) {}

  /** Opens the workbench with its sample workbook, and waits until the pane's Office.js is ready. */
  static async open(options: WorkbenchOptions = {}): Promise<WorkbenchPage> {
    const browser = await connectBrowser(setting("PERF_BROWSER_ADDRESS"));
    const context = await browser.newContext({
      viewport: { width: 1400, height: 860 },
      ...(options.forcedColors ? { forcedColors: options.forcedColors } : {}),
      ...(options.reducedMotion ? { reducedMotion: options.reducedMotion } : {}),
    });
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    const workbench = new WorkbenchPage(page, browser, context, requests, errors);
    await page.goto(`${setting("PERF_WORKBENCH_URL")}?lang=${options.language ?? "zh-CN"}`);
    await page.locator("html[data-ready]").waitFor();
    await workbench.pane();
    return workbench;
  }

  /** Closes the page. */
  async close(): Promise<void> {
    await this.context.close();
    await this.browser.close();
  }

  /** The pane's frame, once Office.js is ready in it. */
  async pane(): Promise<Frame> {
    const element = await this.page.waitForSelector("#pane-body iframe");
    const frame = await element.contentFrame();
    if (!frame) throw new Error("The workbench has no pane");
    await frame.waitForFunction(() => typeof Excel !== "undefined");
    await frame.evaluate(() => Office.onReady());
    return frame;
  }

  /** An area as the grid shows it (text where a number format is set). Waits until formulas are through. */
  async gridValues(sheet: string, address: string): Promise<unknown[][]> {
    await this.calculated();
    return this.page.evaluate(
      ([name, area]) => {
        const found = window.perfWorkbench?.grid.api.getActiveWorkbook()?.getSheetByName(name);
        if (!found) throw new Error(`The grid has no sheet ${name}`);
        // The one reading of the grid's that has the cells of spilled results too.
        return found.getRange(area).getValues();
      },
      [sheet, address] as const,
    );
  }

  /** Names of the grid's sheets in tab order. */
  sheetNames(): Promise<string[]> {
    return this.page.evaluate(
      () =>
        window.perfWorkbench?.grid.api
          .getActiveWorkbook()
          ?.getSheets()
          .map((sheet) => sheet.getSheetName()) ?? [],
    );
  }

  /** The sheet in front, and the address of what is selected there. */
  selection(): Promise<{ sheet: string; address: string }> {
    return this.page.evaluate(() => {
      const workbook = window.perfWorkbench?.grid.api.getActiveWorkbook();
      return {
        sheet: workbook?.getActiveSheet().getSheetName() ?? "",
        address: workbook?.getActiveRange()?.getA1Notation() ?? "",
      };
    });
  }

  /** Clicks a cell of the sheet in front that is in view without scrolling. */
  async clickCell(address: string): Promise<void> {
    const [x, y] = await this.page.evaluate((area) => {
      const sheet = window.perfWorkbench?.grid.api.getActiveWorkbook()?.getActiveSheet();
      const canvas = document.querySelector("#grid canvas[id^='univer-sheet-main-canvas']");
      if (!sheet || !canvas) throw new Error("The workbench shows no sheet");
      const cell = sheet.getRange(area).getCellRect();
      const { left, top } = canvas.getBoundingClientRect();
      return [left + cell.x + cell.width / 2, top + cell.y + cell.height / 2] as const;
    }, address);
    await this.page.mouse.click(x, y);
  }

  /** Clicks a cell, types into it, and ends with Enter; waits until the grid has taken it and calculated. */
  async type(address: string, text: string): Promise<void> {
    await this.clickCell(address);
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press("Enter");
    await this.page.waitForFunction(
      ([area, typed]) => {
        const sheet = window.perfWorkbench?.grid.api.getActiveWorkbook()?.getActiveSheet();
        const { startRow, startColumn } = sheet?.getRange(area).getRange() ?? { startRow: 0, startColumn: 0 };
        // As it is kept, not as a number format shows it.
        const cell = sheet?.getSheet().getCellRaw(startRow, startColumn);
        return (cell?.f ?? String(cell?.v ?? "")) === typed;
      },
      [address, text] as const,
    );
    await this.calculated();
  }

  /** Loads the sample workbook again, with a pane of its own, as if nothing had happened. */
  async startOver(): Promise<void> {
    await this.untilOpened(() => this.page.locator("#sample").click());
    await this.pane();
  }

  /** Does what opens another workbook, and waits until that stands in the grid. */
  private async untilOpened(open: () => Promise<void>): Promise<void> {
    const html = this.page.locator("html");
    const before = Number(await html.getAttribute("data-opened"));
    await open();
    await this.page.locator(`html[data-opened="${String(before + 1)}"]`).waitFor();
  }

  /** Waits until no formula is being calculated or waits for the add-in. */
  async calculated(): Promise<void> {
    await this.page.evaluate(() => window.perfWorkbench?.calculated());
  }

  /** Values of an area as the add-in reads them through Office.js. */
  async readByOffice(sheet: string, address: string): Promise<unknown[][]> {
    const pane = await this.pane();
    return pane.evaluate(
      ([name, area]) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(name).getRange(area);
          range.load("values");
          await context.sync();
          return range.values as unknown[][];
        }),
      [sheet, address] as const,
    );
  }

  /** Clicks one of the ribbon's buttons of the add-in. */
  async clickRibbon(button: "PERF.OpenPane" | "PERF.Check" | "PERF.GenerateRanking"): Promise<void> {
    await this.page.locator(`[id="${button}"]`).click();
  }

  /** Opens a file as with the file chooser. */
  async openFile(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const chosen = { name: file.name, mimeType, buffer: Buffer.from(file.bytes) };
    await this.page.locator("#file").setInputFiles(chosen);
  }

  /** Opens a file that is a workbook, and waits until it stands in the grid with a pane of its own. */
  async openWorkbook(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
    await this.untilOpened(() => this.openFile(file));
  }

  /** Clicks Save, and gives the file that the browser downloads. */
  async save(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.locator("#save").click(),
    ]);
    const file = path.join(await mkdtemp(path.join(tmpdir(), "perf-download-")), "saved.xlsx");
    await download.saveAs(file);
    return { name: download.suggestedFilename(), bytes: await readFile(file) };
  }

  /** The line that tells what has happened. */
  async status(): Promise<string> {
    return (await this.page.locator("#status").textContent()) ?? "";
  }

  /** Waits until the line says something that fits. */
  async waitForStatus(pattern: RegExp): Promise<void> {
    await this.page.locator("#status", { hasText: pattern }).waitFor();
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the browser project of jest`);
  return value;
}
