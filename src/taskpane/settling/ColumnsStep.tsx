import { useEffect, useRef } from "react";
import { Button, Field, Select } from "@fluentui/react-components";
import { SETTLED_ROLES, type SettledRole } from "../../core/settle/answers";
import { usePane } from "../components/PaneContext";
import type { SettlingColumn } from "./settlingColumns";
import type { SettlingTable } from "./settlingState";

interface ColumnsStepProps {
  readonly table: SettlingTable;
  /** The column that the keyboard goes to. */
  readonly focus: number | null;
}

/** What each column is, with the first things that stand in it. */
export function ColumnsStep({ table: { columns, answers }, focus }: ColumnsStepProps) {
  const { store, translate } = usePane();
  return (
    <fieldset className="settling-step">
      <legend>{translate("settle.step.columns")}</legend>
      <div className="settling-tools">
        <Button size="small" onClick={store.settling.othersUnused}>
          {translate("settle.othersUnused")}
        </Button>
        <Button size="small" onClick={() => void store.settling.takeSelection("column")}>
          {translate("settle.columnFromSelection")}
        </Button>
      </div>
      {columns.map((column) => (
        <ColumnChoice
          key={column.column}
          column={column}
          role={answers.roles.get(column.column) ?? "unused"}
          isSought={focus === column.column}
        />
      ))}
    </fieldset>
  );
}

interface ColumnChoiceProps {
  readonly column: SettlingColumn;
  readonly role: SettledRole;
  /** Whether the clerk has just selected it in the sheet. */
  readonly isSought: boolean;
}

function ColumnChoice({ column: { column, mark, name, samples }, role, isSought }: ColumnChoiceProps) {
  const { store, translate } = usePane();
  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSought) choice.current?.querySelector("select")?.focus();
  }, [isSought]);
  return (
    <div ref={choice}>
      <Field
        className={`settling-column settling-${role === "unused" ? "unused" : "used"}`}
        orientation="horizontal"
        label={translate("settle.column", { column: mark, name })}
        hint={
          samples.length === 0
            ? translate("settle.noSamples")
            : translate("settle.samples", { samples: samples.join(translate("settle.header.separator")) })
        }
        size="small"
      >
        <Select
          size="small"
          value={role}
          onChange={(_event, { value }) => {
            const chosen = SETTLED_ROLES.find((one) => one === value);
            if (chosen) store.settling.chooseRole(column, chosen);
          }}
        >
          {SETTLED_ROLES.map((one) => (
            <option key={one} value={one}>
              {translate(`settle.role.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
