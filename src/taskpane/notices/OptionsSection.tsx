import { Checkbox, Field, Input, Select } from "@fluentui/react-components";
import type { NoticeOverview } from "../../actions/noticeOverviewAction";
import { useNotices } from "./NoticesContext";
import { isApproved } from "./noticesState";

/** Date, layout, red head, and whether it is a final. */
export function OptionsSection({ overview }: { readonly overview: NoticeOverview }) {
  const { store, state, translate } = useNotices();
  const { choice } = state;
  const kind = overview.kinds.find((one) => one.kind.id === choice.kind)?.kind;
  const approved = isApproved(overview);
  return (
    <details className="pane-section">
      <summary className="fold-heading">{translate("notices.options")}</summary>
      <Field label={translate("notices.date")} hint={translate("notices.date.hint")}>
        <Input
          value={choice.date}
          placeholder="2016-01-15"
          onChange={(_, { value }) => {
            store.choose({ date: value });
          }}
        />
      </Field>
      {kind?.scope === "unit" && (
        <Field label={translate("notices.layout")}>
          <Select
            value={choice.layout}
            onChange={(_, { value }) => {
              store.choose({ layout: value === "one-sheet" ? "one-sheet" : "sheets" });
            }}
          >
            <option value="sheets">{translate("notices.layout.sheets")}</option>
            <option value="one-sheet">{translate("notices.layout.one-sheet")}</option>
          </Select>
        </Field>
      )}
      <Checkbox
        checked={choice.redHead}
        label={translate("notices.redHead")}
        onChange={(_, { checked }) => {
          store.choose({ redHead: checked === true });
        }}
      />
      <Field {...(approved ? {} : { hint: translate("notices.final.blocked") })}>
        <Checkbox
          checked={choice.final && approved}
          disabled={!approved}
          label={translate("notices.final")}
          onChange={(_, { checked }) => {
            store.choose({ final: checked === true });
          }}
        />
      </Field>
    </details>
  );
}
