import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { madePages } from "./pages";

test("the pages of checks and functions say what the program does", async () => {
  for (const [file, text] of await madePages())
    expect(readFileSync(path.join(import.meta.dirname, "..", file), "utf8")).toBe(text);
});
