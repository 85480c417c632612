import type { Report } from "../paneState";
import { usePane } from "./PaneContext";

/** Title of the pane, and below it the scheme once it is known. */
export function PaneHeader({ report }: { readonly report: Report | null }) {
  const { translate } = usePane();
  return (
    <header className="pane-header">
      <h1 className="pane-title">{translate("pane.title")}</h1>
      {report && <p className="pane-subtitle">{report.output.scheme.name}</p>}
    </header>
  );
}
