import { useEffect, useRef, useState } from "react";
import { Button, Link } from "@fluentui/react-components";
import type { Repair } from "../../core/repairs/proposeRepairs";
import type { SheetCell } from "../../core/workbook/address";
import { RepairGroup } from "./RepairGroup";
import { usePane } from "./PaneContext";

interface RepairsViewProps {
  readonly repairs: readonly Repair[];
  /** Whether there may be earlier repairs to undo. */
  readonly mayUndo: boolean;
}

/**
 * The repairs that are proposed, before and after. Numbers are ticked, because they stay what they are; names are not,
 * because another name may be the office's own way of writing it.
 */
export function RepairsView({ repairs, mayUndo }: RepairsViewProps) {
  const { store, translate } = usePane();
  const numbers = repairs.filter(({ code }) => code !== "unit-alias");
  const names = repairs.filter(({ code }) => code === "unit-alias");
  const [chosen, setChosen] = useState<ReadonlySet<Repair>>(() => new Set(numbers));
  const heading = useFocusOnceShown();
  const cells: readonly SheetCell[] = repairs.filter((repair) => chosen.has(repair)).map(({ cell }) => cell);
  const choose = (some: readonly Repair[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const repair of some) {
      if (isChosen) next.add(repair);
      else next.delete(repair);
    }
    setChosen(next);
  };
  return (
    <section className="pane-section" aria-labelledby="repairs-heading">
      <h2 id="repairs-heading" className="pane-heading" tabIndex={-1} ref={heading}>
        {translate("pane.repairs.heading")}
      </h2>
      <p className="pane-quiet">
        {translate(repairs.length === 0 ? "pane.repairs.none" : "pane.repairs.promise")}
      </p>
      <RepairGroup title="pane.repairs.numbers" repairs={numbers} chosen={chosen} onChoose={choose} />
      <RepairGroup title="pane.repairs.names" repairs={names} chosen={chosen} onChoose={choose} />
      {mayUndo && (
        <p>
          <Link as="button" inline onClick={() => void store.start({ task: "undo-repair", entries: "all" })}>
            {translate("pane.repairs.undoAll")}
          </Link>
        </p>
      )}
      <div className="action-buttons repair-actions">
        {repairs.length > 0 && (
          <Button
            appearance="primary"
            className="action-primary"
            disabledFocusable={cells.length === 0}
            onClick={() => void store.start({ task: "repair", cells })}
          >
            {translate("pane.repairs.apply", { count: cells.length })}
          </Button>
        )}
        <Button
          onClick={() => {
            store.closeRepairs();
          }}
        >
          {translate("pane.repairs.back")}
        </Button>
      </div>
    </section>
  );
}

/** The button that opened this view is hidden with the report: the keyboard goes on here. */
function useFocusOnceShown() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return heading;
}
