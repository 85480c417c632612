import { Button, Field, Input } from "@fluentui/react-components";
import type { NoticeOverview } from "../../actions/noticeOverviewAction";
import { formatOfficialDate } from "../../core/calendar/calendarDate";
import { useNotices } from "./NoticesContext";

const FIELDS = ["by", "on", "number"] as const;

/** Who approved the ranking, when and under which number; recorded here, asked for before any final. */
export function ApprovalSection({ overview }: { readonly overview: NoticeOverview }) {
  const { store, state, translate } = useNotices();
  const { approval: recorded, approvalOutdated } = overview;
  const { approval } = state.choice;
  return (
    <details className="pane-section">
      <summary className="fold-heading">{translate("notices.approval")}</summary>
      <p className="pane-quiet">
        {recorded
          ? translate("notices.approval.done", {
              by: recorded.by,
              on: formatOfficialDate(recorded.on),
              number: recorded.number,
            })
          : translate("notices.approval.none")}
      </p>
      {approvalOutdated && <p>{translate("notices.approval.outdated")}</p>}
      {FIELDS.map((name) => (
        <Field key={name} label={translate(`notices.approval.${name}`)}>
          <Input
            value={approval[name]}
            {...(name === "on" ? { placeholder: "2016-01-12" } : {})}
            onChange={(_, { value }) => {
              store.choose({ approval: { ...approval, [name]: value } });
            }}
          />
        </Field>
      ))}
      <Button disabledFocusable={state.run !== null} onClick={() => void store.approve()}>
        {translate("action.approve-ranking")}
      </Button>
    </details>
  );
}
