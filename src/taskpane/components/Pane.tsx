import { Suspense, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { FluentProvider, type Theme } from "@fluentui/react-components";
import type { Translate } from "../../i18n";
import type { StartTranslate } from "../../i18n/startTranslate";
import type { PaneState } from "../paneState";
import { reportOf } from "../paneState";
import type { PageStore } from "../pageStore";
import type { PaneStore } from "../store";
import type { NoticesStore } from "../notices/noticesStore";
import { useOfficeTheme } from "../useOfficeTheme";
import { ActionBar } from "./ActionBar";
import { Announcer } from "./Announcer";
import { Invitation } from "./Invitation";
import { PaneHeader } from "./PaneHeader";
import { PaneProvider } from "./PaneContext";
import { NoticesPage, OpenedRankings, RunView } from "./laterParts";
import { PageSwitch } from "../notices/PageSwitch";

interface PaneProps {
  /** The theme to begin with. */
  readonly theme: Theme;
  readonly store: PaneStore;
  readonly page: PageStore;
  readonly loadNotices: () => Promise<NoticesStore>;
  readonly translate: StartTranslate;
  /** All messages, for what is shown after the first sight. */
  readonly translateAll: Promise<Translate>;
}

/** The whole task pane: header, what there is to see, and the bar with the buttons. */
export function Pane({ theme: firstTheme, store, page, loadNotices, translate, translateAll }: PaneProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const onNotices = useSyncExternalStore(page.subscribe, page.getPage) === "notices";
  const isSettlingOpen =
    useSyncExternalStore(store.settling.subscribe, store.settling.getState).kind !== "closed";
  const theme = useOfficeTheme(firstTheme);
  const tools = useMemo(() => ({ store, translate, translateAll }), [store, translate, translateAll]);
  const report = reportOf(state.phase);
  const { phase } = state;
  const content = useContentAfterRuns(state);
  useEffect(() => void store.look(), [store]);
  return (
    <FluentProvider theme={theme} className="pane">
      <PaneProvider value={tools}>
        <PaneHeader report={report} />
        <PageSwitch store={page} translate={translate} />
        {onNotices ? (
          <Suspense fallback={<main className="pane-content" />}>
            <NoticesPage load={loadNotices} />
          </Suspense>
        ) : (
          <>
            <main className="pane-content" ref={content} tabIndex={-1}>
              <Suspense fallback={null}>{phase.kind !== "invitation" && <RunView state={state} />}</Suspense>
              {!report && !isSettlingOpen && <FirstSight state={state} />}
            </main>
            {phase.kind !== "choosing-repairs" && !isSettlingOpen && <ActionBar state={state} />}
            <Announcer state={state} />
          </>
        )}
      </PaneProvider>
    </FluentProvider>
  );
}

/** What there is to see before the first report: the workbook's rankings, else what the pane does. */
function FirstSight({ state: { opened } }: { readonly state: PaneState }) {
  if (opened.length === 0) return <Invitation />;
  return (
    <Suspense fallback={null}>
      <OpenedRankings rankings={opened} />
    </Suspense>
  );
}

/**
 * Progress and messages stand at the top: a clerk who has scrolled down is taken there when there is a new one. Where
 * what had the keyboard's focus is gone, such as the link that was clicked, the keyboard goes on in the content.
 */
function useContentAfterRuns({ phase, selectionProblem }: PaneState) {
  const content = useRef<HTMLElement>(null);
  useEffect(() => {
    content.current?.scrollTo(0, 0);
  }, [phase.kind]);
  useEffect(() => {
    const nowhere = document.activeElement === document.body;
    if (phase.kind !== "invitation" && nowhere && document.hasFocus()) {
      content.current?.focus({ preventScroll: true });
    }
  }, [phase]);
  useEffect(() => {
    if (selectionProblem) content.current?.scrollTo(0, 0);
  }, [selectionProblem]);
  return content;
}
