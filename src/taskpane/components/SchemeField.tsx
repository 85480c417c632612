import { Field, Select } from "@fluentui/react-components";
import { SCHEME_MARK } from "../../core/scheme/schemeSheet";
import type { MessageKey } from "../../i18n";
import type { Report, SchemeChoice } from "../paneState";
import { hasReport } from "../recognition";
import { usePane } from "./PaneContext";

interface SchemeFieldProps {
  readonly choice: SchemeChoice;
  readonly report: Report | null;
}

/** Which scheme is in force. The workbook is checked with another one as soon as it is chosen. */
export function SchemeField({ choice, report }: SchemeFieldProps) {
  const { store, translate } = usePane();
  const stored = report !== null && hasReport(report.output, SCHEME_MARK);
  // Where the built-in scheme knows hardly a unit, the workbook's own is in force unasked.
  const shown = !stored && choice === "own" && report !== null && report.output.proposal !== null;
  const options: readonly { readonly value: SchemeChoice; readonly label: MessageKey }[] = [
    {
      value: "own",
      label: stored ? "pane.scheme.stored" : shown ? "pane.scheme.fromHeaders" : "pane.scheme.builtIn",
    },
    ...(shown ? [] : [{ value: "headers", label: "pane.scheme.fromHeaders" } as const]),
    ...(stored || shown || choice === "built-in"
      ? [{ value: "built-in", label: "pane.scheme.builtInInstead" } as const]
      : []),
  ];
  return (
    <Field label={translate("pane.settings.scheme")} size="small">
      <Select
        size="small"
        value={choice}
        onChange={(_event, { value }) => {
          const scheme = options.find((option) => option.value === value)?.value;
          if (!scheme) return;
          store.changeSettings({ scheme });
          void store.start({ task: "check" });
        }}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {translate(label)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
