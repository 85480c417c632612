import { Button } from "@fluentui/react-components";
import { useRef } from "react";
import { usePane } from "./PaneContext";

/** The ways to the workbook's own scheme: its sheet, and last year's workbook. */
export function SchemeTools() {
  const { store, translate } = usePane();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="findings-tools">
      <Button size="small" onClick={() => void store.start({ task: "scheme-sheet" })}>
        {translate("action.scheme-sheet")}
      </Button>
      <Button size="small" onClick={() => picker.current?.click()}>
        {translate("action.carry-over")}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        aria-label={translate("action.carry-over")}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (!file) return;
          const read = async () => new Uint8Array(await file.arrayBuffer());
          void store.start({ task: "carry-over", file: { fileName: file.name, read } });
          // The same file can be chosen again once it was corrected.
          target.value = "";
        }}
      />
    </div>
  );
}
