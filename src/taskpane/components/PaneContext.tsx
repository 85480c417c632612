import { createContext, use } from "react";
import type { Translate } from "../../i18n";
import type { StartTranslate } from "../../i18n/startTranslate";
import type { PaneStore } from "../store";

/** What every part of the pane may use. */
interface PaneTools<Words> {
  readonly store: PaneStore;
  readonly translate: Words;
}

interface PaneContextValue extends PaneTools<StartTranslate> {
  /** All messages, which are loaded while the pane shows its first sight. */
  readonly translateAll: Promise<Translate>;
}

const PaneContext = createContext<PaneContextValue | null>(null);

export const PaneProvider = PaneContext.Provider;

/** The pane's store and the messages of its first sight: for what must not wait for more. */
export function usePaneStart(): PaneTools<StartTranslate> {
  return usePaneContext();
}

/** The pane's store and its language. Until all messages are there, the nearest `Suspense` shows its fallback. */
export function usePane(): PaneTools<Translate> {
  const { store, translateAll } = usePaneContext();
  return { store, translate: use(translateAll) };
}

function usePaneContext(): PaneContextValue {
  const value = use(PaneContext);
  if (!value) throw new Error("usePane is for components inside Pane");
  return value;
}
