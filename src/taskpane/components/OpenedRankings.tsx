import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { OpenedRanking } from "../../actions/openedRankings";
import { usePane } from "./PaneContext";

/** What the pane shows of a workbook that already has rankings, before the first run. */
export function OpenedRankings({ rankings }: { readonly rankings: readonly OpenedRanking[] }) {
  const { translate } = usePane();
  return (
    <section className="pane-section" aria-labelledby="opened-heading">
      <h2 id="opened-heading" className="pane-heading">
        {translate("pane.opened.heading")}
      </h2>
      {rankings.map((ranking) => (
        <OpenedRankingView key={ranking.sheet} ranking={ranking} />
      ))}
    </section>
  );
}

function OpenedRankingView({ ranking }: { readonly ranking: OpenedRanking }) {
  const { store, translate } = usePane();
  const { sheet, madeAt, scheme, approvedAs, notices, changedUnits } = ranking;
  const isStale = changedUnits > 0;
  return (
    <>
      <dl className="opened-ranking">
        <Line name={translate("pane.opened.sheet")}>
          <Link as="button" inline onClick={() => void store.select(sheet, { row: 0, column: 0 })}>
            {sheet}
          </Link>
        </Line>
        <Line name={translate("pane.opened.made")}>{madeAt}</Line>
        <Line name={translate("pane.opened.scheme")}>{scheme}</Line>
        <Line name={translate("pane.opened.approval")}>
          {approvedAs === null
            ? translate("pane.opened.draft")
            : translate("pane.opened.approved", { number: approvedAs })}
        </Line>
        <Line name={translate("pane.opened.notices")}>
          {translate("pane.opened.noticeCount", { count: notices })}
        </Line>
      </dl>
      <MessageBar intent={isStale ? "warning" : "info"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{translate(isStale ? "pane.stale.title" : "pane.opened.fresh")}</MessageBarTitle>
          {translate(isStale ? "pane.opened.stale" : "pane.opened.freshHint", { count: changedUnits })}
        </MessageBarBody>
        <MessageBarActions>
          {isStale && (
            <Button onClick={() => void store.start({ task: "ranking" })}>
              {translate("pane.stale.update")}
            </Button>
          )}
          <Button onClick={() => void store.start({ task: "check" })}>{translate("pane.opened.look")}</Button>
        </MessageBarActions>
      </MessageBar>
    </>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
