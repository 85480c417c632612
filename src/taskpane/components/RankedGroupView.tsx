import { useState } from "react";
import { Link } from "@fluentui/react-components";
import type { RankingOutput } from "../../actions/rankingAction";
import { formatFixed } from "../../core/numbers/decimal";
import type { RankedGroup } from "../../core/ranking/ranking";
import { UnitStoryView } from "./UnitStoryView";
import { usePane } from "./PaneContext";

interface RankedGroupProps {
  readonly group: RankedGroup;
  readonly output: RankingOutput;
}

/** So many units of a group are shown at its head and at its foot; the others are folded between them. */
const SHOWN_AT_EACH_END = 3;
/** Fewer than this many are not worth a fold. */
const LEAST_FOLDED = 3;
const COLUMNS = 3;

/** One group: rank, unit and total. Of a large one the head and the foot, until the clerk asks for the rest. */
export function RankedGroupView({ group, output }: RankedGroupProps) {
  const { translate } = usePane();
  const [unfolded, setUnfolded] = useState(false);
  const { name, ranked } = group;
  const folded = ranked.length - 2 * SHOWN_AT_EACH_END;
  const mayFold = folded >= LEAST_FOLDED;
  const isFolded = mayFold && !unfolded;
  const places = [...ranked.keys()];
  const head = isFolded ? places.slice(0, SHOWN_AT_EACH_END) : places;
  const foot = isFolded ? places.slice(-SHOWN_AT_EACH_END) : [];
  const rowAt = (place: number) => <RankedRow key={place} place={place} group={group} output={output} />;
  return (
    <table className="pane-table">
      <caption>
        {translate("pane.ranking.group", {
          group: name || translate("ranking.no-group"),
          count: ranked.length,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            {translate("ranking.rank")}
          </th>
          <th scope="col">{translate("ranking.unit")}</th>
          <th scope="col" className="number">
            {translate(output.ranking.dynamic ? "ranking.dynamic-total" : "ranking.total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {head.map(rowAt)}
        {mayFold && (
          <tr>
            <td colSpan={COLUMNS} className="ranked-fold">
              <Link as="button" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
                {unfolded
                  ? translate("pane.ranking.fold")
                  : translate("pane.ranking.unfold", { count: folded })}
              </Link>
            </td>
          </tr>
        )}
        {foot.map(rowAt)}
      </tbody>
    </table>
  );
}

interface RankedRowProps extends RankedGroupProps {
  readonly place: number;
}

/** A unit's row; a click on its name opens the story of its total below. */
function RankedRow({ group, output, place }: RankedRowProps) {
  const [open, setOpen] = useState(false);
  const ranked = group.ranked[place];
  if (!ranked) return null;
  const { unit, total, rank } = ranked;
  return (
    <>
      <tr>
        <td className="number">{rank}</td>
        <th scope="row">
          <Link
            as="button"
            inline
            appearance="subtle"
            className="ranked-unit"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {unit.name}
          </Link>
        </th>
        <td className="number">{formatFixed(total, output.scheme.rounding.places)}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={COLUMNS}>
            <UnitStoryView output={output} group={group} place={place} />
          </td>
        </tr>
      )}
    </>
  );
}
