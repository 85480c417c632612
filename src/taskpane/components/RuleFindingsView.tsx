import { useState } from "react";
import { Button } from "@fluentui/react-components";
import { describeMeaning, describeRemedy } from "../../i18n/describeFinding";
import { findingKeys, type RuleFindings } from "../findingGroups";
import { FindingItem } from "./FindingItem";
import { usePane } from "./PaneContext";

/** So many findings of a rule are listed at first, so that the other rules stay in reach. */
const FIRST = 5;

/** So many more are listed whenever the clerk asks for more. */
const PAGE = 50;

/** The findings of one rule under a heading that folds them away; what to do about them is said once. */
export function RuleFindingsView({ rule: { findings } }: { readonly rule: RuleFindings }) {
  const { translate } = usePane();
  const [shown, setShown] = useState(FIRST);
  // By place, so that a finding keeps the keyboard's focus when others come and go.
  const keys = findingKeys(findings);
  const hidden = findings.length - shown;
  return (
    <details className="rule-findings" open>
      <summary className="rule-heading fold-heading">
        <h3>
          {translate("findings.rule", {
            meaning: describeMeaning(translate, findings[0]),
            count: findings.length,
          })}
        </h3>
      </summary>
      <p className="pane-quiet remedy">
        {translate("pane.findings.remedy", { remedy: describeRemedy(translate, findings[0]) })}
      </p>
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
    </details>
  );
}
