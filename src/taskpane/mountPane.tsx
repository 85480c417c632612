import { createRoot } from "react-dom/client";
import { startTranslate } from "../i18n/startTranslate";
import { Pane } from "./components/Pane";
import { officeLanguage, officeTranslate } from "./officeLanguage";
import type { NoticesStore } from "./notices/noticesStore";
import type { PageStore } from "./pageStore";
import { paneTheme } from "./paneTheme";
import type { PaneStore } from "./store";
import { officeColors } from "./useOfficeTheme";
import "./pane.css";

/** What the pane works on. */
interface PaneParts {
  readonly store: PaneStore;
  readonly page: PageStore;
  readonly loadNotices: () => Promise<NoticesStore>;
  readonly insideExcel: boolean;
}

/** Shows the pane in the page. Outside Excel, where there is no workbook, the page says so instead. */
export async function mountPane({ store, page, loadNotices, insideExcel }: PaneParts): Promise<void> {
  const container = document.getElementById("pane");
  if (!container) throw new Error("taskpane.html has no element with the id pane");
  const language = officeLanguage();
  const [translate, theme] = await Promise.all([startTranslate(language), paneTheme(officeColors())]);
  document.documentElement.lang = language;
  document.title = translate("pane.title");
  const root = createRoot(container);
  if (!insideExcel) {
    const { OutsideExcel } = await import("./components/OutsideExcel");
    root.render(<OutsideExcel theme={theme} translate={translate} />);
    return;
  }
  root.render(
    <Pane
      theme={theme}
      store={store}
      page={page}
      loadNotices={loadNotices}
      translate={translate}
      translateAll={officeTranslate()}
    />,
  );
}
