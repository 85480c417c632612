import { Link } from "@fluentui/react-components";
import { formatDecimal } from "../../core/numbers/decimal";
import type { SchemeProposal } from "../../core/recognise/proposeScheme";
import { formatWeight } from "../../core/scoring/explainTotal";
import { usePane } from "./PaneContext";

interface SchemeSectionProps {
  readonly proposal: SchemeProposal;
}

/** The scheme that was made from the workbook's own headers, and the way to the built-in one. */
export function SchemeSection({ proposal: { scheme, basis } }: SchemeSectionProps) {
  const { store, translate } = usePane();
  return (
    <section className="pane-section" aria-labelledby="scheme-heading">
      <h2 id="scheme-heading" className="pane-heading">
        {translate("pane.scheme.heading")}
      </h2>
      <table className="pane-table">
        <thead>
          <tr>
            <th scope="col">{translate("pane.scheme.component")}</th>
            <th scope="col" className="number">
              {translate("pane.scheme.maximum")}
            </th>
            <th scope="col" className="number">
              {translate("pane.scheme.weight")}
            </th>
          </tr>
        </thead>
        <tbody>
          {scheme.base !== null && (
            <tr>
              <th scope="row">{translate("settle.base")}</th>
              <td className="number">{formatDecimal(scheme.base)}</td>
              <td />
            </tr>
          )}
          {scheme.components.map(({ id, name, maximum, weight }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="number">{formatDecimal(maximum)}</td>
              <td className="number">{formatWeight(weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pane-quiet">
        {translate("pane.scheme.note", {
          basis: translate(`basis.${basis}`),
          fullMark: formatDecimal(scheme.fullMark),
        })}{" "}
        <Link
          as="button"
          inline
          className="quiet-link"
          onClick={() => {
            store.changeSettings({ scheme: "built-in" });
            void store.start({ task: "check" });
          }}
        >
          {translate("pane.scheme.back")}
        </Link>
      </p>
    </section>
  );
}
