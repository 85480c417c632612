import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { NoticeOverview } from "../../actions/noticeOverviewAction";
import type { TalkDetails } from "../../core/notices/noticeScope";
import { useNotices } from "./NoticesContext";
import { shownUnit, tickedUnits } from "./noticesState";

const TALK_FIELDS: readonly (keyof TalkDetails)[] = ["reason", "time", "place", "by", "purpose", "demands"];

/** What the clerk adds to the figures: problems of a unit, or what a talk is about. */
export function ContentSection({ overview }: { readonly overview: NoticeOverview }) {
  const { state } = useNotices();
  const kind = overview.kinds.find((one) => one.kind.id === state.choice.kind)?.kind;
  if (kind?.id === "talk") return <TalkFields />;
  return kind?.id === "feedback" ? <ProblemFields /> : null;
}

function TalkFields() {
  const { store, state, translate } = useNotices();
  const { talk } = state.choice;
  return (
    <details className="pane-section" open>
      <summary className="fold-heading">{translate("notices.talk")}</summary>
      {TALK_FIELDS.map((name) => (
        <Field key={name} label={translate(`notices.talk.${name}`)}>
          <Input
            value={talk[name]}
            onChange={(_, { value }) => {
              store.choose({ talk: { ...talk, [name]: value } });
            }}
          />
        </Field>
      ))}
    </details>
  );
}

function ProblemFields() {
  const { store, state, translate } = useNotices();
  const unit = shownUnit(state);
  const { problems } = state.choice;
  return (
    <details className="pane-section">
      <summary className="fold-heading">{translate("notices.problems")}</summary>
      <Field label={translate("notices.problems.unit")}>
        <Select
          value={unit}
          onChange={(_, { value }) => {
            store.choose({ unit: value });
          }}
        >
          {[...tickedUnits(state)].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <Field label={translate("notices.problems.text")}>
        <Textarea
          rows={4}
          value={problems.get(unit) ?? ""}
          disabled={unit === ""}
          onChange={(_, { value }) => {
            store.choose({ problems: new Map([...problems, [unit, value]]) });
          }}
        />
      </Field>
    </details>
  );
}
