import { Link } from "@fluentui/react-components";
import type { Finding } from "../../core/findings/finding";
import type { RankedGroup, UnrankedUnit } from "../../core/ranking/ranking";
import { describeFinding } from "../../i18n/describeFinding";
import { blockingFindings } from "../blockingFindings";
import { usePane } from "./PaneContext";

interface UnrankedUnitsProps {
  readonly group: RankedGroup;
  readonly findings: readonly Finding[];
}

/** The units of a group that have no rank, each with its reason, and those that the workbook lacks. */
export function UnrankedUnits({ group, findings }: UnrankedUnitsProps) {
  const { translate } = usePane();
  if (group.unranked.length + group.missing.length === 0) return null;
  return (
    <>
      <h3 className="unranked-heading">{translate("pane.unranked.heading")}</h3>
      <ul className="unranked-list">
        {group.unranked.map((entry, index) => (
          <UnrankedItem key={index} entry={entry} findings={findings} />
        ))}
        {group.missing.map((name) => (
          <li key={name}>
            <span className="unranked-unit">{name}</span> {translate("pane.unranked.missing")}
          </li>
        ))}
      </ul>
    </>
  );
}

function UnrankedItem({
  entry,
  findings,
}: {
  readonly entry: UnrankedUnit;
  readonly findings: readonly Finding[];
}) {
  const { store, translate } = usePane();
  const { unit, status } = entry;
  const reasons = blockingFindings(entry, findings).map((finding) => describeFinding(translate, finding));
  return (
    <li>
      <Link
        as="button"
        inline
        className="unranked-unit"
        onClick={() => void store.select(unit.source.sheet, unit.source)}
      >
        {unit.name}
      </Link>{" "}
      {reasons.length > 0 ? reasons.join(" ") : translate(`pane.unranked.${status}`)}
    </li>
  );
}
