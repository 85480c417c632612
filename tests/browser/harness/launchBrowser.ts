import packagedChromium from "@sparticuz/chromium";
import { chromium, type Browser, type BrowserServer } from "playwright-core";

/**
 * Starts the browser that the tests run in: the Chromium that an npm package ships, or with
 * `PERF_BROWSER_CHANNEL` (`msedge`, `chrome`) the installed one.
 */
export async function launchBrowser(): Promise<BrowserServer> {
  const channel = process.env["PERF_BROWSER_CHANNEL"];
  if (channel !== undefined && channel !== "") return chromium.launchServer({ channel });
  // The package's own arguments are for the cloud: one process for all, and no web security.
  return chromium.launchServer({
    executablePath: await packagedChromium.executablePath(),
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu"],
  });
}

/** Connects to a browser that was started by `launchBrowser`. */
export function connectBrowser(address: string): Promise<Browser> {
  return chromium.connect(address);
}
