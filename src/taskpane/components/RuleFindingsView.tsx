import { useState } from "react";
import { Button } from "@fluentui/react-components";
import { describeRemedy } from "../../i18n/describeFinding";
import type { RuleFindings } from "../findingGroups";
import { FindingItem } from "./FindingItem";
import { usePane } from "./PaneContext";

/** How many findings of a rule are listed before the clerk asks for more. */
const PAGE = 20;

/** The findings of one rule, and what to do about them, said once. */
export function RuleFindingsView({ rule: { findings } }: { readonly rule: RuleFindings }) {
  const { translate } = usePane();
  const [shown, setShown] = useState(PAGE);
  const hidden = findings.length - shown;
  return (
    <div className="rule-findings">
      <ul>
        {findings.slice(0, shown).map((finding, index) => (
          <FindingItem key={index} finding={finding} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button
          appearance="subtle"
          size="small"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {translate("pane.findings.more", { count: hidden })}
        </Button>
      )}
      <p className="pane-quiet remedy">
        {translate("pane.findings.remedy", { remedy: describeRemedy(translate, findings[0]) })}
      </p>
    </div>
  );
}
