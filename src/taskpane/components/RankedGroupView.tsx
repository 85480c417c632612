import type { RankingOutput } from "../../actions/rankingAction";
import { formatFixed } from "../../core/numbers/decimal";
import type { RankedGroup } from "../../core/ranking/ranking";
import { UnrankedUnits } from "./UnrankedUnits";
import { usePane } from "./PaneContext";

interface RankedGroupProps {
  readonly group: RankedGroup;
  readonly output: RankingOutput;
}

/** One group: rank, unit and total; below it the units without a rank and the reason. */
export function RankedGroupView({ group, output }: RankedGroupProps) {
  const { translate } = usePane();
  const { places } = output.scheme.rounding;
  return (
    <div className="ranked-group">
      <table className="pane-table">
        <caption>
          {translate("pane.ranking.group", {
            group: group.name || translate("ranking.no-group"),
            count: group.ranked.length,
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
          {group.ranked.map(({ unit, total, rank }, index) => (
            <tr key={index}>
              <td className="number">{rank}</td>
              <th scope="row">{unit.name}</th>
              <td className="number">{formatFixed(total, places)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <UnrankedUnits group={group} ranking={output.ranking} />
    </div>
  );
}
