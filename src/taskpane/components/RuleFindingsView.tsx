import { useState } from "react";
import { Button } from "@fluentui/react-components";
import { describeMeaning, describeRemedy } from "../../i18n/describeFinding";
import { findingKeys, type RuleFindings } from "../findingGroups";
import { FindingItem } from "./FindingItem";
import { usePane } from "./PaneContext";

/** How many findings of a rule are listed before the clerk asks for more. */
const PAGE = 20;

/** The findings of one rule, with what they mean and what to do about them, said once. */
export function RuleFindingsView({ rule: { findings } }: { readonly rule: RuleFindings }) {
  const { translate } = usePane();
  const [shown, setShown] = useState(PAGE);
  // By place, so that a finding keeps the keyboard's focus when others come and go.
  const keys = findingKeys(findings);
  const hidden = findings.length - shown;
  return (
    <div className="rule-findings">
      <h3 className="rule-heading">
        {translate("findings.rule", {
          meaning: describeMeaning(translate, findings[0]),
          count: findings.length,
        })}
      </h3>
      <ul>
        {findings.slice(0, shown).map((finding, index) => (
          <FindingItem key={keys[index]} finding={finding} />
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
