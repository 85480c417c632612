import { describe, expect, test } from "@jest/globals";
import { CATALOGUE } from "../../../src/core/checks/catalogue";
import { createTranslate, isMessageKey, type Language } from "../../../src/i18n";

const languages: readonly Language[] = ["zh-CN", "en-US"];

describe("the catalogue of findings", () => {
  test.each(Object.keys(CATALOGUE))("%s has its sentence, meaning and remedy in both languages", (code) => {
    for (const part of ["finding", "meaning", "remedy"]) {
      const key = `${part}.${code}`;
      expect(isMessageKey(key)).toBe(true);
      if (!isMessageKey(key)) continue;
      for (const language of languages) expect(createTranslate(language)(key)).not.toBe("");
    }
  });

  test("meanings and remedies stand by themselves, without places to fill in", () => {
    for (const code of Object.keys(CATALOGUE)) {
      for (const part of ["meaning", "remedy"]) {
        const key = `${part}.${code}`;
        if (!isMessageKey(key)) continue;
        for (const language of languages) expect(createTranslate(language)(key)).not.toContain("{");
      }
    }
  });

  test("both languages name the same places to fill in", () => {
    const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    const differing = Object.keys(CATALOGUE).filter((code) => {
      const key = `finding.${code}`;
      if (!isMessageKey(key)) return true;
      const [chinese, english] = languages.map((language) => placesOf(createTranslate(language)(key)));
      return JSON.stringify(chinese) !== JSON.stringify(english);
    });
    expect(differing).toEqual([]);
  });
});
