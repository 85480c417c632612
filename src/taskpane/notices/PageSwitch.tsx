import type { StartTranslate } from "../../i18n/startTranslate";
import type { NoticesStore } from "./noticesStore";
import "./pageSwitch.css";

interface PageSwitchProps {
  readonly store: NoticesStore;
  readonly open: boolean;
  readonly translate: StartTranslate;
}

/** Goes from the ranking to the notices and back. */
export function PageSwitch({ store, open, translate }: PageSwitchProps) {
  return (
    <nav className="page-switch" aria-label={translate("notices.pages")}>
      <button
        type="button"
        aria-current={open ? undefined : "page"}
        onClick={() => {
          store.close();
        }}
      >
        {translate("notices.page.ranking")}
      </button>
      <button
        type="button"
        aria-current={open ? "page" : undefined}
        onClick={() => {
          if (!open) void store.open();
        }}
      >
        {translate("notices.page.notices")}
      </button>
    </nav>
  );
}
