import { Field, Select } from "@fluentui/react-components";
import type { Period } from "../../core/scheme/period";
import { parsePeriod } from "../../core/scheme/period";
import { periodLabel } from "../../core/reports/periodLabel";
import { offeredPeriods, offeredYears, periodSuffix } from "../periods";
import { usePane } from "./PaneContext";

interface PeriodChoiceProps {
  /** Null: as recognised. */
  readonly chosen: Period | null;
  readonly recognised: Period | null;
  readonly schemePeriods: readonly string[] | null;
}

const AUTOMATIC = "";

/** The period to assess: the recognised one unless the clerk chooses another; then its year too. */
export function PeriodChoice({ chosen, recognised, schemePeriods }: PeriodChoiceProps) {
  const { store, translate } = usePane();
  const year = chosen?.year ?? recognised?.year ?? new Date().getFullYear();
  const choose = (id: string) => {
    store.changeSettings({ period: parsePeriod(id) });
  };
  const automatic =
    recognised && !chosen
      ? translate("pane.settings.automaticPeriod", { period: periodLabel(recognised, translate) })
      : translate("pane.settings.automatic");
  return (
    <div className="period-choice">
      <Field label={translate("pane.settings.period")} size="small">
        <Select
          size="small"
          value={chosen?.id ?? AUTOMATIC}
          onChange={(_event, { value }) => {
            choose(value);
          }}
        >
          <option value={AUTOMATIC}>{automatic}</option>
          {offeredPeriods(year, schemePeriods, chosen ?? recognised).map((period) => (
            <option key={period.id} value={period.id}>
              {periodLabel(period, translate)}
            </option>
          ))}
        </Select>
      </Field>
      {chosen && (
        <Field label={translate("pane.settings.year")} size="small">
          <Select
            size="small"
            value={String(year)}
            onChange={(_event, { value }) => {
              choose(`${value.padStart(4, "0")}-${periodSuffix(chosen)}`);
            }}
          >
            {offeredYears(year).map((offered) => (
              <option key={offered} value={String(offered)}>
                {offered}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
