import { use, useLayoutEffect, useSyncExternalStore } from "react";
import { Button } from "@fluentui/react-components";
import { usePane } from "../components/PaneContext";
import { RunProgress } from "../components/RunProgress";
import { busyNoticesText } from "./busyNoticesText";
import { ApprovalSection } from "./ApprovalSection";
import { ContentSection } from "./ContentSection";
import { KindSection } from "./KindSection";
import { NoticesBar } from "./NoticesBar";
import { NoticesProvider } from "./NoticesContext";
import { NoticesMessageView } from "./NoticesMessageView";
import type { NoticesStore } from "./noticesStore";
import { OptionsSection } from "./OptionsSection";
import { PreviewSection } from "./PreviewSection";
import { StandingSection } from "./StandingSection";
import { TemplateSection } from "./TemplateSection";
import { UnitSection } from "./UnitSection";
import "../laterParts.css";
import "./notices.css";

/** The notices' page: the preview where there is one, kind, units, content, options, approval, template, and what has been made. */
export function NoticesPage({ load }: { readonly load: () => Promise<NoticesStore> }) {
  const store = use(load());
  const { translate } = usePane();
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { overview, run } = state;
  // Before the first paint: the page begins with its progress.
  useLayoutEffect(() => {
    void store.open();
    return store.close;
  }, [store]);
  return (
    <NoticesProvider value={{ store, state, translate }}>
      <main className="pane-content">
        {run && <RunProgress progress={run.progress} answer={busyNoticesText(run, translate)} />}
        <NoticesMessageView />
        {overview ? (
          <>
            <PreviewSection />
            <KindSection overview={overview} />
            <UnitSection overview={overview} />
            <ContentSection overview={overview} />
            <OptionsSection overview={overview} />
            <ApprovalSection overview={overview} />
            <TemplateSection overview={overview} />
            <StandingSection overview={overview} />
          </>
        ) : (
          !run && <Button onClick={() => void store.refresh()}>{translate("notices.reload")}</Button>
        )}
      </main>
      <NoticesBar />
    </NoticesProvider>
  );
}
