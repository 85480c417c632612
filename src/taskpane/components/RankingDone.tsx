import { Link, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { RankingOutput } from "../../actions/rankingAction";
import { countRanking } from "../rankingCounts";
import { usePane } from "./PaneContext";

/** That the ranking is made, how many units are in it, and the way to its sheet. */
export function RankingDone({ output }: { readonly output: RankingOutput }) {
  const { store, translate } = usePane();
  const { sheet } = output;
  const counts = countRanking(output.ranking);
  const title = counts.ranked > 0 ? "pane.done.title" : "pane.done.nobody";
  return (
    <MessageBar intent={counts.ranked > 0 ? "success" : "warning"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{translate(title)}</MessageBarTitle>
        {translate(counts.unranked > 0 ? "pane.done.countsWithUnranked" : "pane.done.counts", counts)}{" "}
        {sheet && (
          <Link as="button" inline onClick={() => void store.select(sheet.name, { row: 0, column: 0 })}>
            {translate("pane.done.openSheet", { sheet: sheet.name })}
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
