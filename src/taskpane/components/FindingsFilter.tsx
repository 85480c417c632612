import { Field, Select } from "@fluentui/react-components";
import type { Finding } from "../../core/findings/finding";
import { severityChoices, sheetChoices, type FindingFilter, type SheetChoice } from "../findingFilter";
import { usePane } from "./PaneContext";

interface FindingsFilterProps {
  /** All findings: the choices are counted over them. */
  readonly findings: readonly Finding[];
  readonly filter: FindingFilter;
  readonly onChange: (filter: FindingFilter) => void;
}

const ALL = "";

/** Shows findings of one severity or one sheet only. A choice of one is none and is left out. */
export function FindingsFilter({ findings, filter, onChange }: FindingsFilterProps) {
  const { translate } = usePane();
  const severities = severityChoices(findings);
  const sheets = sheetChoices(findings);
  const all = translate("pane.filter.all", { count: findings.length });
  if (severities.length < 2 && sheets.length < 2) return null;
  return (
    <div className="findings-filter">
      {severities.length > 1 && (
        <Field label={translate("pane.filter.severity")} size="small">
          <Select
            size="small"
            value={filter.severity ?? ALL}
            onChange={(_event, { value }) => {
              const choice = severities.find((one) => one.value === value);
              onChange({ ...filter, severity: choice?.value ?? null });
            }}
          >
            <option value={ALL}>{all}</option>
            {severities.map(({ value, count }) => (
              <option key={value} value={value}>
                {translate(`pane.findings.${value}`, { count })}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {sheets.length > 1 && (
        <Field label={translate("pane.filter.sheet")} size="small">
          <Select
            size="small"
            value={filter.sheet === null ? ALL : optionOf(filter.sheet)}
            onChange={(_event, { value }) => {
              const choice = sheets.find((one) => optionOf(one.value) === value);
              onChange({ ...filter, sheet: choice?.value ?? null });
            }}
          >
            <option value={ALL}>{all}</option>
            {sheets.map(({ value, count }) => (
              <option key={optionOf(value)} value={optionOf(value)}>
                {translate("pane.filter.one", {
                  name: value.kind === "sheet" ? value.name : translate("findings.workbook"),
                  count,
                })}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

function optionOf(choice: SheetChoice): string {
  return choice.kind === "sheet" ? `sheet ${choice.name}` : choice.kind;
}
