import { useSyncExternalStore } from "react";
import type { StartTranslate } from "../../i18n/startTranslate";
import type { Page, PageStore } from "../pageStore";
import "./pageSwitch.css";

interface PageSwitchProps {
  readonly store: PageStore;
  readonly translate: StartTranslate;
}

const PAGES: readonly Page[] = ["ranking", "notices"];

/** Goes from the ranking to the notices and back. */
export function PageSwitch({ store, translate }: PageSwitchProps) {
  const shown = useSyncExternalStore(store.subscribe, store.getPage);
  return (
    <nav className="page-switch" aria-label={translate("notices.pages")}>
      {PAGES.map((page) => (
        <button
          key={page}
          type="button"
          aria-current={page === shown ? "page" : undefined}
          onClick={() => {
            store.show(page);
          }}
        >
          {translate(`notices.page.${page}`)}
        </button>
      ))}
    </nav>
  );
}
