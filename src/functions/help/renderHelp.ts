import type { Example, ExampleResult } from "./examples";
import { formulaText } from "./formulaText";
import type { HelpWords } from "./words";

/** A function as its metadata file describes it, in one language. */
export interface DescribedFunction {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional?: boolean;
  }[];
}

/** Fills the help page: contents, then a section a function under its id, with worked examples. */
export function renderHelp(
  page: HTMLElement,
  functions: readonly DescribedFunction[],
  examplesOf: (id: string) => readonly Example[],
  words: HelpWords,
): void {
  const contents = element("nav", {}, [
    element(
      "ul",
      {},
      functions.map(({ id }) => element("li", {}, [element("a", { href: `#${id}` }, [`PERF.${id}`])])),
    ),
  ]);
  contents.setAttribute("aria-label", words["help.contents"]);
  page.replaceChildren(
    element("h1", {}, [words["help.title"]]),
    element("p", {}, [words["help.errors"]]),
    element("p", {}, [words["help.ranges"]]),
    element("p", {}, [words["help.made-up"]]),
    contents,
    ...functions.map((described) => sectionOf(described, examplesOf(described.id), words)),
  );
}

function sectionOf(
  described: DescribedFunction,
  examples: readonly Example[],
  words: HelpWords,
): HTMLElement {
  const { id, description, parameters } = described;
  const signature = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
  const noteKey = `help.note.${id.toLowerCase()}`;
  const note = isWord(words, noteKey) ? [element("p", {}, [words[noteKey]])] : [];
  return element("section", { id }, [
    element("h2", {}, [`PERF.${id}`]),
    element("p", {}, [element("code", {}, [`PERF.${id}(${signature})`])]),
    element("p", {}, [description]),
    element(
      "dl",
      {},
      parameters.flatMap((parameter) => [
        element("dt", {}, [parameter.optional ? `[${parameter.name}]` : parameter.name]),
        element("dd", {}, [parameter.description]),
      ]),
    ),
    ...note,
    ...examples.map((example) => exampleOf(id, example)),
  ]);
}

function isWord(words: HelpWords, key: string): key is keyof HelpWords {
  return Object.hasOwn(words, key);
}

function exampleOf(id: string, { parameters, result }: Example): HTMLElement {
  return element("figure", {}, [
    element("figcaption", {}, [element("code", {}, [formulaText(id, parameters)])]),
    resultTable(result),
  ]);
}

function resultTable(result: ExampleResult): HTMLElement {
  const rows = typeof result === "object" ? result : [[result]];
  return element(
    "table",
    {},
    rows.map((row) =>
      element(
        "tr",
        {},
        row.map((cell) => element("td", {}, [String(cell)])),
      ),
    ),
  );
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[],
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
