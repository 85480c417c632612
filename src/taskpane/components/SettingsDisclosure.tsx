import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { periodName } from "../periodName";
import type { PaneState } from "../paneState";
import { reportOf } from "../paneState";
import { PeriodChoice } from "./PeriodChoice";
import { usePane } from "./PaneContext";

/** The settings of the next run, folded to one line that says what they are. */
export function SettingsDisclosure({ state: { settings, phase } }: { readonly state: PaneState }) {
  const { store, translate } = usePane();
  const report = reportOf(phase);
  const recognised = report?.output.assessment.period ?? null;
  const period = settings.period ?? recognised;
  const stale = settings.period !== null && recognised !== null && settings.period.id !== recognised.id;
  return (
    <details className="settings">
      <summary className="settings-summary">
        {translate("pane.settings.summary", {
          period: period ? periodName(translate, period) : translate("pane.settings.automatic"),
          totals: translate(`pane.settings.${settings.totals}Short`),
        })}
      </summary>
      <div className="settings-fields">
        <PeriodChoice
          chosen={settings.period}
          recognised={recognised}
          schemePeriods={report?.output.scheme.periods ?? null}
        />
        {stale && <p className="pane-quiet">{translate("pane.settings.stale")}</p>}
        <Field label={translate("pane.settings.totals")} size="small">
          <RadioGroup
            value={settings.totals}
            onChange={(_event, { value }) => {
              store.changeSettings({ totals: value === "values" ? "values" : "formula" });
            }}
          >
            <Radio value="formula" label={translate("pane.settings.formula")} />
            <Radio value="values" label={translate("pane.settings.values")} />
          </RadioGroup>
        </Field>
      </div>
    </details>
  );
}
