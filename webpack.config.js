import path from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import webpack from "webpack";

const root = import.meta.dirname;

/** Where the sources, the manifest and the functions' metadata say that the add-in is served from. */
const DEVELOPMENT_SITE = "https://localhost:3000";
const MICROSOFT_OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * @typedef {object} Settings
 * @property {"production" | "development"} mode
 * @property {string} siteUrl Where the add-in is served from, without a slash at the end.
 * @property {string} officeJsUrl
 * @property {boolean} errorsInRanges Whether error values in ranges reach the functions.
 */

/**
 * Build settings. They come from the environment, so that an office on a closed network can host everything.
 *
 * @param {{ mode?: string, environment?: Record<string, string | undefined> }} [options]
 * @returns {Settings}
 */
export function buildSettings({ mode, environment = process.env } = {}) {
  return {
    mode: mode === "production" ? "production" : "development",
    siteUrl: (environment["PERF_SITE_URL"] ?? DEVELOPMENT_SITE).replace(/\/+$/, ""),
    officeJsUrl: environment["PERF_OFFICE_JS_URL"] ?? MICROSOFT_OFFICE_JS,
    errorsInRanges: environment["PERF_ERRORS_IN_RANGES"] !== "no",
  };
}

/**
 * What both bundles share: TypeScript through swc, styles, resolution.
 *
 * @param {string} name
 * @param {{ mode: "production" | "development" }} settings
 * @returns {import("webpack").Configuration}
 */
export function baseConfig(name, settings) {
  const production = settings.mode === "production";
  return {
    name,
    mode: settings.mode,
    context: root,
    target: ["web", "es2022"],
    devtool: production ? false : "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2022",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic", development: false } },
            },
          },
        },
      ],
    },
    // The bundler's own style sheets: files beside the scripts, loaded with them, and no loaders to carry.
    experiments: { css: true },
    cache: { type: "filesystem", name: `${name}-${settings.mode}` },
    performance: false,
    stats: "errors-warnings",
  };
}

/**
 * The task pane page, which is also the shared runtime of functions and ribbon commands. Its first script
 * registers the functions; React comes later by dynamic import. Templates have `__OFFICE_JS_URL__`.
 *
 * @param {{ officeJsUrl: string }} settings
 * @returns {HtmlWebpackPlugin}
 */
export function taskpanePage(settings) {
  return new HtmlWebpackPlugin({
    filename: "taskpane.html",
    template: "src/taskpane/taskpane.html",
    chunks: ["taskpane"],
    // At once, behind Office.js: a deferred script comes after Office.js is ready, and the first click on the ribbon,
    // whose command nobody has named by then, is lost (issues 2744 and 5176 of OfficeDev/office-js).
    scriptLoading: "blocking",
    inject: "head",
    templateParameters: { __OFFICE_JS_URL__: settings.officeJsUrl },
  });
}

/**
 * What Excel loads, under `dist/addin`.
 *
 * @param {Settings} settings
 * @returns {import("webpack").Configuration}
 */
