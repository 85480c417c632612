import { Button } from "@fluentui/react-components";
import type { CheckOutput } from "../../actions/checkAction";
import type { MessageKey } from "../../i18n";
import type { TaskRequest } from "../task";
import { usePane } from "./PaneContext";

interface Tool {
  readonly label: MessageKey;
  readonly request: TaskRequest;
}

/** What can be done with the findings: repair, write them to a sheet, mark the cells and clear the marks. */
export function FindingsTools({ output }: { readonly output: CheckOutput }) {
  const { store, translate } = usePane();
  const tools = toolsFor(output);
  if (tools.length === 0) return null;
  return (
    <div className="findings-tools" role="group" aria-label={translate("pane.tools.label")}>
      {tools.map(({ label, request }) => (
        <Button key={request.task} size="small" onClick={() => void store.start(request)}>
          {translate(label)}
        </Button>
      ))}
    </div>
  );
}

function toolsFor({ findings, assessment }: CheckOutput): readonly Tool[] {
  // Repairs and marks leave a sheet of ours behind, and can be taken back as long as it is there.
  const touched = assessment.tables.some(({ kind }) => kind === "own-report");
  const repairable = findings.some(({ code, fix }) => fix !== null || code === "aliases-used");
  const found = findings.length > 0;
  const tools: readonly (Tool & { readonly offered: boolean })[] = [
    {
      label: "pane.tools.repair",
      request: { task: "preview-repairs" },
      offered: repairable || touched,
    },
    { label: "pane.tools.sheet", request: { task: "findings-sheet" }, offered: found },
    { label: "pane.tools.mark", request: { task: "mark" }, offered: found },
    { label: "pane.tools.unmark", request: { task: "unmark" }, offered: touched },
  ];
  return tools.filter(({ offered }) => offered);
}
