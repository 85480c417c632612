import type { Language } from "../../i18n";
import { languageOf } from "../../i18n";
import type { AddinManifest } from "../addinManifest";
import type { OfficeThemeName } from "../officeThemes";
import { isOfficeThemeName } from "../officeThemes";
import { wordsOf, type WordKey, type Words } from "../words";
import { leadWithF6 } from "./regions";
import "./workbench.css";

/** What the page tells: each is called when the clerk has asked for it. */
export interface PageRequests {
  open(file: File): void;
  save(): void;
  openSample(): void;
  /** One of the add-in's ribbon buttons: its command's name, its own id. */
  command(name: string, controlId: string): void;
  changeLanguage(language: Language): void;
  changeTheme(theme: OfficeThemeName): void;
}

/** The page around the grid and the pane: title, toolbar, ribbon buttons, messages. */
export interface Page {
  readonly grid: HTMLElement;
  /** Where the pane's frame goes. */
  readonly paneBody: HTMLElement;
  readonly language: Language;
  readonly theme: OfficeThemeName;
  /** Puts all words of the page into a language, the ribbon's as the manifest has them. */
  speak(language: Language, manifest: AddinManifest): void;
  showPane(isShown: boolean): void;
  /** A line for the clerk about what has happened. */
  say(key: WordKey, parameters?: Readonly<Record<string, string>>): void;
}

/** Brings the page to life; its elements are in `index.html`. */
export function createPage(requests: PageRequests): Page {
  const languageChoice = element("language", HTMLSelectElement);
  const themeChoice = element("theme", HTMLSelectElement);
  const status = element("status", HTMLElement);
  const pane = element("pane", HTMLElement);
  const commands = element("commands", HTMLElement);
  let words: Words = wordsOf(languageOf(languageChoice.value));
  let sayAgain = (): void => undefined;

  const page: Page = {
    grid: element("grid", HTMLElement),
    paneBody: element("pane-body", HTMLElement),
    get language() {
      return languageOf(languageChoice.value);
    },
    get theme() {
      return isOfficeThemeName(themeChoice.value) ? themeChoice.value : "colorful";
    },
    speak(language, manifest) {
      words = wordsOf(language);
      languageChoice.value = language;
      document.documentElement.lang = language;
      document.title = words("workbench.title");
      fillWords(words);
      element("addin-label", HTMLElement).textContent = manifest.groupLabel;
      commands.replaceChildren(...manifest.buttons.map((button) => ribbonButton(button, requests)));
      sayAgain();
    },
    showPane(isShown) {
      pane.hidden = !isShown;
    },
    say(key, parameters) {
      sayAgain = () => {
        status.textContent = words(key, parameters);
      };
      sayAgain();
    },
  };

  languageChoice.addEventListener("change", () => {
    requests.changeLanguage(page.language);
  });
  themeChoice.addEventListener("change", () => {
    requests.changeTheme(page.theme);
  });
  element("save", HTMLElement).addEventListener("click", () => {
    requests.save();
  });
  element("sample", HTMLElement).addEventListener("click", () => {
    requests.openSample();
  });
  element("close-pane", HTMLElement).addEventListener("click", () => {
    page.showPane(false);
  });
  leadWithF6({ toolbar: element("toolbar", HTMLElement), grid: page.grid, pane: page.paneBody });
  openFromChooser(requests);
  openFromDrop(requests);
  return page;
}

function fillWords(words: Words): void {
  // The page's own attributes name keys of its words; a test opens the page in both languages.
  for (const marked of document.querySelectorAll<HTMLElement>("[data-word]")) {
    marked.textContent = words(marked.dataset["word"] as WordKey);
  }
  for (const marked of document.querySelectorAll<HTMLElement>("[data-tip]")) {
    marked.title = words(marked.dataset["tip"] as WordKey);
  }
  for (const marked of document.querySelectorAll<HTMLElement>("[data-label]")) {
    marked.setAttribute("aria-label", words(marked.dataset["label"] as WordKey));
  }
}

function ribbonButton(button: AddinManifest["buttons"][number], requests: PageRequests): HTMLElement {
  const icon = document.createElement("img");
  icon.src = button.icon;
  icon.alt = "";
  const control = document.createElement("button");
  control.type = "button";
  control.id = button.id;
  control.title = button.tip;
  control.append(icon, button.label);
  control.addEventListener("click", () => {
    requests.command(button.command, button.id);
  });
  return control;
}

function openFromChooser(requests: PageRequests): void {
  const chooser = element("file", HTMLInputElement);
  element("open", HTMLElement).addEventListener("click", () => {
    chooser.click();
  });
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    // Emptied, so that the same file can be chosen again.
    if (file) requests.open(file);
    chooser.value = "";
  });
}

function openFromDrop(requests: PageRequests): void {
  const target = element("drop", HTMLElement);
  const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  window.addEventListener("dragenter", (event) => {
    if (carriesFile(event)) target.hidden = false;
  });
  target.addEventListener("dragleave", () => {
    target.hidden = true;
  });
  window.addEventListener("dragover", (event) => {
    if (carriesFile(event)) event.preventDefault();
  });
  window.addEventListener("drop", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    target.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (file) requests.open(file);
  });
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} with the id ${id}`);
  return found;
}
