import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info20Regular } from "@fluentui/react-icons/svg/info";
import { Warning20Filled } from "@fluentui/react-icons/svg/warning";
import type { CheckOutput } from "../../actions/checkAction";
import type { Severity } from "../../core/findings/finding";
import type { FindingGroup } from "../findingGroups";
import { RuleFindingsView } from "./RuleFindingsView";
import { usePane } from "./PaneContext";

const icons = { error: ErrorCircle20Filled, warning: Warning20Filled, hint: Info20Regular } satisfies Record<
  Severity,
  unknown
>;

interface FindingGroupViewProps {
  readonly group: FindingGroup;
  readonly output: CheckOutput;
}

/** Findings of one severity under a heading that folds them away. Hints are folded until asked for. */
export function FindingGroupView({ group: { severity, count, rules }, output }: FindingGroupViewProps) {
  const { translate } = usePane();
  const Icon = icons[severity];
  return (
    <details className="finding-group" open={severity !== "hint"}>
      <summary className="finding-group-heading">
        <Icon className={`icon-${severity}`} aria-hidden />
        {translate(`pane.findings.${severity}`, { count })}
      </summary>
      {rules.map((rule) => (
        <RuleFindingsView key={rule.code} rule={rule} output={output} />
      ))}
    </details>
  );
}
