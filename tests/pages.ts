import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { format, resolveConfig } from "prettier";
import { CATALOGUE } from "../src/core/checks/catalogue";
import type { Severity } from "../src/core/findings/finding";
import { EXAMPLES, type ExampleResult } from "../src/functions/help/examples";
import { formulaText } from "../src/functions/help/formulaText";
import type { DescribedFunction } from "../src/functions/help/renderHelp";
import { helpWords } from "../src/functions/help/words";
import { createTranslate, isMessageKey, type Translate } from "../src/i18n";
import type { Language } from "../src/i18n/language";

const root = path.join(import.meta.dirname, "..");
const MADE = "Made by `npx tsx tests/pages.ts` from what the program itself uses; a test holds it.";

/** The pages that are made from the program's own tables: path from the project's root, and text. */
export async function madePages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([
    ["docs/checks.md", checksPage()],
    ["docs/functions.md", await functionsPage()],
  ]);
  const options = await resolveConfig(path.join(root, "README.md"));
  const formatted = [...pages].map(
    async ([file, text]) => [file, await format(text, { ...options, parser: "markdown" })] as const,
  );
  return new Map(await Promise.all(formatted));
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "错误 · Errors: not ranked, or wrong arithmetic",
  warning: "警告 · Warnings: want a look",
  hint: "提示 · Hints: no verdict",
};

/** Every finding: code, what is wrong and what to do, in Chinese and English. */
function checksPage(): string {
  const [chinese, english] = [createTranslate("zh-CN"), createTranslate("en-US")];
  const sections = Object.entries(SEVERITIES).flatMap(([severity, title]) => [
    `## ${title}`,
    "| code | 问题与处理 | problem and what to do |\n| --- | --- | --- |\n" +
      Object.entries(CATALOGUE)
        .filter(([, own]) => own === severity)
        .map(([code]) => {
          const [problem, remedy] = [sentence(chinese, "meaning", code), sentence(chinese, "remedy", code)];
          const [what, toDo] = [sentence(english, "meaning", code), sentence(english, "remedy", code)];
          return `| \`${code}\` | ${problem}；${remedy}。 | ${what}. ${toDo}. |`;
        })
        .join("\n"),
  ]);
  return ["# Checks · 检查项目", MADE, ...sections].join("\n\n");
}

function sentence(translate: Translate, part: "meaning" | "remedy", code: string): string {
  const key = `${part}.${code}`;
  if (!isMessageKey(key)) throw new Error(`no message ${key}`);
  return translate(key);
}

/** Every function with its arguments and worked examples, in English and Chinese. */
async function functionsPage(): Promise<string> {
  const folder = path.join(root, "src/functions");
  const { metadataJson } = await generateCustomFunctionsMetadata(path.join(folder, "declarations.ts"));
  const english = functionsIn(metadataJson);
  const chinese = functionsIn(readFileSync(path.join(folder, "functions.zh-CN.json"), "utf8"));
  const examples = new Map(Object.entries(EXAMPLES).map(([name, list]) => [name.toUpperCase(), list]));
  const sections = english.flatMap((own, index) => [
    `## PERF.${own.id}`,
    ...[inLanguage(own, "en-US"), ...(chinese[index] ? [inLanguage(chinese[index], "zh-CN")] : [])],
    ...(examples.get(own.id) ?? []).map(
      ({ parameters, result }) => `\`${formulaText(own.id, parameters)}\` → ${resultText(result)}`,
    ),
  ]);
  const intros = (["en-US", "zh-CN"] as const).flatMap((language) => {
    const words = helpWords(language);
    return [`${words["help.errors"]} ${words["help.ranges"]} ${words["help.made-up"]}`];
  });
  return ["# Functions · 函数", MADE, ...intros, ...sections].join("\n\n");
}

function functionsIn(metadata: string): readonly DescribedFunction[] {
  return (JSON.parse(metadata) as { readonly functions: readonly DescribedFunction[] }).functions;
}

function inLanguage({ id, description, parameters }: DescribedFunction, language: Language): string {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  const note = Object.entries(helpWords(language)).find(([key]) => key === `help.note.${id.toLowerCase()}`);
  return [
    `\`PERF.${id}(${names.join(", ")})\``,
    [description, ...(note ? [note[1]] : [])].join(" "),
    parameters.map((parameter, at) => `- ${names[at] ?? ""}: ${parameter.description}`).join("\n"),
  ].join("\n\n");
}

function resultText(result: ExampleResult): string {
  const rows = typeof result === "object" ? result : [[result]];
  return rows
    .map((row) => row.map((cell) => (cell === "" ? "(blank)" : String(cell))).join(", "))
    .join(" | ");
}

async function writePages(): Promise<void> {
  for (const [file, text] of await madePages()) writeFileSync(path.join(root, file), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writePages();
