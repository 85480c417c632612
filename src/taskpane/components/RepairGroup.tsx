import { useState } from "react";
import { Checkbox } from "@fluentui/react-components";
import type { Repair } from "../../core/repairs/proposeRepairs";
import { RepairItem } from "./RepairItem";
import { usePane } from "./PaneContext";
import { PAGE, ShowMore } from "./ShowMore";

interface RepairGroupProps {
  readonly title: "pane.repairs.numbers" | "pane.repairs.names";
  readonly repairs: readonly Repair[];
  readonly chosen: ReadonlySet<Repair>;
  readonly onChoose: (repairs: readonly Repair[], chosen: boolean) => void;
}

/** Repairs of one sort, chosen together or one by one. */
export function RepairGroup({ title, repairs, chosen, onChoose }: RepairGroupProps) {
  const { translate } = usePane();
  const [shown, setShown] = useState(PAGE);
  if (repairs.length === 0) return null;
  const own = repairs.filter((repair) => chosen.has(repair)).length;
  const hidden = repairs.length - shown;
  return (
    <div role="group" aria-label={translate(title, { chosen: own, count: repairs.length })}>
      <Checkbox
        label={translate(title, { chosen: own, count: repairs.length })}
        checked={own === 0 ? false : own === repairs.length ? true : "mixed"}
        onChange={(_event, { checked }) => {
          onChoose(repairs, checked === true);
        }}
      />
      <ul className="repair-list">
        {repairs.slice(0, shown).map((repair, index) => (
          <RepairItem
            key={index}
            repair={repair}
            chosen={chosen.has(repair)}
            onChoose={(checked) => {
              onChoose([repair], checked);
            }}
          />
        ))}
      </ul>
      <ShowMore
        label="pane.repairs.more"
        hidden={hidden}
        onMore={() => {
          setShown(shown + PAGE);
        }}
      />
    </div>
  );
}
