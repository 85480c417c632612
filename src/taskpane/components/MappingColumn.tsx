import { Field, Select } from "@fluentui/react-components";
import type { RecognisedColumn } from "../../core/assessment/assessment";
import type { Scheme } from "../../core/scheme/scheme";
import { columnLetters } from "../../core/workbook/address";
import { roleName } from "../../i18n/roleName";
import { AUTOMATIC, reasonText, rolesFor, type RoleChoice } from "../mapping";
import { usePane } from "./PaneContext";

interface MappingColumnProps {
  readonly column: RecognisedColumn;
  readonly scheme: Scheme;
  /** Whether the column's role is a question. */
  readonly asked: boolean;
  /** What the clerk chose and has not applied yet. */
  readonly chosen: RoleChoice | null;
  readonly onChoose: (choice: RoleChoice | null) => void;
}

const NOT_CHOSEN = "";

/** One header of the sheet, what it was taken for and why; the clerk may choose another role. */
export function MappingColumn({ column, scheme, asked, chosen, onChoose }: MappingColumnProps) {
  const { translate } = usePane();
  const { header, key, role, reason } = column;
  const roles = rolesFor(column, scheme);
  const letters = columnLetters(column.column);
  return (
    <Field
      className="mapping-column"
      orientation="horizontal"
      label={header === "" ? translate("pane.mapping.noHeader", { column: letters }) : header}
      hint={reasonText(reason, translate)}
      size="small"
    >
      <Select
        size="small"
        // Without a header there is nothing by which a correction could be remembered.
        disabled={key === ""}
        value={chosen ?? (asked ? NOT_CHOSEN : role)}
        onChange={(_event, { value }) => {
          onChoose(value === AUTOMATIC ? AUTOMATIC : (roles.find((one) => one === value) ?? null));
        }}
      >
        {asked && <option value={NOT_CHOSEN}>{translate("pane.mapping.choose")}</option>}
        {reason === "corrected" && <option value={AUTOMATIC}>{translate("pane.mapping.automatic")}</option>}
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleName(one, scheme, translate)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
