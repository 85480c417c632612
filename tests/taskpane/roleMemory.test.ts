import { expect, test } from "@jest/globals";
import type { ColumnRole } from "../../src/core/assessment/assessment";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { createRoleMemory } from "../../src/taskpane/roleMemory";
import { noStorage } from "./paneWork";

/** A page's storage that forgets when the test ends. */
function pageStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
    clear: () => {
      kept.clear();
    },
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const roles = (...pairs: [string, ColumnRole][]) => new Map(pairs);

test("what the clerk said of headers is there for the next workbook; the later word counts", () => {
  const storage = pageStorage();
  createRoleMemory(() => storage).remember(
    anshan2015,
    roles(["平时考核", "component:result"], ["说明", "note"]),
  );
  createRoleMemory(() => storage).remember(anshan2015, roles(["平时考核", "component:process"]));
  expect(createRoleMemory(() => storage).recall(anshan2015)).toEqual(
    roles(["说明", "note"], ["平时考核", "component:process"]),
  );
});

test("what the clerk takes back is forgotten", () => {
  const memory = createRoleMemory(pageStorageOnce());
  memory.remember(anshan2015, roles(["平时考核", "component:result"], ["说明", "note"]));
  memory.remember(anshan2015, new Map([["平时考核", null]]));
  expect(memory.recall(anshan2015)).toEqual(roles(["说明", "note"]));
});

test("another scheme with the same id does not get the roles of this one", () => {
  const memory = createRoleMemory(pageStorageOnce());
  memory.remember(anshan2015, roles(["平时考核", "component:result"]));
  const [first, ...others] = anshan2015.components;
  if (!first) throw new Error("the scheme has components");
  const other = { ...anshan2015, components: [{ ...first, name: "业绩" }, ...others] };
  expect(memory.recall(other).size).toBe(0);
});

test.each([
  ["no JSON", "{"],
  ["no list", '{"平时考核":"note"}'],
  ["no pairs", '[1,"a",null]'],
  ["roles that there are not", '[["平时考核","component:none"],[1,"note"]]'],
])("a storage that holds %s gives nothing", (_name, text) => {
  const storage = pageStorage();
  storage.getItem = () => text;
  expect(createRoleMemory(() => storage).recall(anshan2015).size).toBe(0);
});

test("without a storage nothing is remembered, and nothing fails", () => {
  const memory = createRoleMemory(noStorage);
  memory.remember(anshan2015, roles(["平时考核", "note"]));
  expect(memory.recall(anshan2015).size).toBe(0);
});

function pageStorageOnce(): () => Storage {
  const storage = pageStorage();
  return () => storage;
}
