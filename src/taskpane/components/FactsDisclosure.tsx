import type { RecognisedTable } from "../../core/assessment/assessment";
import { areaAddress, cellAddress, columnLetters } from "../../core/workbook/address";
import { describeFact } from "../../i18n/describeFact";
import { Fold } from "./Fold";
import { usePane } from "./PaneContext";

/** How the columns of a table come about, by arithmetic, folded; each cell that breaks a rule is a way to it. */
export function FactsDisclosure({ table }: { readonly table: RecognisedTable }) {
  const { store, translate } = usePane();
  const broken = table.facts.reduce((count, fact) => count + fact.broken.length, 0);
  if (table.facts.length === 0) return null;
  const nameOf = (column: number) => {
    const header = table.columns.find((one) => one.column === column)?.header ?? "";
    return header === "" ? translate("fact.column", { letters: columnLetters(column) }) : header;
  };
  const place = `${table.sheet}!${areaAddress(table.area)}`;
  const count = table.facts.length;
  const summary =
    broken > 0
      ? translate("pane.facts.summaryBroken", { place, count, broken })
      : translate("pane.facts.summary", { place, count });
  return (
    <Fold summary={summary} startsOpen={false}>
      <ul className="finding-list">
        {table.facts.map((fact) => (
          <li key={`${fact.kind}-${String(fact.column)}`} className="fact">
            {describeFact(translate, fact, nameOf)}
            {fact.broken.map(({ place: cell, stated, right }) => (
              <button
                key={cellAddress(cell)}
                type="button"
                className="finding finding-button"
                onClick={() => void store.select(cell.sheet, cell)}
              >
                <span className="finding-place">{cellAddress(cell)}</span>
                {translate("pane.facts.broken", { stated, right })}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
