import { useState } from "react";
import { Link } from "@fluentui/react-components";
import type { RankingOutput } from "../../actions/rankingAction";
import { formatFixed } from "../../core/numbers/decimal";
import type { RankedGroup, RankedUnit } from "../../core/ranking/ranking";
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
export function RankedGroupView({ group: { name, ranked }, output }: RankedGroupProps) {
  const { translate } = usePane();
  const [unfolded, setUnfolded] = useState(false);
  const { places } = output.scheme.rounding;
  const folded = ranked.length - 2 * SHOWN_AT_EACH_END;
  const mayFold = folded >= LEAST_FOLDED;
  const isFolded = mayFold && !unfolded;
  const head = isFolded ? ranked.slice(0, SHOWN_AT_EACH_END) : ranked;
  const foot = isFolded ? ranked.slice(-SHOWN_AT_EACH_END) : [];
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
        {head.map((ranked, index) => (
          <RankedRow key={index} ranked={ranked} places={places} />
        ))}
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
        {foot.map((ranked, index) => (
          <RankedRow key={head.length + index} ranked={ranked} places={places} />
        ))}
      </tbody>
    </table>
  );
}

function RankedRow({ ranked: { unit, total, rank }, places }: { ranked: RankedUnit; places: number }) {
  return (
    <tr>
      <td className="number">{rank}</td>
      <th scope="row">{unit.name}</th>
      <td className="number">{formatFixed(total, places)}</td>
    </tr>
  );
}
