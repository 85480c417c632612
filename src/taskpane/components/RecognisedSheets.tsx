import { useState } from "react";
import { Link } from "@fluentui/react-components";
import { areaAddress } from "../../core/workbook/address";
import type { Translate } from "../../i18n";
import type { RecognitionSummary } from "../recognition";
import { usePane } from "./PaneContext";

/** How many tables are listed before the clerk asks for more: some workbooks have a sheet for every unit. */
const FIRST_TABLES = 5;

/** How many sheets without scores are named before the rest is only counted. */
const FIRST_NAMES = 3;

/** The tables that the scores come from, each a link to its place, and what the other sheets are. */
export function RecognisedSheets({ summary }: { readonly summary: RecognitionSummary }) {
  const { store, translate } = usePane();
  const [all, setAll] = useState(false);
  const { scoreTables, otherSheets } = summary;
  const shown = all ? scoreTables : scoreTables.slice(0, FIRST_TABLES);
  const hidden = scoreTables.length - shown.length;
  return (
    <>
      {shown.map(({ sheet, area, unitCount }) => (
        <span key={`${sheet}!${areaAddress(area)}`} className="recognition-line">
          <Link as="button" inline onClick={() => void store.select(sheet, area)}>
            {sheet}
          </Link>{" "}
          {translate("pane.recognised.unitsOnSheet", { count: unitCount })}
        </span>
      ))}
      {hidden > 0 && (
        <Link
          as="button"
          inline
          onClick={() => {
            setAll(true);
          }}
        >
          {translate("pane.recognised.moreTables", { count: hidden })}
        </Link>
      )}
      {otherSheets.map(({ kind, sheets }) => (
        <span key={kind} className="pane-quiet recognition-line">
          {translate(`pane.recognised.other.${kind}`, { sheets: namesOf(sheets, translate) })}
        </span>
      ))}
    </>
  );
}

function namesOf(sheets: readonly string[], translate: Translate): string {
  const named = sheets.slice(0, FIRST_NAMES).join(translate("pane.recognised.separator"));
  return sheets.length > FIRST_NAMES
    ? translate("pane.recognised.namesAndMore", { names: named, count: sheets.length })
    : named;
}
