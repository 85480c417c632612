import { Link, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { RankingOutput } from "../../actions/rankingAction";
import { goToHeading, RANKING_HEADING, UNRANKED_HEADING } from "../headingIds";
import { countRanking } from "../rankingCounts";
import { usePane } from "./PaneContext";

/** That the ranking is made, how many units are in it, and the way to its sheet. */
export function RankingDone({ output }: { readonly output: RankingOutput }) {
  const { store, translate } = usePane();
  const { sheet, lostTexts } = output;
  const counts = countRanking(output.ranking);
  const title = counts.ranked > 0 ? "pane.done.title" : "pane.done.nobody";
  return (
    <MessageBar intent={counts.ranked > 0 ? "success" : "warning"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{translate(title)}</MessageBarTitle>
        <CountLink heading={RANKING_HEADING}>
          {translate("pane.done.ranked", { groups: counts.groups, ranked: counts.ranked })}
        </CountLink>
        {counts.unranked > 0 && (
          <>
            {translate("pane.done.comma")}
            <CountLink heading={UNRANKED_HEADING}>
              {translate("pane.done.unranked", { unranked: counts.unranked })}
            </CountLink>
          </>
        )}
        {translate("pane.done.stop")}{" "}
        {lostTexts.length > 0 && (
          <div>{translate("pane.done.lostTexts", { texts: lostTexts.join("”、“") })}</div>
        )}
        {sheet && (
          <Link as="button" inline onClick={() => void store.select(sheet.name, { row: 0, column: 0 })}>
            {translate("pane.done.openSheet", { sheet: sheet.name })}
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function CountLink({ heading, children }: { readonly heading: string; readonly children: string }) {
  return (
    <Link as="button" inline onClick={() => goToHeading(heading)}>
      {children}
    </Link>
  );
}
