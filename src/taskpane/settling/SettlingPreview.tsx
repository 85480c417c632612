import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { describeSettleFault } from "../../actions/describeSettleFault";
import { formatFixed } from "../../core/numbers/decimal";
import type { RankedGroup, Ranking } from "../../core/ranking/ranking";
import type { Settlement } from "../../core/settle/settle";
import { usePane } from "../components/PaneContext";
import { countRanking } from "../rankingCounts";
import type { FewerUnits, OpenSettling } from "./settlingState";

/** The first five units that follow from the answers, or what keeps them from a ranking; and the way to use them. */
export function SettlingPreview({ state }: { readonly state: OpenSettling }) {
  const { store, translate } = usePane();
  const { outcome, isComputing, fewer } = state;
  return (
    <div className="settling-preview" aria-busy={isComputing}>
      <div role="status">
        {outcome === null && <p>{translate("settle.preview.computing")}</p>}
        {outcome?.ok === false && (
          <p className="settling-trouble">{describeSettleFault(outcome.fault, translate)}</p>
        )}
        {outcome?.ok === true && <Counts settlement={outcome.value} />}
      </div>
      {outcome?.ok === true && <FirstUnits settlement={outcome.value} />}
      {fewer ? (
        <FewerQuestion fewer={fewer} />
      ) : (
        <div className="action-buttons">
          <Button
            appearance="primary"
            className="action-primary"
            disabledFocusable={outcome?.ok !== true || isComputing}
            onClick={() => {
              store.settling.use();
            }}
          >
            {translate("settle.use")}
          </Button>
          <Button onClick={store.settling.close}>{translate("settle.close")}</Button>
        </div>
      )}
    </div>
  );
}

function Counts({ settlement: { ranking } }: { readonly settlement: Settlement }) {
  const { translate } = usePane();
  const { ranked, unranked } = countRanking(ranking);
  return (
    <p className="pane-quiet">
      {unranked === 0
        ? translate("settle.preview.countsAll", { ranked })
        : translate("settle.preview.counts", { ranked, unranked })}
    </p>
  );
}

const SHOWN = 5;

/** The first units group by group, five in all. */
function FirstUnits({ settlement: { ranking } }: { readonly settlement: Settlement }) {
  const { translate } = usePane();
  const { places } = ranking.scheme.rounding;
  return firstOfGroups(ranking).map(({ name, ranked }) => (
    <table className="pane-table settling-first" key={name}>
      <caption>
        {name === "" ? translate("settle.preview") : translate("settle.preview.group", { group: name })}
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{translate("settle.preview.rank")}</th>
          <th scope="col">{translate("settle.preview.unit")}</th>
          <th scope="col">{translate("settle.preview.total")}</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map(({ rank, unit, total }) => (
          <tr key={`${unit.name} ${String(unit.source.row)} ${String(unit.source.column)}`}>
            <td className="number">{rank}</td>
            <th scope="row">{unit.name}</th>
            <td className="number">{formatFixed(total, places)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}

function firstOfGroups({ groups }: Ranking): Pick<RankedGroup, "name" | "ranked">[] {
  let left = SHOWN;
  return groups.flatMap(({ name, ranked }) => {
    const first = ranked.slice(0, left);
    left -= first.length;
    return first.length === 0 ? [] : [{ name, ranked: first }];
  });
}

/** A ranking is not replaced by one with fewer units unless the clerk says so. */
function FewerQuestion({ fewer: { before, after } }: { readonly fewer: FewerUnits }) {
  const { store, translate } = usePane();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{translate("settle.fewer", { before, after })}</MessageBarBody>
      <MessageBarActions>
        <Button
          onClick={() => {
            store.settling.use(true);
          }}
        >
          {translate("settle.fewer.use")}
        </Button>
        <Button onClick={store.settling.keep}>{translate("settle.fewer.keep")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
