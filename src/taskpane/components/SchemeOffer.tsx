import { Button, MessageBarActions } from "@fluentui/react-components";
import type { MessageKey } from "../../i18n";
import type { ProblemCode } from "../../workbook/port";
import type { SchemeChoice } from "../paneState";
import { usePane } from "./PaneContext";

interface Offer {
  readonly scheme: SchemeChoice;
  readonly label: MessageKey;
}

const OFFERS: { readonly [Code in ProblemCode]?: Offer } = {
  "no-scheme-in-headers": { scheme: "own", label: "pane.scheme.back" },
  "scheme-refused": { scheme: "built-in", label: "pane.scheme.builtInInstead" },
};

interface SchemeOfferProps {
  readonly code: ProblemCode;
  /** Reads the workbook anew, with the scheme that was chosen. */
  readonly onChosen: () => void;
}

/** Where the scheme in force does not fit, another one is a click away. Stands in a message bar. */
export function SchemeOffer({ code, onChosen }: SchemeOfferProps) {
  const { store, translate } = usePane();
  const offer = OFFERS[code];
  if (!offer) return null;
  return (
    <MessageBarActions>
      <Button
        onClick={() => {
          store.changeSettings({ scheme: offer.scheme });
          onChosen();
        }}
      >
        {translate(offer.label)}
      </Button>
    </MessageBarActions>
  );
}
