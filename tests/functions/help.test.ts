/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { isFault, type CellResult } from "../../src/functions/fault";
import { createFunctions } from "../../src/functions/functions";
import { EXAMPLES, type ExampleResult } from "../../src/functions/help/examples";
import { formulaText } from "../../src/functions/help/formulaText";
import { renderHelp, type DescribedFunction } from "../../src/functions/help/renderHelp";
import { helpWords } from "../../src/functions/help/words";
import { testEnvironment } from "./environment";

const folder = path.resolve(import.meta.dirname, "../../src/functions");
const examples = Object.entries(EXAMPLES).flatMap(([name, list]) =>
  list.map((example) => ({ name, example, formula: formulaText(name.toUpperCase(), example.parameters) })),
);

const implementations: Readonly<Record<string, (...parameters: unknown[]) => CellResult[][]>> =
  createFunctions(testEnvironment("zh-CN"));

/** A result as the page shows it: errors by their name, one cell without rows. */
function shown(results: readonly (readonly CellResult[])[]): ExampleResult {
  const rows = results.map((row) =>
    row.map((cell) => (isFault(cell) ? cell.error : typeof cell === "boolean" ? String(cell) : cell)),
  );
  const [[only = ""] = []] = rows;
  return rows.length === 1 && rows[0]?.length === 1 ? only : rows;
}

async function describedFunctions(language: "zh-CN" | "en-US"): Promise<readonly DescribedFunction[]> {
  const text =
    language === "zh-CN"
      ? readFileSync(path.join(folder, "functions.zh-CN.json"), "utf8")
      : (await generateCustomFunctionsMetadata(path.join(folder, "declarations.ts"))).metadataJson;
  return (JSON.parse(text) as { functions: DescribedFunction[] }).functions;
}

describe("the examples of the help page", () => {
  test.each(examples)("$formula gives what the page says", ({ name, example }) => {
    const [parameters, implementation] = [example.parameters, implementations[name]];
    expect(implementation && shown(implementation(...parameters))).toEqual(example.result);
  });

  test("are written as a clerk would type them", () => {
    expect(formulaText("TOTAL", [[[92.5], [80]], 88, null, "无", null])).toBe(
      '=PERF.TOTAL({92.5;80},88,,"无")',
    );
    expect(formulaText("WEIGHTED", [[[1, 2]], 'a"b'])).toBe('=PERF.WEIGHTED({1,2},"a""b")');
  });
});

describe("the help page", () => {
  test.each(["zh-CN", "en-US"] as const)("has every function with its examples in %s", async (language) => {
    const functions = await describedFunctions(language);
    const page = document.createElement("main");
    const examplesOf = (id: string) => new Map(Object.entries(EXAMPLES)).get(id.toLowerCase()) ?? [];
    renderHelp(page, functions, examplesOf, helpWords(language));
    const sections = [...page.querySelectorAll("section")];
    expect(sections.map(({ id }) => id.toLowerCase()).sort()).toEqual(Object.keys(implementations).sort());
    for (const section of sections) {
      const id = section.id;
      const described = functions.find((candidate) => candidate.id === id);
      expect(section.textContent).toContain(described?.description);
      const formulas = [...section.querySelectorAll("figcaption")].map(({ textContent }) => textContent);
      expect(formulas).toEqual(examplesOf(id).map(({ parameters }) => formulaText(id, parameters)));
      expect(formulas.length).toBeGreaterThan(0);
      expect(page.querySelector(`nav a[href="#${id}"]`)).not.toBeNull();
    }
  });

  test("shows results as cells", async () => {
    const page = document.createElement("main");
    const example = {
      parameters: [1],
      result: [
        ["甲", 1],
        ["乙", "#N/A"],
      ],
    };
    renderHelp(page, (await describedFunctions("zh-CN")).slice(0, 1), () => [example], helpWords("zh-CN"));
    const rows = [...page.querySelectorAll("figure tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ["甲", "1"],
      ["乙", "#N/A"],
    ]);
  });
});
