import { Link } from "@fluentui/react-components";
import { describeUnranked } from "../../actions/describeUnranked";
import type { RankedGroup, Ranking, UnrankedUnit } from "../../core/ranking/ranking";
import { usePane } from "./PaneContext";

interface UnrankedUnitsProps {
  readonly group: RankedGroup;
  readonly ranking: Ranking;
}

/** The units of a group that have no rank, each with its reason, and those that the workbook lacks. */
export function UnrankedUnits({ group, ranking }: UnrankedUnitsProps) {
  const { translate } = usePane();
  if (group.unranked.length + group.missing.length === 0) return null;
  return (
    <>
      <h3 className="unranked-heading">{translate("pane.unranked.heading")}</h3>
      <ul className="unranked-list">
        {group.unranked.map((entry, index) => (
          <UnrankedItem key={index} entry={entry} ranking={ranking} />
        ))}
        {group.missing.map((name) => (
          <li key={name}>{translate("pane.unranked.missing", { name })}</li>
        ))}
      </ul>
    </>
  );
}

interface UnrankedItemProps {
  readonly entry: UnrankedUnit;
  readonly ranking: Ranking;
}

function UnrankedItem({ entry, ranking }: UnrankedItemProps) {
  const { store, translate } = usePane();
  const { unit } = entry;
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
      {describeUnranked(translate, ranking, entry)}
    </li>
  );
}
