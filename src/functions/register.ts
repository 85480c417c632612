import { functionsLoading as english } from "../i18n/en-US/functionsLoading";
import { languageOf } from "../i18n/language";
import { functionsLoading as chinese } from "../i18n/zh-CN/functionsLoading";
import { notAvailable, type Fault } from "./fault";
import { associateFunctions, type LoadedFunctions } from "./host";

/** What the functions do, ahead of everything else that the page still loads; a fault where it cannot be fetched. */
export async function loadFunctions(): Promise<LoadedFunctions | Fault> {
  try {
    const { excelFunctions } = await import(/* webpackFetchPriority: "high" */ "./excelFunctions");
    return await excelFunctions();
  } catch (error) {
    // The bundler's name for a file that does not come; anything else is a bug.
    if (!(error instanceof Error && error.name === "ChunkLoadError")) throw error;
    const words = languageOf(Office.context.displayLanguage) === "zh-CN" ? chinese : english;
    return notAvailable(words["function.not-loaded"]);
  }
}

// Runs when the page's first script loads: Excel waits for this, so nothing of the pane may come before it.
associateFunctions(CustomFunctions, loadFunctions);
