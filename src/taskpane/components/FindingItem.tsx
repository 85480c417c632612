import type { Finding, Place } from "../../core/findings/finding";
import { cellAddress } from "../../core/workbook/address";
import { describeFinding } from "../../i18n/describeFinding";
import { usePane } from "./PaneContext";

/** One finding. Where it has a place in the workbook, a click selects it there. */
export function FindingItem({ finding }: { readonly finding: Finding }) {
  const { store, translate } = usePane();
  const { sheet, cell } = finding;
  const sentence = describeFinding(translate, finding);
  if (sheet === null) return <li className="finding">{sentence}</li>;
  return (
    <li>
      <button
        type="button"
        className="finding finding-button"
        onClick={() => void store.select(sheet, cell ?? { row: 0, column: 0 })}
      >
        <span className="finding-place">{placeName(finding)}</span>
        {sentence}
      </button>
    </li>
  );
}

/** A place as clerks write it: `汇总!D12`. */
function placeName({ sheet, cell }: Place): string {
  return cell ? `${sheet ?? ""}!${cellAddress(cell)}` : (sheet ?? "");
}
