import { Button, Field, Select } from "@fluentui/react-components";
import { columnLetters } from "../../core/workbook/address";
import { likelyHeader, type HeaderChoice } from "../../core/settle/candidates";
import type { Translate } from "../../i18n";
import { usePane } from "../components/PaneContext";
import type { OpenSettling } from "./settlingState";

/** On which sheet the scores stand, and under which header row. */
export function TableStep({ state }: { readonly state: OpenSettling }) {
  const { store, translate } = usePane();
  const { sheets, place, selection } = state;
  const headers = sheets.find(({ sheet }) => sheet === place.sheet)?.headers ?? [];
  const own = headers.find((choice) => keyOf(choice) === keyOf({ place }));
  // A row that was taken from the sheet may be none of those offered.
  const offered = own ? headers : [{ place, texts: [], isFound: false }, ...headers];
  return (
    <fieldset className="settling-step">
      <legend>{translate("settle.step.table")}</legend>
      <Field label={translate("settle.sheet")} size="small">
        <Select
          size="small"
          value={place.sheet}
          onChange={(_event, { value }) => {
            const choice = sheets.find(({ sheet }) => sheet === value);
            const next = choice && likelyHeader(choice);
            if (next) void store.settling.choosePlace(next);
          }}
        >
          {sheets.map(({ sheet }) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={translate("settle.header")} size="small">
        <Select
          size="small"
          value={keyOf({ place })}
          onChange={(_event, { value }) => {
            const choice = offered.find((one) => keyOf(one) === value);
            if (choice) void store.settling.choosePlace(choice.place);
          }}
        >
          {offered.map((choice) => (
            <option key={keyOf(choice)} value={keyOf(choice)}>
              {headerText(choice, translate)}
            </option>
          ))}
        </Select>
      </Field>
      <Button size="small" onClick={() => void store.settling.takeSelection("row")}>
        {translate("settle.fromSelection")}
      </Button>
      {selection && (
        <p role="status" className="settling-trouble">
          {translate(`settle.selection.${selection.code}`, { sheet: selection.sheet })}
        </p>
      )}
    </fieldset>
  );
}

function keyOf({ place }: Pick<HeaderChoice, "place">): string {
  return JSON.stringify([place.flipped, place.headerRow]);
}

function headerText({ place: { headerRow, flipped }, texts }: HeaderChoice, translate: Translate): string {
  if (headerRow === null) return translate("settle.header.none");
  const first = texts.join(translate("settle.header.separator"));
  return flipped
    ? translate("settle.header.column", { column: columnLetters(headerRow), texts: first })
    : translate("settle.header.row", { row: headerRow + 1, texts: first });
}
