import { useEffect, useState } from "react";
import type { Theme } from "@fluentui/react-components";
import type { OfficeColors } from "./paneTheme";
import { paneTheme } from "./paneTheme";

/** Office.js keeps the colours that it was told for five seconds before it asks the host again. */
const COLORS_KEPT_MILLISECONDS = 5000;

/**
 * The theme that follows Office's. Excel has no event for a change of theme (Outlook alone has one), so the colours
 * are read again when the clerk comes back to the pane, and when the system changes between light and dark: at once
 * and when Office.js has forgotten what it kept.
 *
 * @param first The theme for Office's colours at the beginning.
 */
export function useOfficeTheme(first: Theme): Theme {
  const [theme, setTheme] = useState(first);
  useEffect(() => {
    let colors = officeColors();
    let later: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const next = officeColors();
      if (sameColors(colors, next)) return;
      colors = next;
      const changed = await paneTheme(next);
      if (colors === next) setTheme(changed);
    };
    const follow = () => {
      void read();
      clearTimeout(later);
      later = setTimeout(() => void read(), COLORS_KEPT_MILLISECONDS);
    };
    const systemScheme = window.matchMedia("(prefers-color-scheme: dark)");
    window.addEventListener("focus", follow);
    document.addEventListener("visibilitychange", follow);
    document.documentElement.addEventListener("pointerenter", follow);
    systemScheme.addEventListener("change", follow);
    return () => {
      clearTimeout(later);
      window.removeEventListener("focus", follow);
      document.removeEventListener("visibilitychange", follow);
      document.documentElement.removeEventListener("pointerenter", follow);
      systemScheme.removeEventListener("change", follow);
    };
  }, []);
  return theme;
}

/** The colours of Office's theme now; null where it has no themes. */
export function officeColors(): OfficeColors | null {
  // The type says that there always is a theme; Excel on the web and older hosts have none.
  const theme = Office.context.officeTheme as Office.OfficeTheme | null | undefined;
  return theme ?? null;
}

function sameColors(left: OfficeColors | null, right: OfficeColors | null): boolean {
  return (
    left?.bodyBackgroundColor === right?.bodyBackgroundColor &&
    left?.bodyForegroundColor === right?.bodyForegroundColor
  );
}
