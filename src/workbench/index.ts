import { languageOf } from "../i18n";
import { Workbench } from "./workbench";

declare global {
  interface Window {
    /** The workbench of this page, for the console and for tests. */
    perfWorkbench?: Workbench;
  }
}

const wanted = new URLSearchParams(window.location.search).get("lang");
window.perfWorkbench = await Workbench.start(languageOf(wanted ?? "zh-CN"));
document.documentElement.dataset["ready"] = "true";
