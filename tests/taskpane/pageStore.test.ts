import { describe, expect, test } from "@jest/globals";
import { createPageStore } from "../../src/taskpane/pageStore";

describe("the pane's pages", () => {
  test("begin with the ranking", () => {
    expect(createPageStore().getPage()).toBe("ranking");
  });

  test("tell each change once, and nobody who does not listen any more", () => {
    const store = createPageStore();
    const seen: string[] = [];
    const stop = store.subscribe(() => seen.push(store.getPage()));
    store.show("notices");
    store.show("notices");
    store.show("ranking");
    stop();
    store.show("notices");
    expect(seen).toEqual(["notices", "ranking"]);
  });
});
