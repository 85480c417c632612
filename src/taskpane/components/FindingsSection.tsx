import { useState } from "react";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import type { CheckOutput } from "../../actions/checkAction";
import { filterFindings, keepPossible, NO_FILTER } from "../findingFilter";
import { groupFindings } from "../findingGroups";
import type { Freshness } from "../paneState";
import { FindingGroupView } from "./FindingGroupView";
import { FindingsFilter } from "./FindingsFilter";
import { FindingsTools } from "./FindingsTools";
import { IgnoredFindings } from "./IgnoredFindings";
import { FreshnessNote } from "./FreshnessNote";
import { usePane } from "./PaneContext";

interface FindingsSectionProps {
  readonly output: CheckOutput;
  readonly freshness: Freshness;
}

/** What is wrong in the workbook, the gravest first, and what can be done about it as a whole. */
export function FindingsSection({ output, freshness }: FindingsSectionProps) {
  const { translate } = usePane();
  const { findings } = output;
  const [wanted, setWanted] = useState(NO_FILTER);
  const filter = keepPossible(wanted, findings);
  const groups = groupFindings(filterFindings(findings, filter));
  return (
    <section className="pane-section" aria-labelledby="findings-heading">
      <div className="heading-line">
        <h2 id="findings-heading" className="pane-heading">
          {translate("pane.findings.heading")}
        </h2>
        <FreshnessNote freshness={freshness} />
      </div>
      <FindingsTools output={output} />
      <FindingsFilter findings={findings} filter={filter} onChange={setWanted} />
      {findings.length === 0 && (
        <p className="findings-none">
          <CheckmarkCircle20Regular className="icon-success" aria-hidden />
          {translate("pane.findings.none")}
        </p>
      )}
      {groups.map((group) => (
        <FindingGroupView key={group.severity} group={group} output={output} />
      ))}
      <IgnoredFindings ignored={output.settled.ignored} />
    </section>
  );
}
