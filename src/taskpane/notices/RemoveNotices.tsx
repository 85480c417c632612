import { useState } from "react";
import { Button } from "@fluentui/react-components";
import { useNotices } from "./NoticesContext";

/** Takes all sheets of notices away, once the clerk has been told how many they are and has said yes. */
export function RemoveNotices({ count }: { readonly count: number }) {
  const { store, state, translate } = useNotices();
  const [asking, setAsking] = useState(false);
  if (count === 0) return null;
  if (!asking) {
    return (
      <Button
        size="small"
        disabledFocusable={state.run !== null}
        onClick={() => {
          setAsking(true);
        }}
      >
        {translate("notices.remove", { count })}
      </Button>
    );
  }
  return (
    <div role="group" aria-label={translate("notices.remove", { count })}>
      <p>{translate("notices.remove.ask", { count })}</p>
      <div className="action-buttons">
        <Button
          size="small"
          autoFocus
          onClick={() => {
            setAsking(false);
          }}
        >
          {translate("notices.remove.keep")}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setAsking(false);
            void store.removeSheets();
          }}
        >
          {translate("notices.remove.confirm", { count })}
        </Button>
      </div>
    </div>
  );
}
