import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import ts from "typescript";
import { messagesOf } from "./messages";

const root = path.resolve(import.meta.dirname, "..");

/** What each room may import beside itself. Nothing imports the rooms that stand at the end. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  i18n: ["core"],
  workbook: ["core"],
  actions: ["core", "workbook", "i18n"],
  functions: ["core", "workbook", "actions", "i18n"],
  taskpane: ["core", "workbook", "actions", "i18n", "functions", "commands"],
  commands: ["core", "workbook", "actions", "i18n", "taskpane"],
  headless: ["core", "workbook", "actions", "i18n"],
  workbench: ["core", "workbook", "actions", "i18n", "functions"],
};

/** Packages that are kept to one place, so that they stay replaceable, and the place. */
const KEPT_PACKAGES: readonly (readonly [name: RegExp, ...places: string[]])[] = [
  [/^hucre(\/|$)/, "src/workbook/file/"],
  [/^fflate$/, "src/workbook/file/"],
  [/^saxes$/, "src/workbook/file/"],
  [/^@univerjs\//, "src/workbench/"],
  [/^rxjs(\/|$)/, "src/workbench/"],
  [/^@fluentui\//, "src/taskpane/"],
  [/^react(-dom)?(\/|$)/, "src/taskpane/"],
  // The client is read from its npm package where there is no page that loads it.
  [/^node:/, "src/headless/", "src/workbench/emulator/officeForNode.ts"],
];

/** The one package that core builds on: schema checking of the scheme file. */
const CORE_PACKAGES: ReadonlySet<string> = new Set(["valibot"]);

const IMPURE_GLOBALS: ReadonlySet<string> = new Set([
  "Office",
  "Excel",
  "OfficeExtension",
  "CustomFunctions",
  "window",
  "document",
  "navigator",
  "localStorage",
  "sessionStorage",
  "fetch",
  "process",
  "console",
  "setTimeout",
  "setInterval",
  "performance",
  "crypto",
]);

const PERMISSIVE: ReadonlySet<string> = new Set([
  "MIT",
  "Apache-2.0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
]);

interface Source {
  /** From the project's root, with slashes. */
  readonly file: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly string[];
}

function filesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}

const sources: readonly Source[] = filesUnder("src")
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return {
      file,
      tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
      imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName),
    };
  });

function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    visit(child, look);
  });
}

/** Names that stand for themselves in a file: not the `b` of `a.b`, not a property's name, not a type's member. */
function freeNames(tree: ts.SourceFile): { name: string; node: ts.Identifier }[] {
  const names: { name: string; node: ts.Identifier }[] = [];
  visit(tree, (node) => {
    if (!ts.isIdentifier(node)) return;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
    if (ts.isQualifiedName(parent) && parent.right === node) return;
    if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) return;
    names.push({ name: node.text, node });
  });
  return names;
}

