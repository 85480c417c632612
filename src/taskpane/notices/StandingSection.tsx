import { Badge, Button, Link } from "@fluentui/react-components";
import type { NoticeOverview } from "../../actions/noticeOverviewAction";
import { noticeKind } from "../../core/notices/noticeKinds";
import type { NoticeStatus } from "../../core/notices/staleNotices";
import { useNotices } from "./NoticesContext";
import { RemoveNotices } from "./RemoveNotices";

/** The notices that stand in the workbook, and beside each whether its figures have changed. */
export function StandingSection({ overview }: { readonly overview: NoticeOverview }) {
  const { store, state, translate } = useNotices();
  const { statuses } = overview;
  if (statuses.length === 0) return null;
  const sheets = new Set(statuses.flatMap(({ sheet }) => (sheet ? [sheet.name] : [])));
  const stale = statuses.some((status) => status.stale);
  return (
    <details className="pane-section" open={stale}>
      <summary className="fold-heading">{translate("notices.standing", { count: statuses.length })}</summary>
      {stale && (
        <Button disabledFocusable={state.run !== null} onClick={() => void store.stamp()}>
          {translate("notices.standing.stamp")}
        </Button>
      )}
      <RemoveNotices count={sheets.size} />
      <ul>
        {statuses.map((status) => (
          <StandingNotice key={`${status.notice.kind} ${status.notice.units.join()}`} status={status} />
        ))}
      </ul>
    </details>
  );
}

function StandingNotice({ status: { notice, sheet, stale } }: { readonly status: NoticeStatus }) {
  const { store, translate } = useNotices();
  const text = translate("notices.standing.notice", {
    kind: noticeKind(notice.kind)?.name ?? notice.kind,
    units: notice.units.length > 3 ? "" : notice.units.join("、"),
    number: notice.numberText,
  });
  return (
    <li className="notices-unit">
      {sheet ? (
        <Link
          as="button"
          inline
          onClick={() =>
            void store.select(sheet.name, { row: notice.stamp ? notice.stamp.row : 0, column: 0 })
          }
        >
          {text}
        </Link>
      ) : (
        <span>{text}</span>
      )}
      <Badge appearance="tint" color="informative" className="count-badge">
        {translate(`notices.state.${notice.state}`)}
      </Badge>
      {stale && (
        <Badge appearance="tint" color="danger" className="count-badge">
          {translate("notices.standing.stale")}
        </Badge>
      )}
      {!sheet && (
        <Badge appearance="tint" color="warning" className="count-badge">
          {translate("notices.standing.missing")}
        </Badge>
      )}
    </li>
  );
}
