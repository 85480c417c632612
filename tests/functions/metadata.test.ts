import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { createFunctions } from "../../src/functions/functions";
import { testEnvironment } from "./environment";

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl?: string;
    readonly parameters: readonly Parameter[];
    readonly result: { readonly dimensionality?: string };
    readonly options?: unknown;
  }[];
}

const folder = path.resolve(import.meta.dirname, "../../src/functions");
let english: Metadata;
let chinese: Metadata;

beforeAll(async () => {
  const generated = await generateCustomFunctionsMetadata(path.join(folder, "declarations.ts"));
  expect(generated.errors).toEqual([]);
  english = JSON.parse(generated.metadataJson) as Metadata;
  chinese = JSON.parse(readFileSync(path.join(folder, "functions.zh-CN.json"), "utf8")) as Metadata;
});

/** Everything but the words. */
function skeleton({ functions }: Metadata) {
  return functions.map(({ id, name, helpUrl, parameters, result, options }) => ({
    id,
    name,
    helpUrl,
    result,
    options,
    parameters: parameters.map(({ type, dimensionality, optional }) => ({
      type,
      dimensionality,
      optional,
    })),
  }));
}

describe("function metadata", () => {
  test("is the same in Chinese but for the words", () => {
    expect(skeleton(chinese)).toEqual(skeleton(english));
  });

  test("names exactly the functions that are implemented, each with all its parameters", () => {
    const implemented = Object.entries(createFunctions(testEnvironment("zh-CN"))).map(
      ([name, implementation]): [string, number] => [name.toUpperCase(), implementation.length],
    );
    const declared = english.functions.map(({ id, parameters }): [string, number] => [id, parameters.length]);
    expect(implemented.sort()).toEqual(declared.sort());
  });

  test("names and explains every parameter in both languages, and every function", () => {
    for (const { metadata, language } of [
      { metadata: english, language: /[a-z]/ },
      { metadata: chinese, language: /\p{Script=Han}/u },
    ]) {
      for (const { description, parameters } of metadata.functions) {
        for (const text of [
          description,
          ...parameters.flatMap(({ name, description }) => [name, description]),
        ]) {
          expect(text).toMatch(language);
        }
      }
    }
  });

  test("sends every function's help to its own place on the help page", () => {
    for (const { id, helpUrl } of english.functions) {
      expect(helpUrl).toBe(`https://localhost:3000/functions-help.html#${id}`);
    }
  });

  test("declares no function as volatile or streaming", () => {
    expect(english.functions.filter(({ options }) => options !== undefined)).toEqual([]);
  });
});
