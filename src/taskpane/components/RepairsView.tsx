import { useEffect, useRef, useState } from "react";
import { Button, Checkbox, Link } from "@fluentui/react-components";
import type { Repair } from "../../core/repairs/proposeRepairs";
import type { SheetCell } from "../../core/workbook/address";
import { RepairItem } from "./RepairItem";
import { usePane } from "./PaneContext";

/** How many repairs are listed before the clerk asks for more. */
const PAGE = 50;

interface RepairsViewProps {
  readonly repairs: readonly Repair[];
  /** Whether there may be earlier repairs to undo. */
  readonly mayUndo: boolean;
}

/** The repairs that are proposed, before and after, all ticked; the clerk leaves out what should stay. */
export function RepairsView({ repairs, mayUndo }: RepairsViewProps) {
  const { store, translate } = usePane();
  const [left, setLeft] = useState<ReadonlySet<Repair>>(new Set());
  const [shown, setShown] = useState(PAGE);
  const heading = useFocusOnceShown();
  const chosen = repairs.filter((repair) => !left.has(repair));
  const cells: readonly SheetCell[] = chosen.map(({ cell }) => cell);
  const hidden = repairs.length - shown;
  return (
    <section className="pane-section" aria-labelledby="repairs-heading">
      <h2 id="repairs-heading" className="pane-heading" tabIndex={-1} ref={heading}>
        {translate("pane.repairs.heading")}
      </h2>
      <p className="pane-quiet">
        {translate(repairs.length === 0 ? "pane.repairs.none" : "pane.repairs.promise")}
      </p>
      {repairs.length > 0 && (
        <Checkbox
          label={translate("pane.repairs.all", { chosen: chosen.length, count: repairs.length })}
          checked={chosen.length === 0 ? false : left.size === 0 ? true : "mixed"}
          onChange={(_event, { checked }) => {
            setLeft(new Set(checked === true ? [] : repairs));
          }}
        />
      )}
      <ul className="repair-list">
        {repairs.slice(0, shown).map((repair, index) => (
          <RepairItem
            key={index}
            repair={repair}
            chosen={!left.has(repair)}
            onChoose={(checked) => {
              const next = new Set(left);
              if (checked) next.delete(repair);
              else next.add(repair);
              setLeft(next);
            }}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <Button
          appearance="subtle"
          size="small"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {translate("pane.repairs.more", { count: hidden })}
        </Button>
      )}
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
            disabledFocusable={chosen.length === 0}
            onClick={() => void store.start({ task: "repair", cells })}
          >
            {translate("pane.repairs.apply", { count: chosen.length })}
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
