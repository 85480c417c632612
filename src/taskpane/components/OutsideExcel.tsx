import { FluentProvider } from "@fluentui/react-components";
import type { StartTranslate } from "../../i18n/startTranslate";
import { paneTheme } from "../paneTheme";

/** What the page shows when it is opened where there is no workbook, such as in a browser's own tab. */
export function OutsideExcel({ translate }: { readonly translate: StartTranslate }) {
  return (
    <FluentProvider theme={paneTheme(null)} className="pane">
      <main className="pane-content outside-excel">
        <h1 className="pane-title">{translate("pane.title")}</h1>
        <p>{translate("pane.outsideExcel")}</p>
      </main>
    </FluentProvider>
  );
}
