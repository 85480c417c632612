import type { Report } from "../paneState";
import { usePaneStart } from "./PaneContext";

/** The pane's heading: what it is for, and once the scheme is known, which assessment this is. */
export function PaneHeader({ report }: { readonly report: Report | null }) {
  const { translate } = usePaneStart();
  return (
    <header className="pane-header">
      <h1 className="pane-title">{report?.output.scheme.name ?? translate("pane.title")}</h1>
    </header>
  );
}
