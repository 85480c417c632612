import { Link } from "@fluentui/react-components";
import type { CheckOutput } from "../../actions/checkAction";
import { SETTLED_MARK } from "../../core/recognise/settled/settledPlace";
import { hasReport } from "../recognition";
import { usePane } from "./PaneContext";

/** By which scheme the workbook is read, the way to another one, and the way back from what the clerk settled. */
export function SchemeBar({ output }: { readonly output: CheckOutput }) {
  const { store, translate } = usePane();
  return (
    <p className="scheme-bar">
      <span>
        {translate("settle.open", { scheme: output.scheme.name })} ·{" "}
        <Link as="button" inline onClick={store.changeScheme}>
          {translate("settle.change")}
        </Link>
      </span>
      {hasReport(output, SETTLED_MARK) && (
        <span>
          {translate("settle.kept")} ·{" "}
          <Link as="button" inline onClick={() => void store.start({ task: "unsettle" })}>
            {translate("action.unsettle")}
          </Link>
        </span>
      )}
    </p>
  );
}
