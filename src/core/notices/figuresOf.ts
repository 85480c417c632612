import { formatDecimal, ZERO } from "../numbers/decimal";
import type { RankedUnit, Ranking } from "../ranking/ranking";
import { remarkKey, type UnitRemarks } from "../recognise/units/readUnitRemarks";
import { totalFormula } from "../scoring/total";
import { digest } from "./digest";
import type { NoticeKind } from "./noticeKinds";
import type { Approval, NoticeRegister } from "./noticeRegister";

/** The fingerprint of a whole ranking: what an approval is given to (rule 21). */
export function rankingDigest(ranking: Ranking): string {
  return digest(
    JSON.stringify([header(ranking), ...ranking.groups.map((group) => groupFigures(ranking, group))]),
  );
}

/** The approval that was given to this very ranking; null when there is none, or the figures have changed since. */
export function approvalOf(register: NoticeRegister, ranking: Ranking): Approval | null {
  const approval = register.approvals.find(({ period }) => period === ranking.period.id);
  return approval?.digest === rankingDigest(ranking) ? approval : null;
}

/**
 * The fingerprint of the figures that a notice shows: of its units, or of the whole ranking where it shows that.
 * It changes exactly when one of them does. Problems count as the cells have them, those that were typed in do not.
 *
 * @param unitNames Names of the notice's units; without meaning for a notice about all units.
 */
export function noticeDigest(
  kind: NoticeKind,
  ranking: Ranking,
  unitNames: readonly string[],
  remarks: UnitRemarks,
): string {
  if (kind.scope === "all") return rankingDigest(ranking);
  const wanted = new Set(unitNames);
  const units = ranking.groups.flatMap((group) =>
    group.ranked
      .filter(({ unit }) => wanted.has(unit.name))
      .map((unit) => [
        unitFigures(ranking, unit),
        group.name,
        group.ranked.length,
        group.ranked.length + group.unranked.length,
        (remarks.problems.get(remarkKey(unit.unit)) ?? []).map(({ text }) => text),
      ]),
  );
  return digest(JSON.stringify([header(ranking), units]));
}

function header({ scheme, period, dynamic }: Ranking): unknown {
  const { components } = totalFormula(scheme, dynamic);
  const weights = components.map(({ id, name, maximum, weight }) => [
    id,
    name,
    formatDecimal(maximum),
    formatDecimal(weight),
  ]);
  return [period.id, dynamic, weights];
}

function groupFigures(ranking: Ranking, group: Ranking["groups"][number]): unknown {
  return [
    group.name,
    group.ranked.map((unit) => unitFigures(ranking, unit)),
    group.unranked.map(({ unit, reasons }) => [unit.name, reasons]),
  ];
}

function unitFigures({ scheme }: Ranking, { unit, total, rank }: RankedUnit): unknown {
  return [
    unit.name,
    scheme.components.map(({ id }) => {
      const figure = unit.components.get(id);
      return figure ? formatDecimal(figure.value) : null;
    }),
    formatDecimal(unit.bonus?.value ?? ZERO),
    formatDecimal(unit.deduction?.value ?? ZERO),
    formatDecimal(total),
    rank,
  ];
}
