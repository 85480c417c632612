import type { Language } from "../../i18n/language";
import { EXAMPLES } from "./examples";
import { renderHelp, type DescribedFunction } from "./renderHelp";
import { helpWords } from "./words";
import "./help.css";

const METADATA_FILES: Readonly<Record<Language, string>> = {
  "zh-CN": "functions.zh-CN.json",
  "en-US": "functions.json",
};

/** The language that the address asks for, else the browser's: Excel opens the page in a browser. */
function pageLanguage(): Language {
  const wanted = new URLSearchParams(location.search).get("language") ?? navigator.language;
  return wanted.toLowerCase().startsWith("zh") ? "zh-CN" : "en-US";
}

async function showHelp(language: Language): Promise<void> {
  const response = await fetch(METADATA_FILES[language]);
  // The file is made with the page and served beside it.
  const { functions } = (await response.json()) as { functions: readonly DescribedFunction[] };
  const words = helpWords(language);
  const page = document.getElementById("help");
  if (!page) return;
  document.documentElement.lang = language;
  document.title = words["help.title"];
  const examples = new Map(Object.entries(EXAMPLES).map(([name, list]) => [name.toUpperCase(), list]));
  renderHelp(page, functions, (id) => examples.get(id) ?? [], words);
  // The sections are made after the browser looked for the one in the address.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

void showHelp(pageLanguage());
