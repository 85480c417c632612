import { useState } from "react";
import { Button, Field, Select } from "@fluentui/react-components";
import { describeTemplateFault } from "../../actions/describeNoticeRefusal";
import type { KindOverview, NoticeOverview } from "../../actions/noticeOverviewAction";
import { useNotices } from "./NoticesContext";

/** The template of the chosen kind, the names that it may use, and the office's settings. */
export function TemplateSection({ overview }: { readonly overview: NoticeOverview }) {
  const { store, state, translate } = useNotices();
  const found = overview.kinds.find(({ kind }) => kind.id === state.choice.kind);
  if (!found) return null;
  const { kind, templateSheet, templateFaults } = found;
  const busy = state.run !== null;
  return (
    <details className="pane-section" open={templateFaults.length > 0}>
      <summary className="fold-heading">{translate("notices.template")}</summary>
      <p className="pane-quiet">
        {templateSheet === null
          ? translate("notices.template.builtIn")
          : translate("notices.template.own", { sheet: templateSheet })}
      </p>
      {templateFaults.map((fault, index) => (
        <p key={index}>
          {translate("notices.template.fault", { fault: describeTemplateFault(translate, fault) })}
        </p>
      ))}
      <div className="action-buttons notices-wrap">
        <Button
          disabledFocusable={busy}
          onClick={() => void store.openSheet({ of: "template", kind }, false)}
        >
          {translate("notices.template.open")}
        </Button>
        <Button
          disabledFocusable={busy || templateSheet === null}
          onClick={() => void store.openSheet({ of: "template", kind }, true)}
        >
          {translate("notices.template.reset")}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void store.openSheet({ of: "settings" }, false)}>
          {translate("notices.template.settings")}
        </Button>
      </div>
      {templateSheet !== null && <NameList key={kind.id} placeholders={found.placeholders} />}
    </details>
  );
}

function NameList({ placeholders }: Pick<KindOverview, "placeholders">) {
  const { store, translate } = useNotices();
  const texts = placeholders.map(({ name, kind, within }) => ({
    text: kind === "block" ? `{{#${name}}}{{/${name}}}` : `{{${name}}}`,
    shown: within === null ? name : `${within} › ${name}`,
  }));
  const [chosen, setChosen] = useState(texts[0]?.text ?? "");
  return (
    <Field label={translate("notices.template.names")}>
      <div className="action-buttons">
        <Select
          value={chosen}
          onChange={(_, { value }) => {
            setChosen(value);
          }}
        >
          {texts.map(({ text, shown }) => (
            <option key={`${shown} ${text}`} value={text}>
              {shown}
            </option>
          ))}
        </Select>
        <Button onClick={() => void store.insertName(chosen)}>{translate("notices.template.insert")}</Button>
      </div>
    </Field>
  );
}
