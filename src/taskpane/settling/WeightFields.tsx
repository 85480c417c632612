import { Field, Input, Select } from "@fluentui/react-components";
import { columnLetters } from "../../core/workbook/address";
import type { TotalMethod } from "../../core/settle/answers";
import { usePane } from "../components/PaneContext";
import type { SettlingTable } from "./settlingState";

interface WeightFieldsProps {
  readonly table: SettlingTable;
  readonly method: Extract<TotalMethod, { by: "weighted" }>;
}

/** Where the weights come from, and the weights where the clerk types them. */
export function WeightFields({ table, method }: WeightFieldsProps) {
  const { store, translate } = usePane();
  const { reading, weights, columns, answers } = table;
  const { flipped } = reading.shape.grid;
  const choices: readonly { readonly key: string; readonly label: string; readonly method: TotalMethod }[] = [
    ...weights.rows.map((row) => ({
      key: `row ${String(row)}`,
      label: translate("settle.weights.row", { row: flipped ? columnLetters(row) : row + 1 }),
      method: { by: "weighted", from: "row", row } as const,
    })),
    ...(weights.hasColumns
      ? [
          {
            key: "columns",
            label: translate("settle.weights.columns"),
            method: { by: "weighted", from: "columns" } as const,
          },
        ]
      : []),
    {
      key: "typed",
      label: translate("settle.weights.typed"),
      method: { by: "weighted", from: "typed", weights: weights.stated } as const,
    },
  ];
  const key = method.from === "row" ? `row ${String(method.row)}` : method.from;
  return (
    <>
      <Field label={translate("settle.weights.from")} size="small">
        <Select
          size="small"
          value={key}
          onChange={(_event, { value }) => {
            const choice = choices.find((one) => one.key === value);
            if (choice) store.settling.change({ method: choice.method });
          }}
        >
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {choice.label}
            </option>
          ))}
        </Select>
      </Field>
      {method.from === "typed" &&
        columns
          .filter(({ column }) => answers.roles.get(column) === "score")
          .map(({ column, name, mark }) => (
            <Field
              key={column}
              className="settling-column"
              orientation="horizontal"
              label={translate("settle.weights.of", { name: name || mark })}
              size="small"
            >
              <Input
                size="small"
                inputMode="decimal"
                value={method.weights.get(column) ?? ""}
                onChange={(_event, { value }) => {
                  const typed = new Map([...method.weights, [column, value] as const]);
                  store.settling.change({ method: { ...method, weights: typed } });
                }}
              />
            </Field>
          ))}
    </>
  );
}
