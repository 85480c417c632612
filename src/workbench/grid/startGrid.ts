import { LocaleType, LogLevel, Univer, mergeLocales } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import gridEnglish from "@univerjs/preset-sheets-core/locales/en-US";
import gridChinese from "@univerjs/preset-sheets-core/locales/zh-CN";
import "@univerjs/preset-sheets-core/lib/index.css";
import type { Language } from "../../i18n";

/** The spreadsheet grid on the page: the library's own object, and its facade. */
export interface Grid {
  readonly univer: Univer;
  readonly api: FUniver;
}

/** Starts an empty spreadsheet grid inside an element of the page, its own menus in the given language. */
export function startGrid(container: HTMLElement, language: Language): Grid {
  const univer = new Univer({
    locale: gridLocale(language),
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(gridChinese),
      [LocaleType.EN_US]: mergeLocales(gridEnglish),
    },
    logLevel: LogLevel.WARN,
  });
  const preset = UniverSheetsCorePreset({
    container,
    // The library's own mark on text that looks like a number says what Excel's green corner says.
    disableTextFormatAlert: true,
  });
  for (const plugin of preset.plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return { univer, api: FUniver.newAPI(univer) };
}

/** Changes the language of the grid's own menus. */
export function setGridLanguage(grid: Grid, language: Language): void {
  grid.univer.setLocale(gridLocale(language));
}

function gridLocale(language: Language): LocaleType {
  return language === "zh-CN" ? LocaleType.ZH_CN : LocaleType.EN_US;
}
