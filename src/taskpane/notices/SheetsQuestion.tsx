import { Button, MessageBarActions } from "@fluentui/react-components";
import { useNotices } from "./NoticesContext";

/** How the notices to many units are to be made: all on one sheet, or as many sheets as was just said. */
export function SheetsQuestion({ count }: { readonly count: number }) {
  const { store, translate } = useNotices();
  return (
    <MessageBarActions>
      {/* The keyboard is at the foot of the pane, where the question came from. */}
      <Button autoFocus appearance="primary" onClick={() => void store.make("one-sheet")}>
        {translate("notices.ask.one-sheet")}
      </Button>
      <Button onClick={() => void store.make("sheets")}>{translate("notices.ask.sheets", { count })}</Button>
    </MessageBarActions>
  );
}
