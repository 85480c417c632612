import { Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import type { TotalMethod } from "../../core/settle/answers";
import { usePane } from "../components/PaneContext";
import { weightedBy } from "./settlingAnswers";
import type { SettlingTable } from "./settlingState";
import { WeightFields } from "./WeightFields";

const METHODS = ["stated", "sum", "mean", "weighted"] as const;

/** How the total comes about: as it stands, or out of the item scores. */
export function TotalStep({ table }: { readonly table: SettlingTable }) {
  const { store, translate } = usePane();
  const { answers, weights } = table;
  const hasTotal = [...answers.roles.values()].includes("total");
  const offered = METHODS.filter((by) => by !== "stated" || hasTotal);
  return (
    <fieldset className="settling-step">
      <legend>{translate("settle.step.total")}</legend>
      <RadioGroup
        aria-label={translate("settle.step.total")}
        value={answers.method.by}
        onChange={(_event, { value }) => {
          const by = METHODS.find((one) => one === value);
          if (by) store.settling.change({ method: by === "weighted" ? weightedBy(weights) : methodBy(by) });
        }}
      >
        {offered.map((by) => (
          <Radio key={by} value={by} label={translate(`settle.by.${by}`)} />
        ))}
      </RadioGroup>
      {answers.method.by === "weighted" && <WeightFields table={table} method={answers.method} />}
      {answers.method.by !== "stated" && (
        <Field label={translate("settle.base")} hint={translate("settle.base.hint")} size="small">
          <Input
            size="small"
            inputMode="decimal"
            value={answers.baseScore ?? ""}
            onChange={(_event, { value }) => {
              store.settling.change({ baseScore: value });
            }}
          />
        </Field>
      )}
      <Field label={translate("settle.order")} size="small">
        <Select
          size="small"
          value={answers.order}
          onChange={(_event, { value }) => {
            store.settling.change({ order: value === "ascending" ? "ascending" : "descending" });
          }}
        >
          <option value="descending">{translate("settle.order.descending")}</option>
          <option value="ascending">{translate("settle.order.ascending")}</option>
        </Select>
      </Field>
    </fieldset>
  );
}

function methodBy(by: "stated" | "sum" | "mean"): TotalMethod {
  return { by };
}
