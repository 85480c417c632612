import { Button } from "@fluentui/react-components";
import type { CheckOutput } from "../../actions/checkAction";
import { MARKS_MARK } from "../../core/marks/markSheet";
import { JOURNAL_MARK } from "../../core/repairs/journal";
import type { MessageKey } from "../../i18n";
import { hasReport } from "../recognition";
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

function toolsFor(output: CheckOutput): readonly Tool[] {
  const { findings } = output;
  const repairable = findings.some(({ code, fix }) => fix !== null || code === "aliases-used");
  const found = findings.length > 0;
  const tools: readonly (Tool & { readonly offered: boolean })[] = [
    {
      label: "pane.tools.repair",
      request: { task: "preview-repairs" },
      // What was repaired can be taken back as long as the journal is there.
      offered: repairable || hasReport(output, JOURNAL_MARK),
    },
    { label: "pane.tools.sheet", request: { task: "findings-sheet" }, offered: found },
    { label: "pane.tools.mark", request: { task: "mark" }, offered: found },
    { label: "pane.tools.unmark", request: { task: "unmark" }, offered: hasReport(output, MARKS_MARK) },
  ];
  return tools.filter(({ offered }) => offered);
}
