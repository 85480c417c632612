import { Button } from "@fluentui/react-components";
import { ignoredKey, type IgnoredFinding } from "../../core/findings/ignoredFindings";
import { describeFinding } from "../../i18n/describeFinding";
import { FindingPlace } from "./FindingItem";
import { Fold } from "./Fold";
import { usePane } from "./PaneContext";

/** The findings that the clerk ignores, folded away, each with its reason and the way back. */
export function IgnoredFindings({ ignored }: { readonly ignored: readonly IgnoredFinding[] }) {
  const { store, translate } = usePane();
  if (ignored.length === 0) return null;
  return (
    <Fold summary={translate("pane.ignored.summary", { count: ignored.length })} startsOpen={false}>
      <ul>
        {ignored.map(({ finding, reason }) => {
          const key = ignoredKey(finding);
          return (
            <li key={key}>
              <FindingPlace finding={finding} />
              <p className="pane-quiet remedy">{translate("pane.ignored.reason", { reason })}</p>
              <div
                className="finding-actions"
                role="group"
                aria-label={translate("pane.settle.label", { finding: describeFinding(translate, finding) })}
              >
                <Button
                  size="small"
                  onClick={() =>
                    void store.start({ task: "ignore-findings", reasons: new Map([[key, null]]) })
                  }
                >
                  {translate("pane.ignored.recall")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