function lineOf(node: ts.Node): string {
  const tree = node.getSourceFile();
  return `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

describe("rooms", () => {
  test("import one way only", () => {
    const wrong = sources.flatMap(({ file, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => path.posix.join(path.posix.dirname(file), specifier))
        .filter((target) => {
          const [from, to] = [roomOf(file), roomOf(target)];
          return !target.startsWith("src/") || (from !== to && !MAY_IMPORT[from]?.includes(to));
        })
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("of Excel and of files do not know each other", () => {
    const wrong = sources.filter(
      ({ file, imports }) =>
        (file.startsWith("src/workbook/office/") &&
          imports.some((specifier) => specifier.includes("/file/"))) ||
        (file.startsWith("src/workbook/file/") &&
          imports.some((specifier) => specifier.includes("/office/"))),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test("keep packages to their place", () => {
    const wrong = sources.flatMap(({ file, imports }) =>
      imports
        .filter((specifier) =>
          KEPT_PACKAGES.some(
            ([name, ...places]) => name.test(specifier) && !places.some((place) => file.startsWith(place)),
          ),
        )
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test("the core takes one package, for checking scheme files", () => {
    const wrong = sources
      .filter(({ file }) => roomOf(file) === "core")
      .flatMap(({ file, imports }) =>
        imports
          .filter((specifier) => !specifier.startsWith(".") && !CORE_PACKAGES.has(specifier))
          .map((specifier) => `${file}: ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  test("the core has no host, page, clock or random source", () => {
    const wrong = sources
      .filter(({ file }) => roomOf(file) === "core")
      .flatMap(({ tree }) => {
        const found = freeNames(tree).filter(({ name }) => IMPURE_GLOBALS.has(name));
        const places = found.map(({ name, node }) => `${lineOf(node)} ${name}`);
        visit(tree, (node) => {
          const now =
            ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length;
          const read =
            ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random)$/.test(node.getText());
          if (now || read) places.push(`${lineOf(node)} ${node.getText()}`);
        });
        return places;
      });
    expect(wrong).toEqual([]);
  });

  test("only the Office adapter names Excel", () => {
    const wrong = sources
      .filter(({ file }) => !file.startsWith("src/workbook/office/"))
      .flatMap(({ tree }) =>
        freeNames(tree)
          .filter(({ name, node }) => {
            const { parent } = node;
            const member =
              (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
              (ts.isQualifiedName(parent) && parent.left === node);
            return name === "Excel" && member;
          })
          .map(({ node }) => lineOf(node)),
      );
    expect(wrong).toEqual([]);
  });
});

/** Where words of headers may stand: in the vocabulary, and where the product itself writes in Chinese. */
const WORDS_OF_THEIR_OWN: readonly string[] = [
  "src/core/vocabulary/",
  "src/core/scheme/anshan-2015/",
  // The notices' own sheets, templates and typography.
  "src/core/notices/templates/",
  "src/core/notices/noticeKinds.ts",
  "src/core/notices/noticeRegister.ts",
  "src/core/notices/noticeSettings.ts",
  "src/core/notices/placeholders.ts",
  "src/core/reports/",
];

/** Files that recognise by words of their own still: the list gets shorter, never longer. */
const STILL_WITH_WORDS: readonly string[] = [
  // Numbers, dates and lines as they are written.
  "src/core/calendar/calendarDate.ts",
  "src/core/notices/noticeScope.ts",
  "src/core/notices/parseLine.ts",
  "src/core/numbers/readNumber.ts",
  "src/core/shape/figureText.ts",
  // Names of units and groups.
  "src/core/units/nameKey.ts",
  "src/core/units/roster.ts",
  // The headings of our own sheet 考评方案.
  "src/core/scheme/sheet/sheetSections.ts",
  // Headers and labels.
];

/** Ideographs in a pattern, or in a list of three texts or more. */
function wordsInCode(tree: ts.SourceFile): string[] {
  const ideograph = /\p{Script=Han}/u;
  const places: string[] = [];
  visit(tree, (node) => {
    if (ts.isRegularExpressionLiteral(node) && ideograph.test(node.text)) places.push(lineOf(node));
    // A pattern that is put together from texts.
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && ideograph.test(node.text) && node.text.split("|").length >= 3) places.push(lineOf(node));
    if (!ts.isArrayLiteralExpression(node)) return;
    const texts = node.elements.filter(ts.isStringLiteralLike);
    if (texts.length >= 3 && texts.some(({ text }) => ideograph.test(text))) places.push(lineOf(node));
  });
  return places;
}

describe("words of headers", () => {
  const found = sources
    .filter(({ file }) => file.startsWith("src/core/"))
    .filter(({ file }) => !WORDS_OF_THEIR_OWN.some((place) => file.startsWith(place)))
    .map(({ file, tree }) => ({ file, places: wordsInCode(tree) }))
    .filter(({ places }) => places.length > 0);

  test("stand in the vocabulary only", () => {
    const wrong = found.filter(({ file }) => !STILL_WITH_WORDS.includes(file));
    expect(wrong.flatMap(({ places }) => places)).toEqual([]);
  });

  test("are excepted nowhere without need", () => {
    const needed = new Set(found.map(({ file }) => file));
    expect(STILL_WITH_WORDS.filter((file) => !needed.has(file))).toEqual([]);
  });
});

