import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";

const root = path.join(import.meta.dirname, "..");
const [english = "", chinese = ""] = ["README.md", "README.zh-CN.md"].map((file) =>
  readFileSync(path.join(root, file), "utf8"),
);

/** Lines that are shown as commands, and the first cells of tables. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/^ {4}(npm \S.*)$/gm)].map(([, command = ""]) => command);
}

function functionsIn(text: string): string[] {
  return [...text.matchAll(/^\| (`PERF\.[^|]*?)\s*\|/gm)].map(([, cell = ""]) => cell);
}

test("the Chinese README has the same functions and, but for installing, the same commands", () => {
  expect(functionsIn(chinese)).toEqual(functionsIn(english));
  expect(functionsIn(english).length).toBeGreaterThan(10);
  const commands = commandsIn(english);
  expect(commandsIn(chinese).filter((command) => !commands.includes(command))).toEqual([]);
  expect(commandsIn(chinese).length).toBeGreaterThanOrEqual(6);
});

test("every page that a README links to is there", () => {
  for (const text of [english, chinese])
    for (const [, target = ""] of text.matchAll(/\]\(([^)#:]+)[^)]*\)/g))
      expect(() => readFileSync(path.join(root, target))).not.toThrow();
});
