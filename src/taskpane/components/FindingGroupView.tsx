import { useState } from "react";
import { Button } from "@fluentui/react-components";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info20Regular } from "@fluentui/react-icons/svg/info";
import { Warning20Filled } from "@fluentui/react-icons/svg/warning";
import type { Severity } from "../../core/findings/finding";
import type { FindingGroup } from "../findingGroups";
import { FindingItem } from "./FindingItem";
import { usePane } from "./PaneContext";

/** How many findings of a severity are listed before the clerk asks for more. */
const PAGE = 50;

const icons = { error: ErrorCircle20Filled, warning: Warning20Filled, hint: Info20Regular } satisfies Record<
  Severity,
  unknown
>;

/** Findings of one severity under a heading that folds them away. Hints are folded until asked for. */
export function FindingGroupView({ group: { severity, findings } }: { readonly group: FindingGroup }) {
  const { translate } = usePane();
  const [shown, setShown] = useState(PAGE);
  const Icon = icons[severity];
  return (
    <details className="finding-group" open={severity !== "hint"}>
      <summary className="finding-group-heading">
        <Icon className={`icon-${severity}`} aria-hidden />
        {translate(`pane.findings.${severity}`, { count: findings.length })}
      </summary>
      <ul className="finding-list">
        {findings.slice(0, shown).map((finding, index) => (
          <FindingItem key={index} finding={finding} />
        ))}
      </ul>
      {findings.length > shown && (
        <Button
          appearance="subtle"
          size="small"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {translate("pane.findings.more", { count: findings.length - shown })}
        </Button>
      )}
    </details>
  );
}