describe("names", () => {
  test("of files and folders say what is inside", () => {
    const vague = /(^|\/)(utils?|helpers?|manager|common|misc|shared)(\.|\/|$)|(Utils?|Helpers?|Manager)\./i;
    expect([...filesUnder("src"), ...filesUnder("tests")].filter((file) => vague.test(file))).toEqual([]);
  });
});

describe("messages", () => {
  const LANGUAGES = ["zh-CN", "en-US"] as const;

  function placesOf(text: string): string[] {
    return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  }

  test("have the same keys in both languages", async () => {
    const [chinese, english] = await Promise.all(LANGUAGES.map(messagesOf));
    expect([...(english ?? new Map()).keys()].sort()).toEqual([...(chinese ?? new Map()).keys()].sort());
  });

  test("fill in what the other language knows too: a language may say less, not something else", async () => {
    const [chinese = new Map<string, string>(), english = new Map<string, string>()] = await Promise.all(
      LANGUAGES.map(messagesOf),
    );
    const strange = [...chinese].filter(([key, text]) => {
      const [here, there] = [placesOf(text), placesOf(english.get(key) ?? "")];
      const without = (places: string[], others: string[]) => places.some((place) => !others.includes(place));
      return without(here, there) && without(there, here);
    });
    // A quarter is counted in Chinese words (三) and in English figures (3).
    expect(strange.map(([key]) => key)).toEqual(["period.quarter"]);
  });

  test("are all used", async () => {
    const literals = new Set<string>();
    const prefixes = new Set<string>();
    for (const { file, tree } of sources) {
      if (/^src\/i18n\/(zh-CN|en-US)\//.test(file)) continue;
      visit(tree, (node) => {
        if (ts.isStringLiteralLike(node)) literals.add(node.text);
        if (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent)) literals.add(node.text);
        if (ts.isTemplateExpression(node) && node.head.text.endsWith(".")) prefixes.add(node.head.text);
      });
    }
    for (const file of filesUnder("src").filter((name) => name.endsWith(".html"))) {
      const page = readFileSync(path.join(root, file), "utf8");
      for (const [, text = ""] of page.matchAll(/="([^"]*)"/g)) literals.add(text);
    }
    // A key that is put together, such as `finding.${code}`, counts when the code stands somewhere.
    const used = (key: string) =>
      literals.has(key) ||
      [...prefixes].some((prefix) => key.startsWith(prefix) && literals.has(key.slice(prefix.length)));
    const unused = [...(await messagesOf("zh-CN")).keys()].filter((key) => !used(key));
    expect(unused).toEqual([]);
  });
});

describe("what is shipped", () => {
  test("depends on permissive licences only", () => {
    interface Locked {
      readonly packages: Readonly<
        Record<string, { license?: string; dev?: boolean; devOptional?: boolean } | undefined>
      >;
    }
    const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as Locked;
    const wrong = Object.entries(lock.packages)
      .filter(([name, locked]) => name !== "" && locked?.dev !== true && locked?.devOptional !== true)
      .filter(([, locked]) => !PERMISSIVE.has(locked?.license ?? ""))
      .map(([name, locked]) => `${name}: ${locked?.license ?? "no licence"}`);
    expect(wrong).toEqual([]);
  });

  test("has no copy of Office.js: Microsoft's terms keep it where it comes from", () => {
    const own = [...filesUnder("src"), ...filesUnder("assets"), ...filesUnder("tests")];
    const copies = own.filter((file) =>
      /(^|\/)(office(\.debug)?|excel-(win32|web|mac|ios)[\w.-]*|office_strings)\.js$/i.test(file),
    );
    expect(copies).toEqual([]);
  });
});
