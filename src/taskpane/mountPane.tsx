import { createRoot } from "react-dom/client";
import { startTranslate } from "../i18n/startTranslate";
import { Pane } from "./components/Pane";
import { OutsideExcel } from "./components/OutsideExcel";
import { officeLanguage, officeTranslate } from "./officeLanguage";
import type { NoticesStore } from "./notices/noticesStore";
import type { PaneStore } from "./store";
import "./pane.css";

/** Shows the pane in the page. Outside Excel, where there is no workbook, the page says so instead. */
export function mountPane(store: PaneStore, notices: NoticesStore, insideExcel: boolean): void {
  const container = document.getElementById("pane");
  if (!container) throw new Error("taskpane.html has no element with the id pane");
  const language = officeLanguage();
  const translate = startTranslate(language);
  document.documentElement.lang = language;
  document.title = translate("pane.title");
  createRoot(container).render(
    insideExcel ? (
      <Pane store={store} notices={notices} translate={translate} translateAll={officeTranslate()} />
    ) : (
      <OutsideExcel translate={translate} />
    ),
  );
}
