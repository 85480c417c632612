import type { RankingOutput } from "../../actions/rankingAction";
import { dynamicNote } from "../dynamicNote";
import { RANKING_HEADING } from "../headingIds";
import { RankedGroupView } from "./RankedGroupView";
import { usePane } from "./PaneContext";

interface RankingSectionProps {
  readonly output: RankingOutput;
}

/** The ranking as it was written, group by group. */
export function RankingSection({ output }: RankingSectionProps) {
  const { translate } = usePane();
  return (
    <section className="pane-section" aria-labelledby={RANKING_HEADING}>
      <h2 id={RANKING_HEADING} className="pane-heading" tabIndex={-1}>
        {translate("pane.ranking.heading")}
      </h2>
      {output.ranking.dynamic && <p className="pane-quiet">{dynamicNote(output.scheme, translate)}</p>}
      {output.ranking.groups.map((group) => (
        <RankedGroupView key={group.name} group={group} output={output} />
      ))}
    </section>
  );
}
