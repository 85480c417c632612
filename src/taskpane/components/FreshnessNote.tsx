import type { Freshness } from "../paneState";
import { usePane } from "./PaneContext";

/** That the report follows the clerk's edits, said quietly: nothing is moved and nothing is announced. */
export function FreshnessNote({ freshness }: { readonly freshness: Freshness }) {
  const { translate } = usePane();
  switch (freshness.kind) {
    case "as-reported":
      return null;
    case "updated":
      return (
        <span className="pane-quiet">
          {translate("pane.fresh.updated", {
            time: freshness.at.toLocaleTimeString(document.documentElement.lang),
          })}
        </span>
      );
    case "behind": {
      const { code, detail } = freshness.problem;
      const problem = translate(`problem.${code}`, { detail });
      return <span className="pane-quiet">{translate("pane.fresh.behind", { problem })}</span>;
    }
  }
}
