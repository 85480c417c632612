import { useEffect, useRef, useSyncExternalStore } from "react";
import { Button, Field, Select } from "@fluentui/react-components";
import type { NoticeOverview } from "../../actions/noticeOverviewAction";
import { noticeKind } from "../../core/notices/noticeKinds";
import { rankedCount } from "../../core/ranking/ranking";
import { usePane } from "../components/PaneContext";
import { PeriodChoice } from "../components/PeriodChoice";
import { useNotices } from "./NoticesContext";

/** Which notice, and of which ranking. */
export function KindSection({ overview }: { readonly overview: NoticeOverview }) {
  const { store, state, translate } = useNotices();
  const chosen = useChosenPeriod();
  const ranked = rankedCount(overview.ranking);
  return (
    <section className="pane-section">
      <div className="notices-period">
        <span className="pane-quiet">
          {translate("notices.period", { period: overview.periodName, ranked })}
        </span>
        <Button size="small" disabledFocusable={state.run !== null} onClick={() => void store.refresh()}>
          {translate("notices.reload")}
        </Button>
      </div>
      <PeriodChoice
        chosen={chosen}
        recognised={overview.ranking.period}
        schemePeriods={overview.ranking.scheme.periods}
      />
      <Field label={translate("notices.kind")}>
        <Select
          value={state.choice.kind}
          onChange={(_, { value }) => {
            const kind = noticeKind(value);
            if (kind) store.choose({ kind: kind.id });
          }}
        >
          {overview.kinds.map(({ kind }) => (
            <option key={kind.id} value={kind.id}>
              {kind.name}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}

/** The period that the pane's settings name; the workbook is read anew when the clerk chooses another. */
function useChosenPeriod() {
  const { store: pane } = usePane();
  const { store } = useNotices();
  const chosen = useSyncExternalStore(pane.subscribe, () => pane.getState().settings.period);
  const shown = useRef(chosen);
  useEffect(() => {
    if (shown.current === chosen) return;
    shown.current = chosen;
    void store.refresh();
  }, [chosen, store]);
  return chosen;
}