export function addin(settings) {
  const onSite = (/** @type {Buffer} */ content) =>
    content.toString().replaceAll(DEVELOPMENT_SITE, settings.siteUrl);
  return {
    ...baseConfig("addin", settings),
    entry: { taskpane: "./src/taskpane/index.tsx", "functions-help": "./src/functions/help/index.ts" },
    output: {
      path: path.join(root, "dist", "addin"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: "auto",
      clean: true,
    },
    plugins: [
      taskpanePage(settings),
      new HtmlWebpackPlugin({
        filename: "functions-help.html",
        template: "src/functions/help/help.html",
        chunks: ["functions-help"],
      }),
      new CustomFunctionsMetadataPlugin({
        input: "./src/functions/declarations.ts",
        output: "functions.json",
      }),
      new FinishFunctionsMetadata("functions.json", settings),
      new CopyPlugin({
        patterns: [
          { from: "manifest.xml", transform: onSite },
          {
            from: "src/functions/functions.zh-CN.json",
            to: "functions.zh-CN.json",
            transform: (content) => finishedMetadata(content.toString(), settings),
          },
          { from: "assets/*.png" },
        ],
      }),
    ],
  };
}

const WORKBENCH_OFFICE_JS = "office-js/office.js";

/** Office.js as Microsoft ships it: served to the workbench from where npm put it, never bundled or changed. */
export const OFFICE_JS_FOLDER = path.join(root, "node_modules", "@microsoft", "office-js", "dist");

/**
 * The workbench: the add-in without Excel, under `dist/workbench`. Nothing of it is in the `addin` bundle. It is
 * everything that Excel loads, from the same sources, and beside it the page with the grid. The pane's page has one
 * script more, before Office.js: the one that connects it to the host emulator.
 *
 * @param {Settings} settings
 * @returns {import("webpack").Configuration}
 */
export function workbench(settings) {
  const pane = addin({ ...settings, officeJsUrl: WORKBENCH_OFFICE_JS });
  return {
    ...pane,
    ...baseConfig("workbench", settings),
    devtool: false,
    entry: {
      ...pane.entry,
      workbench: "./src/workbench/index.ts",
      host: "./src/workbench/frame/host.ts",
    },
    output: { ...pane.output, path: path.join(root, "dist", "workbench") },
    plugins: [
      ...pane.plugins,
      new HtmlWebpackPlugin({
        filename: "index.html",
        template: "src/workbench/index.html",
        chunks: ["workbench"],
      }),
      new ConnectPane(),
    ],
    devServer: {
      host: "localhost",
      port: "auto",
      open: true,
      hot: false,
      client: { overlay: false },
      allowedHosts: ["localhost", "127.0.0.1"],
      static: [{ directory: OFFICE_JS_FOLDER, publicPath: "/office-js", watch: false }],
    },
  };
}

/** Puts the script that stands for Excel into the pane's page, before Office.js. */
class ConnectPane {
  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.compilation.tap("ConnectPane", (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).beforeEmit.tap("ConnectPane", (page) => {
        if (page.outputName !== "taskpane.html") return page;
        const officeJs = `<script src="${WORKBENCH_OFFICE_JS}">`;
        return { ...page, html: page.html.replace(officeJs, `<script src="host.js"></script>${officeJs}`) };
      });
    });
  }
}

/**
 * Finishes functions' metadata with what the generator has no tags for. The site of the help page. That errors in ranges
 * reach the functions, so that one broken cell does not take a whole column with it; there is a setting without, for
 * hosts that fail on it. And that functions are told their own cell and those of their arguments (a host before
 * CustomFunctionsRuntime 1.3 tells the first only): hosts of some years send blank cells as 0.
 *
 * @param {string} text
 * @param {{ siteUrl: string, errorsInRanges: boolean }} settings
 * @returns {string}
 */
function finishedMetadata(text, { siteUrl, errorsInRanges }) {
  const options = { requiresAddress: true, requiresParameterAddresses: true };
  /** @type {{ functions: object[] }} */
  const { functions } = JSON.parse(text);
  const finished = {
    ...(errorsInRanges ? { allowErrorForDataTypeAny: true } : {}),
    functions: functions.map((one) => ({ ...one, options })),
  };
  return JSON.stringify(finished, null, 2).replaceAll(DEVELOPMENT_SITE, siteUrl);
}

/** Finishes the generated metadata of the functions. */
class FinishFunctionsMetadata {
  /**
   * @param {string} file
   * @param {{ siteUrl: string, errorsInRanges: boolean }} settings
   */
  constructor(file, settings) {
    this.file = file;
    this.settings = settings;
  }

  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    // The generator sets its asset in this same hook, in child compilations too; all must hold the same text.
    compiler.hooks.compilation.tap("FinishFunctionsMetadata", (compilation) => {
      const generated = compilation.assets[this.file];
      if (!generated) return;
      const text = finishedMetadata(generated.source().toString(), this.settings);
      compilation.assets[this.file] = new webpack.sources.RawSource(text);
    });
  }
}

/** HTTPS on port 3000 with the developer's own certificate, as Excel asks; made and trusted on first use. */
async function excelServer() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return {
    port: 3000,
    server: { type: "https", options: await getHttpsServerOptions() },
    headers: { "Access-Control-Allow-Origin": "*" },
  };
}

/**
 * Choose one with `--config-name addin` or `--config-name workbench`.
 *
 * @param {{ excel?: boolean }} environment `--env excel` serves the add-in to a real Excel
 * @param {{ mode?: string }} options
 */
export default async function configurations(environment, options) {
  const settings = buildSettings({ mode: options.mode });
  const addinConfig = addin(settings);
  if (environment.excel) addinConfig.devServer = await excelServer();
  return [addinConfig, workbench(settings)];
}
