import { Badge, Button, Checkbox } from "@fluentui/react-components";
import type { NoticeOverview } from "../../actions/noticeOverviewAction";
import { formatLine, type ProposalReason, type UnitProposal } from "../../core/notices/proposeUnits";
import { formatDecimal, formatFixed } from "../../core/numbers/decimal";
import { cellAddress } from "../../core/workbook/address";
import type { Translate } from "../../i18n/translate";
import { useNotices } from "./NoticesContext";
import { tickedUnits } from "./noticesState";

/** Who gets the notice, or whom it names: proposed with reasons, ticked by the clerk. */
export function UnitSection({ overview }: { readonly overview: NoticeOverview }) {
  const { store, state, translate } = useNotices();
  const found = overview.kinds.find(({ kind }) => kind.id === state.choice.kind);
  if (!found || found.kind.scope === "all") return null;
  const { kind, proposals } = found;
  const ticked = tickedUnits(state);
  const tick = (names: Iterable<string> | null) => {
    const units = new Map(state.choice.units);
    if (names === null) units.delete(kind.id);
    else units.set(kind.id, new Set(names));
    store.choose({ units });
  };
  const proposed = proposals.some(({ reasons }) => reasons.length > 0);
  const title = kind.scope === "unit" ? "notices.units" : "notices.units.listed";
  return (
    <details className="pane-section" open={!proposed}>
      <summary className="fold-heading">
        {translate(title)} · {translate("notices.units.count", { count: ticked.size })}
      </summary>
      {!proposed && <p className="pane-quiet">{translate("notices.units.nobody")}</p>}
      <div className="action-buttons">
        <Button
          size="small"
          onClick={() => {
            tick(proposals.map(({ unit }) => unit.unit.name));
          }}
        >
          {translate("notices.units.all")}
        </Button>
        <Button
          size="small"
          onClick={() => {
            tick([]);
          }}
        >
          {translate("notices.units.none")}
        </Button>
        <Button
          size="small"
          onClick={() => {
            tick(null);
          }}
        >
          {translate("notices.units.proposed")}
        </Button>
      </div>
      {overview.ranking.groups.map((group) => (
        <UnitGroup
          key={group.name}
          name={group.name}
          proposals={proposals.filter((proposal) => proposal.group === group.name)}
          ticked={ticked}
          onTick={(name, checked) => {
            tick(checked ? [...ticked, name] : [...ticked].filter((one) => one !== name));
          }}
        />
      ))}
    </details>
  );
}

interface UnitGroupProps {
  readonly name: string;
  readonly proposals: readonly UnitProposal[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (name: string, checked: boolean) => void;
}

function UnitGroup({ name, proposals, ticked, onTick }: UnitGroupProps) {
  const { state, translate } = useNotices();
  const scheme = state.overview?.ranking.scheme;
  const places = scheme?.rounding.places ?? 2;
  return (
    <div role="group" aria-label={name} className="notices-group">
      <p className="unranked-heading">
        {translate("notices.units.group", { group: name, count: proposals.length })}
      </p>
      {proposals.map(({ unit, reasons }) => (
        <div key={unit.unit.name} className="notices-unit">
          <Checkbox
            checked={ticked.has(unit.unit.name)}
            label={translate("notices.units.unit", {
              unit: unit.unit.name,
              rank: unit.rank,
              total: formatFixed(unit.total, places),
            })}
            onChange={(_, { checked }) => {
              onTick(unit.unit.name, checked === true);
            }}
          />
          {reasons.flatMap((reason, index) => {
            const names = new Map(scheme?.adjustments.map(({ id, name: own }) => [id, own]));
            const text = reasonText(translate, reason, names);
            const color = reason.kind === "tie" ? "warning" : "informative";
            return text === ""
              ? []
              : [
                  <Badge key={index} appearance="tint" color={color} className="count-badge">
                    {text}
                  </Badge>,
                ];
          })}
        </div>
      ))}
    </div>
  );
}

/** Why a unit is proposed, in a few words; nothing for what holds for every unit. */
function reasonText(
  translate: Translate,
  reason: ProposalReason,
  adjustments: ReadonlyMap<string, string>,
): string {
  switch (reason.kind) {
    case "ranked":
      return "";
    case "line":
    case "tie":
      return translate(`notices.reason.${reason.kind}`, { line: formatLine(reason.line, reason.end) });
    case "event": {
      const { adjustment, value, source } = reason.event;
      return translate("notices.reason.event", {
        adjustment: adjustments.get(adjustment) ?? adjustment,
        value: formatDecimal(value),
        place: `${source.sheet}!${cellAddress(source)}`,
      });
    }
  }
}
