import { Link } from "@fluentui/react-components";
import type { RankingOutput } from "../../actions/rankingAction";
import { formatDecimal, formatFixed } from "../../core/numbers/decimal";
import { findingsAbout, unitStory, type Neighbour, type StoryStep } from "../../core/ranking/unitStory";
import type { RankedGroup } from "../../core/ranking/ranking";
import { formatWeight } from "../../core/scoring/explainTotal";
import { FindingItem } from "./FindingItem";
import { usePane } from "./PaneContext";

/** So many findings about a unit are listed; the section of findings has them all. */
const FINDINGS_SHOWN = 5;

interface UnitStoryProps {
  readonly output: RankingOutput;
  readonly group: RankedGroup;
  /** The unit's index in its group. */
  readonly place: number;
}

/** How a unit's total comes about, each figure with its cell; the distance to the units beside it; findings about it. */
export function UnitStoryView({ output, group, place }: UnitStoryProps) {
  const { translate } = usePane();
  const story = unitStory(output.ranking, group, place);
  const ranked = group.ranked[place];
  if (!story || !ranked) return null;
  const findings = findingsAbout(ranked.unit, output.findings);
  const total = formatFixed(ranked.total, output.ranking.scheme.rounding.places);
  return (
    <div className="unit-story">
      <ul>
        {story.base !== null && <li>{translate("pane.story.base", { base: story.base })}</li>}
        {story.steps.map((step, index) => (
          <li key={index}>
            <Step step={step} />
          </li>
        ))}
      </ul>
      <div>
        {story.converted
          ? translate("pane.story.converted", { ...story.converted, total })
          : translate("pane.story.sum", { sum: story.sum, total })}
      </div>
      {story.above && <div>{neighbourText(story.above, "above")}</div>}
      {story.below && <div>{neighbourText(story.below, "below")}</div>}
      {findings.length > 0 && (
        <>
          <div>{translate("pane.story.findings", { count: findings.length })}</div>
          <ul>
            {findings.slice(0, FINDINGS_SHOWN).map((finding, index) => (
              <FindingItem key={index} finding={finding} output={output} remedy={null} />
            ))}
          </ul>
        </>
      )}
    </div>
  );

  function neighbourText({ name, rank, distance }: Neighbour, side: "above" | "below"): string {
    return distance === "0"
      ? translate("pane.story.tie", { name })
      : translate(`pane.story.${side}`, { name, rank, distance });
  }
}

function Step({ step: { item, figure, weight, cap, amount } }: { readonly step: StoryStep }) {
  const { store, translate } = usePane();
  const value = formatDecimal(figure.value);
  return (
    <>
      {typeof item === "string" ? translate(`ranking.${item}`) : item.component}{" "}
      <Link as="button" inline onClick={() => void store.select(figure.sheet, figure)}>
        {value}
      </Link>
      {weight && ` × ${formatWeight(weight)}`}
      {cap && translate("pane.story.cap", { cap: formatDecimal(cap) })}
      {(weight ?? cap) !== null && ` = ${amount.replace("-", "−")}`}
    </>
  );
}
