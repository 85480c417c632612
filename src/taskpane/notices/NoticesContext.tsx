import { createContext, useContext } from "react";
import type { Translate } from "../../i18n/translate";
import type { NoticesState } from "./noticesState";
import type { NoticesStore } from "./noticesStore";

/** What every part of the notices' page may use. */
interface NoticesTools {
  readonly store: NoticesStore;
  readonly state: NoticesState;
  readonly translate: Translate;
}

const NoticesContext = createContext<NoticesTools | null>(null);

export const NoticesProvider = NoticesContext.Provider;

/** The page's store, its state and its language. */
export function useNotices(): NoticesTools {
  const tools = useContext(NoticesContext);
  if (!tools) throw new Error("useNotices is for components inside NoticesPage");
  return tools;
}
