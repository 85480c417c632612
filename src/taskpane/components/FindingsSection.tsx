import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import type { Finding } from "../../core/findings/finding";
import { groupFindings } from "../findingGroups";
import { FindingGroupView } from "./FindingGroupView";
import { usePane } from "./PaneContext";

/** What is wrong in the workbook, the gravest first. */
export function FindingsSection({ findings }: { readonly findings: readonly Finding[] }) {
  const { translate } = usePane();
  const groups = groupFindings(findings);
  return (
    <section className="pane-section" aria-labelledby="findings-heading">
      <h2 id="findings-heading" className="pane-heading">
        {translate("pane.findings.heading")}
      </h2>
      {groups.length === 0 && (
        <p className="findings-none">
          <CheckmarkCircle20Regular className="icon-success" aria-hidden />
          {translate("pane.findings.none")}
        </p>
      )}
      {groups.map((group) => (
        <FindingGroupView key={group.severity} group={group} />
      ))}
    </section>
  );
}
