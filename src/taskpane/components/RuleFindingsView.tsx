import { useState } from "react";
import type { CheckOutput } from "../../actions/checkAction";
import { describeMeaning, describeRemedy } from "../../i18n/describeFinding";
import { findingKeys, type RuleFindings } from "../findingGroups";
import { FindingItem } from "./FindingItem";
import { usePane } from "./PaneContext";
import { PAGE, ShowMore } from "./ShowMore";

/** So many findings of a rule are listed at first, so that the other rules stay in reach. */
const FIRST = 5;

interface RuleFindingsViewProps {
  readonly rule: RuleFindings;
  readonly output: CheckOutput;
}

/**
 * The findings of one rule under a heading that names the problem and folds them away; what to do about them is said
 * once, under them.
 */
export function RuleFindingsView({ rule: { findings }, output }: RuleFindingsViewProps) {
  const { translate } = usePane();
  const [shown, setShown] = useState(FIRST);
  // By place, so that a finding keeps the keyboard's focus when others come and go.
  const keys = findingKeys(findings);
  const remedy = translate("pane.findings.remedy", { remedy: describeRemedy(translate, findings[0]) });
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
      <ul>
        {findings.slice(0, shown).map((finding, index) => (
          <FindingItem
            key={keys[index]}
            finding={finding}
            output={output}
            remedy={findings.length === 1 ? remedy : null}
          />
        ))}
      </ul>
      {findings.length > 1 && <p className="pane-quiet remedy">{remedy}</p>}
      <ShowMore
        label="pane.findings.more"
        hidden={hidden}
        onMore={() => {
          setShown(shown + PAGE);
        }}
      />
    </details>
  );
}
