import { Suspense } from "react";
import { periodLabel } from "../../core/reports/periodLabel";
import type { PaneState } from "../paneState";
import { reportOf } from "../paneState";
import { usePaneStart } from "./PaneContext";
import { SettingsFields } from "./laterParts";

/** The settings of the next run, folded to one line that says what they are. */
export function SettingsDisclosure({ state: { settings, phase } }: { readonly state: PaneState }) {
  const { translate } = usePaneStart();
  const report = reportOf(phase);
  const period = settings.period ?? report?.output.assessment.period ?? null;
  return (
    <details className="settings">
      <summary className="settings-summary">
        {translate("pane.settings.summary", {
          period: period ? periodLabel(period, translate) : translate("pane.settings.automatic"),
          totals: translate(`pane.settings.short.${settings.totals}`),
        })}
      </summary>
      <Suspense fallback={null}>
        <SettingsFields settings={settings} report={report} />
      </Suspense>
    </details>
  );
}
