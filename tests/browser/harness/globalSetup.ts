import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { OFFICE_JS_FOLDER } from "../../../webpack.config.js";
import { buildWorkbench } from "./buildWorkbench";
import { launchBrowser } from "./launchBrowser";
import { serveFolders } from "./serveFolder";
import { finishWith } from "./teardown";

/** Before the browser tests: builds the workbench once, serves it, and starts one browser for all of them. */
export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "perf-workbench-"));
  finishWith(() => rm(folder, { recursive: true }));
  const [browser] = await Promise.all([launchBrowser(), buildWorkbench(folder)]);
  finishWith(() => browser.close());
  const server = await serveFolders({ "/": folder, "/office-js/": OFFICE_JS_FOLDER });
  finishWith(() => server.close());
  // Environment variables reach the processes that run the tests.
  process.env["PERF_WORKBENCH_URL"] = server.url;
  process.env["PERF_BROWSER_ADDRESS"] = browser.wsEndpoint();
}
