import { createRoot } from "react-dom/client";
import { startTranslate } from "../i18n/startTranslate";
import { Pane } from "./components/Pane";
import { OutsideExcel } from "./components/OutsideExcel";
import { officeLanguage, officeTranslate } from "./officeLanguage";
import type { NoticesStore } from "./notices/noticesStore";
import { paneTheme } from "./paneTheme";
import type { PaneStore } from "./store";
import { officeColors } from "./useOfficeTheme";
import "./pane.css";

/** Shows the pane in the page. Outside Excel, where there is no workbook, the page says so instead. */
export async function mountPane(
  store: PaneStore,
  notices: NoticesStore,
  insideExcel: boolean,
): Promise<void> {
  const container = document.getElementById("pane");
  if (!container) throw new Error("taskpane.html has no element with the id pane");
  const language = officeLanguage();
  const translate = startTranslate(language);
  document.documentElement.lang = language;
  document.title = translate("pane.title");
  const theme = await paneTheme(officeColors());
  createRoot(container).render(
    insideExcel ? (
      <Pane
        theme={theme}
        store={store}
        notices={notices}
        translate={translate}
        translateAll={officeTranslate()}
      />
    ) : (
      <OutsideExcel theme={theme} translate={translate} />
    ),
  );
}
