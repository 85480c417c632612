import { FluentProvider, type Theme } from "@fluentui/react-components";
import type { StartTranslate } from "../../i18n/startTranslate";

interface OutsideExcelProps {
  readonly theme: Theme;
  readonly translate: StartTranslate;
}

/** What the page shows when it is opened where there is no workbook, such as in a browser's own tab. */
export function OutsideExcel({ theme, translate }: OutsideExcelProps) {
  return (
    <FluentProvider theme={theme} className="pane">
      <main className="pane-content outside-excel">
        <h1 className="pane-title">{translate("pane.title")}</h1>
        <p>{translate("pane.outsideExcel")}</p>
      </main>
    </FluentProvider>
  );
}
