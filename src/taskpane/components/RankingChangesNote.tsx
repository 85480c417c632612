import { useState } from "react";
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { RankingChange } from "../../core/ranking/rankingChanges";
import type { RankingStanding } from "../../core/reports/ranking/rankingStanding";
import { rankingChangeText } from "../rankingChangeText";
import { usePane } from "./PaneContext";

/** So many changes are named at once. */
const CHANGES_SHOWN = 5;

interface RankingChangesProps {
  readonly standing: RankingStanding;
  /** Whether the clerk sees the ranking itself: that it is up to date goes without saying then. */
  readonly isJustMade: boolean;
}

/** Whether the workbook's ranking is outdated: what has changed since, each with its cell, and the way to a new one. */
export function RankingChangesNote({ standing, isJustMade }: RankingChangesProps) {
  const { store, translate } = usePane();
  const [all, setAll] = useState(false);
  const { changes, moved, madeAt } = standing;
  if (changes.length === 0) {
    return isJustMade ? null : (
      <p className="pane-quiet">{translate("pane.stale.fresh", { time: madeAt })}</p>
    );
  }
  const shown = all ? changes : changes.slice(0, CHANGES_SHOWN);
  const hidden = changes.length - shown.length;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{translate("pane.stale.title")}</MessageBarTitle>
        {translate("pane.stale.since", { time: madeAt, count: changes.length })}
        <ul className="ranking-changes">
          {shown.map((change, index) => (
            <li key={index}>
              <Change change={change} />
            </li>
          ))}
        </ul>
        {hidden > 0 && (
          <Link as="button" inline onClick={() => setAll(true)}>
            {translate("pane.stale.more", { count: hidden })}
          </Link>
        )}
        <div>{translate(moved > 0 ? "pane.stale.moved" : "pane.stale.sameRanks", { count: moved })}</div>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void store.start({ task: "ranking" })}>
          {translate("pane.stale.update")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Change({ change }: { readonly change: RankingChange }) {
  const { store, translate } = usePane();
  const text = rankingChangeText(change, translate);
  if (!("cell" in change)) return text;
  const { cell } = change;
  return (
    <Link as="button" inline onClick={() => void store.select(cell.sheet, cell)}>
      {text}
    </Link>
  );
}
