import { Button } from "@fluentui/react-components";
import type { CheckOutput } from "../../actions/checkAction";
import { MARKS_MARK } from "../../core/marks/markSheet";
import type { MessageKey } from "../../i18n";
import { hasReport } from "../recognition";
import type { TaskRequest } from "../task";
import { usePane } from "./PaneContext";

interface Tool {
  readonly label: MessageKey;
  readonly count?: number;
  readonly request: TaskRequest;
}

/** What can be done with the findings: repair, write them to a sheet, mark the cells and clear the marks. */
export function FindingsTools({ output }: { readonly output: CheckOutput }) {
  const { store, translate } = usePane();
  const tools = toolsFor(output);
  if (tools.length === 0) return null;
  return (
    <div className="findings-tools" role="group" aria-label={translate("pane.tools.label")}>
      {tools.map(({ label, count, request }) => (
        <Button key={request.task} size="small" onClick={() => void store.start(request)}>
          {translate(label, count === undefined ? {} : { count })}
        </Button>
      ))}
    </div>
  );
}

function toolsFor(output: CheckOutput): readonly Tool[] {
  const { findings, settled } = output;
  const repairable = findings.some(({ code, fix }) => fix !== null || code === "aliases-used");
  const found = findings.length > 0;
  const tools: readonly (Tool & { readonly offered: boolean })[] = [
    {
      label: "pane.tools.repair",
      request: { task: "preview-repairs" },
      offered: repairable,
    },
    {
      label: "pane.tools.undo",
      count: settled.repaired,
      request: { task: "undo-repair", entries: "all" },
      // What was repaired can be taken back as long as the journal is there.
      offered: settled.repaired > 0,
    },
    { label: "pane.tools.sheet", request: { task: "findings-sheet" }, offered: found },
    { label: "pane.tools.mark", request: { task: "mark" }, offered: found },
    { label: "pane.tools.unmark", request: { task: "unmark" }, offered: hasReport(output, MARKS_MARK) },
  ];
  return tools.filter(({ offered }) => offered);
}
