import { createContext, useContext } from "react";
import type { Translate } from "../../i18n";
import type { PaneStore } from "../store";

/** What every part of the pane may use. */
interface PaneTools {
  readonly store: PaneStore;
  readonly translate: Translate;
}

const PaneContext = createContext<PaneTools | null>(null);

export const PaneProvider = PaneContext.Provider;

/** The pane's store and its language. */
export function usePane(): PaneTools {
  const tools = useContext(PaneContext);
  if (!tools) throw new Error("usePane is for components inside Pane");
  return tools;
}
