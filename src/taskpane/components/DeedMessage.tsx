import { Link, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { CellPosition } from "../../core/workbook/address";
import type { WrittenSheet } from "../../workbook/port";
import { deedText } from "../deedText";
import type { Deed } from "../paneState";
import { usePane } from "./PaneContext";

/** What the last run did in the workbook, the way to the sheet that it wrote, and the way back. */
export function DeedMessage({ deed }: { readonly deed: Deed }) {
  const { store, translate } = usePane();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        {deedText(deed, translate)}
        {deed.kind === "repaired" && deed.journal && <SheetLink sheet={deed.journal} />}
        {deed.kind === "findings-sheet" && deed.sheet && <SheetLink sheet={deed.sheet} />}
        {deed.kind === "scheme-sheet" && (
          <SheetLink sheet={{ name: deed.sheet }} cell={deed.faults[0]?.cell} />
        )}
        {(deed.kind === "carried-over" || deed.kind === "name-settled") && (
          <SheetLink sheet={{ name: deed.sheet }} />
        )}
        {deed.kind === "repaired" && deed.entries.length > 0 && (
          <>
            {" "}
            <Link
              as="button"
              inline
              onClick={() => void store.start({ task: "undo-repair", entries: deed.entries })}
            >
              {translate("pane.repairs.undo")}
            </Link>
          </>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

interface SheetLinkProps {
  readonly sheet: Pick<WrittenSheet, "name">;
  /** What to select there; its corner unless told. */
  readonly cell?: CellPosition | undefined;
}

function SheetLink({ sheet, cell = { row: 0, column: 0 } }: SheetLinkProps) {
  const { store, translate } = usePane();
  return (
    <>
      {" "}
      <Link as="button" inline onClick={() => void store.select(sheet.name, cell)}>
        {translate("pane.done.openSheet", { sheet: sheet.name })}
      </Link>
    </>
  );
}
