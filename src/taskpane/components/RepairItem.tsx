import { Checkbox, Link } from "@fluentui/react-components";
import type { Repair } from "../../core/repairs/proposeRepairs";
import { cellAddress } from "../../core/workbook/address";
import { usePane } from "./PaneContext";

interface RepairItemProps {
  readonly repair: Repair;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** One cell before and after. Its place is a link to it, beside the checkbox. */
export function RepairItem({ repair, chosen, onChoose }: RepairItemProps) {
  const { store, translate } = usePane();
  const { cell, before, after } = repair;
  return (
    <li className="repair-item">
      <Checkbox
        label={translate("pane.repairs.change", { before, after })}
        checked={chosen}
        onChange={(_event, { checked }) => {
          onChoose(checked === true);
        }}
      />
      <Link as="button" inline className="repair-place" onClick={() => void store.select(cell.sheet, cell)}>
        {cell.sheet}!{cellAddress(cell)}
      </Link>
    </li>
  );
}
