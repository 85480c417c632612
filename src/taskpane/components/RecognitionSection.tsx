import type { ReactNode } from "react";
import { Badge, Link } from "@fluentui/react-components";
import type { CheckOutput } from "../../actions/checkAction";
import { periodLabel } from "../../core/reports/periodLabel";
import { dynamicNote } from "../dynamicNote";
import { mapTables } from "../mapping";
import type { Count } from "../recognition";
import { summariseRecognition } from "../recognition";
import { areaAddress } from "../../core/workbook/address";
import { FactsDisclosure } from "./FactsDisclosure";
import { MappingDisclosure } from "./MappingDisclosure";
import { RecognisedSheets } from "./RecognisedSheets";
import { usePane } from "./PaneContext";

/** What was recognised in the workbook: period, sheets, groups with their units, score items. */
export function RecognitionSection({ output }: { readonly output: CheckOutput }) {
  const { translate } = usePane();
  const summary = summariseRecognition(output);
  return (
    <section className="pane-section" aria-labelledby="recognition-heading">
      <h2 id="recognition-heading" className="pane-heading">
        {translate("pane.recognised.heading")}
      </h2>
      <dl className="recognition">
        <Row name={translate("pane.recognised.period")}>
          {periodLabel(summary.period, translate)}
          {output.assessment.dynamic && (
            <span className="pane-quiet recognition-line">{dynamicNote(output.scheme, translate)}</span>
          )}
        </Row>
        <Row name={translate("pane.recognised.sheets")}>
          <RecognisedSheets summary={summary} />
        </Row>
        <Row name={translate("pane.recognised.units")}>
          <CountBadge count={{ ...summary.units, name: translate("pane.recognised.allUnits") }} />
          {summary.groups.map((group) => (
            <CountBadge
              key={group.name}
              count={{ ...group, name: group.name || translate("ranking.no-group") }}
            />
          ))}
        </Row>
        <Row name={translate("pane.recognised.components")}>
          {summary.components.map((component) => (
            <CountBadge key={component.name} count={component} />
          ))}
        </Row>
      </dl>
      {mapTables(output).map((tables) => (
        <MappingDisclosure key={tables.id} tables={tables} scheme={output.scheme} />
      ))}
      {output.assessment.tables.map((table) => (
        <FactsDisclosure key={`${table.sheet}!${areaAddress(table.area)}`} table={table} />
      ))}
    </section>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="recognition-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A name with its count, a link to what it counts; a count that falls short stands out, in colour and in words. */
function CountBadge({ count: { name, found, expected, place } }: { readonly count: Count }) {
  const { store, translate } = usePane();
  const missing = expected === null ? 0 : expected - found;
  const text =
    expected === null
      ? translate("pane.count", { name, found })
      : missing > 0
        ? translate("pane.countShort", { name, found, expected, missing })
        : translate("pane.countOf", { name, found, expected });
  return (
    <Badge className="count-badge" appearance="tint" color={missing > 0 ? "warning" : "subtle"}>
      {place === null ? (
        text
      ) : (
        <Link as="button" inline className="count-link" onClick={() => void store.select(place.sheet, place)}>
          {text}
        </Link>
      )}
    </Badge>
  );
}
