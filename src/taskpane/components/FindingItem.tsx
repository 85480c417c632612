import type { CheckOutput } from "../../actions/checkAction";
import type { Finding, Place } from "../../core/findings/finding";
import { cellAddress } from "../../core/workbook/address";
import { describeFinding } from "../../i18n/describeFinding";
import { FindingActions } from "./FindingActions";
import { usePane } from "./PaneContext";

interface FindingItemProps {
  readonly finding: Finding;
  readonly output: CheckOutput;
  /** What to do about it, where that is not said for several at once. */
  readonly remedy: string | null;
}

/** One finding: what was found, what to do about it, and the buttons for that. */
export function FindingItem({ finding, output, remedy }: FindingItemProps) {
  return (
    <li>
      <FindingPlace finding={finding} />
      {remedy !== null && <p className="pane-quiet remedy">{remedy}</p>}
      <FindingActions finding={finding} output={output} />
    </li>
  );
}

/** What was found. Where it has a place in the workbook, a click selects it there. */
export function FindingPlace({ finding }: { readonly finding: Finding }) {
  const { store, translate } = usePane();
  const { sheet, cell } = finding;
  const sentence = describeFinding(translate, finding);
  if (sheet === null) return <p className="finding">{sentence}</p>;
  return (
    <button
      type="button"
      className="finding finding-button"
      onClick={() => void store.select(sheet, cell ?? { row: 0, column: 0 })}
    >
      <span className="finding-place">{placeName(finding)}</span>
      {sentence}
    </button>
  );
}

/** A place as clerks write it: `汇总!D12`. */
function placeName({ sheet, cell }: Place): string {
  return cell ? `${sheet ?? ""}!${cellAddress(cell)}` : (sheet ?? "");
}
