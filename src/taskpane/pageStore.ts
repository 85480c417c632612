/** The pane's pages: the ranking with what was found, and the notices. */
export type Page = "ranking" | "notices";

/** Which page the pane shows, outside React: ribbon commands choose it, too. */
export interface PageStore {
  readonly getPage: () => Page;
  /** Calls `listener` after every change; gives back the call that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly show: (page: Page) => void;
}

/** Makes a store that begins with the ranking's page. */
export function createPageStore(): PageStore {
  let shown: Page = "ranking";
  const listeners = new Set<() => void>();
  return {
    getPage: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(page) {
      if (page === shown) return;
      shown = page;
      for (const listener of listeners) listener();
    },
  };
}
