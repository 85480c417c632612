import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { PaneSettings, Report } from "../paneState";
import { PeriodChoice } from "./PeriodChoice";
import { SchemeTools } from "./SchemeTools";
import { SchemeField } from "./SchemeField";
import { usePane } from "./PaneContext";

interface SettingsFieldsProps {
  readonly settings: PaneSettings;
  readonly report: Report | null;
}

/** The choices of the next run: the period, the scheme, and how totals are written. */
export function SettingsFields({ settings, report }: SettingsFieldsProps) {
  const { store, translate } = usePane();
  const recognised = report?.output.assessment.period ?? null;
  const stale = settings.period !== null && recognised !== null && settings.period.id !== recognised.id;
  return (
    <div className="settings-fields">
      <PeriodChoice
        chosen={settings.period}
        recognised={recognised}
        schemePeriods={report?.output.scheme.periods ?? null}
      />
      <SchemeField choice={settings.scheme} report={report} />
      <SchemeTools />
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
  );
}
