import { Link } from "@fluentui/react-components";
import { formatDecimal } from "../../core/numbers/decimal";
import type { ProposalBasis } from "../../core/recognise/proposal/componentsOf";
import type { Scheme } from "../../core/scheme/scheme";
import { formatWeight } from "../../core/scoring/explainTotal";
import { usePane } from "./PaneContext";

interface SchemeSectionProps {
  readonly scheme: Scheme;
  /** Where its weights come from; null where that is not known any more. */
  readonly basis: ProposalBasis | null;
}

/** The scheme that was made from the workbook's own headers, and the way back to the one from before. */
export function SchemeSection({ scheme, basis }: SchemeSectionProps) {
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
        {basis && `${translate(`basis.${basis}`)} · `}
        {translate("pane.scheme.note", { fullMark: formatDecimal(scheme.fullMark) })}{" "}
        <Link
          as="button"
          inline
          onClick={() => {
            store.changeSettings({ schemeFromHeaders: false });
            void store.start({ task: "check" });
          }}
        >
          {translate("pane.scheme.back")}
        </Link>
      </p>
    </section>
  );
}
