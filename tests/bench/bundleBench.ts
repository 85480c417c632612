import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import webpack from "webpack";
import { addin, baseConfig, buildSettings } from "../../webpack.config.js";
import type { Bench } from "./bench";

/** What Excel has to load, compressed, next to a pane of Microsoft's template made with the same tools. */
export const bundleBench: Bench = {
  name: "bundle, gzipped",
  async measure() {
    const folder = mkdtempSync(path.join(tmpdir(), "perf-bench-"));
    try {
      const settings = buildSettings({ mode: "production" });
      const ours = await build({
        ...addin(settings),
        output: { path: path.join(folder, "addin"), clean: true },
      });
      const template = await build({
        ...baseConfig("template", settings),
        entry: { template: "./tests/bench/templatePane/index.tsx" },
        output: { path: path.join(folder, "template") },
      });
      const first = filesOf(ours, (group) => group.name === "taskpane");
      const pane = new Set([...first, ...filesOf(ours, opens("./mountPane"))]);
      const dark = new Set([
        ...pane,
        ...filesOf(ours, opens("./en-US/start")),
        ...filesOf(ours, opens("./darkTheme")),
      ]);
      const functions = [...filesOf(ours, opens("./excelFunctions"))].filter((file) => !first.has(file));
      const peer = sizeOf(
        template,
        filesOf(template, (group) => group.name === "template"),
      );
      const shown = sizeOf(ours, pane);
      return [
        { what: "loaded before functions and commands register", value: sizeOf(ours, first), unit: "KB" },
        {
          what: "loaded by the first call of a function, else after the pane",
          value: sizeOf(ours, functions),
          unit: "KB",
        },
        { what: "loaded before the pane shows, in all", value: shown, unit: "KB" },
        { what: "the same in English in a dark Office", value: sizeOf(ours, dark), unit: "KB" },
        { what: "pane as in Microsoft's template", value: peer, unit: "KB" },
        { what: "ratio of the two panes", value: shown / peer, unit: "×", target: 1 },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function build(config: webpack.Configuration): Promise<webpack.Compilation> {
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (!stats || stats.hasErrors()) reject(new Error(stats?.toString("errors-only") ?? "No result"));
      else resolve(stats.compilation);
    });
  });
}

type ChunkGroup = webpack.Compilation["chunkGroups"][number];

/** Whether a group of chunks is what a dynamic import of that module loads. */
function opens(request: string): (group: ChunkGroup) => boolean {
  return (group) => group.origins.some((origin) => origin.request === request);
}

function filesOf(compilation: webpack.Compilation, wanted: (group: ChunkGroup) => boolean): Set<string> {
  const groups = compilation.chunkGroups.filter(wanted);
  if (groups.length === 0) throw new Error("The bundle has no such part");
  return new Set(groups.flatMap((group) => group.chunks.flatMap((chunk) => [...chunk.files])));
}

/** Kilobytes of the files as a web server would send them. */
function sizeOf(compilation: webpack.Compilation, files: Iterable<string>): number {
  const folder = compilation.compiler.outputPath;
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length;
  return bytes / 1024;
}
