import { useEffect, useRef } from "react";
import { Spinner } from "@fluentui/react-components";
import { usePane } from "../components/PaneContext";
import { ColumnsStep } from "./ColumnsStep";
import { SettlingPreview } from "./SettlingPreview";
import type { SettlingState } from "./settlingState";
import { TableStep } from "./TableStep";
import { TotalStep } from "./TotalStep";

/** Asks in three steps how to rank, with the first five units that follow always in view. */
export function SettlingView({ state }: { readonly state: Exclude<SettlingState, { kind: "closed" }> }) {
  const { translate } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  // The keyboard and what reads the screen begin where the settling view does.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className="settling" aria-labelledby="settling-heading">
      <h2 id="settling-heading" className="pane-heading" ref={heading} tabIndex={-1}>
        {translate("settle.heading")}
      </h2>
      {state.kind === "opening" ? (
        <Spinner size="tiny" labelPosition="after" label={translate("settle.reading")} />
      ) : (
        <>
          <p className="pane-quiet">{translate(state.unasked ? "settle.intro" : "settle.introChange")}</p>
          <TableStep state={state} />
          {state.table && <ColumnsStep table={state.table} focus={state.focus} />}
          {state.table && <TotalStep table={state.table} />}
          <SettlingPreview state={state} />
        </>
      )}
    </section>
  );
}
