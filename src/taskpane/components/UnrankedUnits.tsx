import { useState } from "react";
import { Link } from "@fluentui/react-components";
import { describeUnranked } from "../../actions/describeUnranked";
import type { Ranking, UnrankedUnit } from "../../core/ranking/ranking";
import { UNRANKED_HEADING } from "../headingIds";
import { usePane } from "./PaneContext";

/** So many units that the workbook lacks are named at first: a whole group may be absent. */
const MISSING_SHOWN = 5;

/** The units without a rank, each with its reason, and those that the workbook lacks. */
export function UnrankedUnits({ ranking }: { readonly ranking: Ranking }) {
  const { translate } = usePane();
  const [all, setAll] = useState(false);
  const unranked = ranking.groups.flatMap((group) => group.unranked);
  const missing = ranking.groups.flatMap((group) => group.missing);
  if (unranked.length + missing.length === 0) return null;
  const shown = all ? missing : missing.slice(0, MISSING_SHOWN);
  const hidden = missing.length - shown.length;
  return (
    <section className="pane-section" aria-labelledby={UNRANKED_HEADING}>
      <h2 id={UNRANKED_HEADING} className="pane-heading" tabIndex={-1}>
        {translate("pane.unranked.count", { count: unranked.length + missing.length })}
      </h2>
      <ul className="unranked-list">
        {unranked.map((entry, index) => (
          <UnrankedItem key={index} entry={entry} ranking={ranking} />
        ))}
        {shown.map((name) => (
          <li key={name}>{translate("pane.unranked.missing", { name })}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <Link as="button" onClick={() => setAll(true)}>
          {translate("pane.unranked.more", { count: hidden })}
        </Link>
      )}
    </section>
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
