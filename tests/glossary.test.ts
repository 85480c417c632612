import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { messagesOf } from "./messages";

/** Words that stand for something that has another word on the screen. 组别名称 has no 别名 in it. */
const NOT_IN_CHINESE = /(?<!组)别名|简称|考核期|一键|安全修复|修正|拟定|表头生成|未使用|加盖|空着|界线|提名/;
const NOT_IN_ENGLISH = /\b\w*(?:ognis(?:e|ed|es|ing)|colour\w*|ancell(?:ed|ing)|summaris\w*|organis\w*)\b/i;

describe("texts keep to the glossary", () => {
  test("in Chinese", async () => {
    const texts = [...(await messagesOf("zh-CN")), ...functionTexts()];
    expect(texts.filter(([, text]) => NOT_IN_CHINESE.test(text))).toEqual([]);
  });

  test("in English", async () => {
    const texts = [...(await messagesOf("en-US"))];
    expect(texts.filter(([, text]) => NOT_IN_ENGLISH.test(text))).toEqual([]);
  });

  test("and the page names every word that is kept out", () => {
    const page = readFileSync(path.join(import.meta.dirname, "../docs/glossary.md"), "utf8");
    for (const word of [
      "别名",
      "简称",
      "考核期",
      "一键",
      "安全修复",
      "修正",
      "拟定",
      "未使用",
      "加盖",
      "空着",
    ])
      expect(page).toContain(word);
  });
});

/** What Excel shows of the functions in Chinese. */
function functionTexts(): [string, string][] {
  const file = path.join(import.meta.dirname, "../src/functions/functions.zh-CN.json");
  const { functions } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly functions: readonly {
      readonly id: string;
      readonly description: string;
      readonly parameters: readonly { readonly name: string; readonly description: string }[];
    }[];
  };
  return functions.flatMap(({ id, description, parameters }) => [
    [id, description] as [string, string],
    ...parameters.flatMap(({ name, description: said }): [string, string][] => [
      [id, name],
      [id, said],
    ]),
  ]);
}
