import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CATALOGUE } from "../src/core/checks/catalogue";
import { createTranslate, isMessageKey, type Translate } from "../src/i18n";

const README = path.join(import.meta.dirname, "..", "README.md");
const BEGIN = "<!-- checks -->";
const END = "<!-- end of checks -->";

/** The list of checks as the README has it: a line a code, English and then Chinese. */
export function checksList(): string {
  const english = createTranslate("en-US");
  const chinese = createTranslate("zh-CN");
  return Object.entries(CATALOGUE)
    .map(
      ([code, severity]) =>
        `- \`${code}\` (${severity}): ${sentence(english, "meaning", code)}. ${sentence(english, "remedy", code)}. ` +
        `${sentence(chinese, "meaning", code)}；${sentence(chinese, "remedy", code)}。`,
    )
    .join("\n");
}

/** The list that stands in the README now. */
export function listInReadme(): string {
  const text = readFileSync(README, "utf8");
  return text.slice(text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)).trim();
}

function sentence(translate: Translate, part: "meaning" | "remedy", code: string): string {
  const key = `${part}.${code}`;
  if (!isMessageKey(key)) throw new Error(`no message ${key}`);
  return translate(key);
}

function writeList(): void {
  const text = readFileSync(README, "utf8");
  const [before = ""] = text.split(BEGIN);
  const after = text.slice(text.indexOf(END));
  writeFileSync(README, `${before}${BEGIN}\n\n${checksList()}\n\n${after}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeList();
