import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import webpack from "webpack";
import { addin, buildSettings } from "../webpack.config.js";

const SITE = "https://perf.example.gov.cn/addin";
const OFFICE_JS = "https://perf.example.gov.cn/office-js/office.js";

const PANE_PACKAGES = /\/node_modules\/(react|react-dom|scheduler|@fluentui)\//;

let folder: string;
let compilation: webpack.Compilation;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "perf-build-"));
  const environment = { PERF_SITE_URL: `${SITE}/`, PERF_OFFICE_JS_URL: OFFICE_JS };
  const config = addin(buildSettings({ mode: "production", environment }));
  compilation = await built({
    ...config,
    output: { ...config.output, path: folder },
    // What is in the bundle does not depend on how small it is made.
    optimization: { minimize: false, concatenateModules: false },
    cache: false,
  });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function built(config: webpack.Configuration): Promise<webpack.Compilation> {
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (!stats || stats.hasErrors()) reject(new Error(stats?.toString("errors-only") ?? "No result"));
      else resolve(stats.compilation);
    });
  });
}

/** Files that modules come from, with slashes. */
function filesOf(modules: Iterable<webpack.Module>): string[] {
  return [...modules].flatMap((module) => {
    const file = module.nameForCondition();
    return file === null ? [] : [file.split(path.sep).join("/")];
  });
}

/** Files that the dynamic import of a module loads beside the first script. */
function filesLoadedBy(request: string): string[] {
  const group = compilation.chunkGroups.find(({ origins }) =>
    origins.some((origin) => origin.request === request),
  );
  if (!group) throw new Error(`Nothing imports ${request}`);
  return filesOf(group.chunks.flatMap((chunk) => [...compilation.chunkGraph.getChunkModules(chunk)]));
}

function emitted(name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}

describe("what Excel loads", () => {
  test("has nothing of the workbench, of the emulator, of tests or of Office.js itself", () => {
    const files = filesOf(compilation.modules);
    const strange =
      /\/src\/(workbench|headless)\/|@univerjs|@microsoft\/office-js|\/tests\/|\/node_modules\/(hucre|rxjs)\//;
    expect(files.filter((file) => strange.test(file))).toEqual([]);
    expect(files.some((file) => file.endsWith("/src/taskpane/mountPane.tsx"))).toBe(true);
  });

  test("reads files only once the clerk chooses last year's workbook", () => {
    const isReader = (file: string) => /\/node_modules\/(saxes|fflate)\//.test(file);
    expect(filesLoadedBy("../workbook/file/readWorkbookFile").some(isReader)).toBe(true);
    expect(filesLoadedBy("./officeWork").filter(isReader)).toEqual([]);
  });

  test("registers functions and commands before it loads React or Fluent", () => {
    const entry = compilation.entrypoints.get("taskpane");
    const first = filesOf(
      (entry?.chunks ?? []).flatMap((chunk) => [...compilation.chunkGraph.getChunkModules(chunk)]),
    );
    expect(first.some((file) => file.endsWith("/src/functions/register.ts"))).toBe(true);
    expect(first.some((file) => file.endsWith("/src/commands/commands.ts"))).toBe(true);
    expect(first.filter((file) => PANE_PACKAGES.test(file))).toEqual([]);
  });

  test("loads what functions do without the pane, and the pane without what functions do", () => {
    const functions = filesLoadedBy("./excelFunctions");
    expect(functions.some((file) => file.endsWith("/src/functions/total.ts"))).toBe(true);
    expect(functions.filter((file) => PANE_PACKAGES.test(file))).toEqual([]);
    const pane = filesLoadedBy("./mountPane");
    expect(pane.some((file) => file.endsWith("/src/taskpane/components/Pane.tsx"))).toBe(true);
    expect(pane.filter((file) => /\/src\/(functions|core\/(scoring|checks|recognise))\//.test(file))).toEqual(
      [],
    );
  });

  test("points at the site that it is built for, everywhere", () => {
    for (const name of ["manifest.xml", "functions.json", "functions.zh-CN.json"]) {
      expect(emitted(name)).toContain(`${SITE}/functions-help.html`);
      expect(emitted(name)).not.toContain("localhost");
    }
    expect(emitted("taskpane.html")).toContain(`src="${OFFICE_JS}"`);
  });

  test("runs the pane's own script behind Office.js and before anything else: no click on the ribbon is lost", () => {
    const page = emitted("taskpane.html");
    expect(page).not.toMatch(/<script[^>]*\b(?:defer|async|type="module")/);
    const scripts = [...page.matchAll(/<script(?: src="([^"]*)")?/g)].map(([, source]) => source);
    expect(scripts.indexOf("taskpane.js")).toBeGreaterThan(scripts.indexOf(OFFICE_JS));
  });

  test("has every file that the manifest names", () => {
    const addresses = [...emitted("manifest.xml").matchAll(/(?:DefaultValue|Value)="(https:[^"]+)"/g)];
    const names = new Set(addresses.map(([, address = ""]) => address.slice(SITE.length + 1)));
    for (const name of names) expect(() => readFileSync(path.join(folder, name))).not.toThrow();
    expect(names.size).toBeGreaterThan(10);
  });

  test("lets errors in ranges reach the functions, in both languages", () => {
    for (const name of ["functions.json", "functions.zh-CN.json"]) {
      expect(JSON.parse(emitted(name))).toMatchObject({ allowErrorForDataTypeAny: true });
    }
  });

  test("has Excel tell every function its cell and those of its arguments, in both languages", () => {
    for (const name of ["functions.json", "functions.zh-CN.json"]) {
      const { functions } = JSON.parse(emitted(name)) as { functions: { options: unknown }[] };
      expect(functions.length).toBeGreaterThan(0);
      for (const { options } of functions) {
        expect(options).toEqual({ requiresAddress: true, requiresParameterAddresses: true });
      }
    }
  });
});
