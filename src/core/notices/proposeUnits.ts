import { compareDecimals, formatDecimal, type Decimal } from "../numbers/decimal";
import type { RankedGroup, RankedUnit, Ranking } from "../ranking/ranking";
import { remarkKey, type UnitEvent, type UnitRemarks } from "../recognise/units/readUnitRemarks";
import type { Line } from "../scheme/scheme";
import type { NoticeKind } from "./noticeKinds";

/** Why a unit is proposed. */
export type ProposalReason =
  /** The plan sends this notice to every unit that is ranked. */
  | { readonly kind: "ranked" }
  /** It stands at the head or the foot of its group, by the office's line. */
  | { readonly kind: "line"; readonly end: "head" | "foot"; readonly line: Line }
  /** It ties with a unit inside the line, so that the line would cut between equals (rule 15). */
  | { readonly kind: "tie"; readonly end: "head" | "foot"; readonly line: Line }
  /** The workbook has an event of this kind for it. */
  | { readonly kind: "event"; readonly event: UnitEvent };

/** A unit that a notice could go to, with the reasons; none: nothing proposes it. */
export interface UnitProposal {
  readonly group: string;
  readonly unit: RankedUnit;
  readonly reasons: readonly ProposalReason[];
}

/** The lines in force: by group name where a group has its own, else for all groups. Null: the office has none. */
export interface NoticeLines {
  readonly praise: Line | null;
  readonly criticism: Line | null;
  readonly byGroup: ReadonlyMap<string, { readonly praise: Line | null; readonly criticism: Line | null }>;
}

/**
 * Every ranked unit with the reasons to send it a notice of the kind. Nobody is proposed where the plan leaves it
 * open and the office has set no line (rule 15). Units that tie at a line are all listed, marked as ties.
 */
export function proposeUnits(
  kind: NoticeKind,
  ranking: Ranking,
  lines: NoticeLines,
  remarks: UnitRemarks,
): UnitProposal[] {
  return ranking.groups.flatMap((group) => {
    const byLine = lineReasons(kind, group, lines);
    return group.ranked.map((unit): UnitProposal => {
      const events = remarks.events.get(remarkKey(unit.unit)) ?? [];
      const reasons: ProposalReason[] = [
        ...(kind.proposes === "ranked" ? [{ kind: "ranked" } as const] : []),
        ...(byLine.get(unit) ?? []),
        ...events
          .filter(({ adjustment }) => kind.events.includes(adjustment))
          .map((event): ProposalReason => ({ kind: "event", event })),
      ];
      return { group: group.name, unit, reasons };
    });
  });
}

function lineReasons(
  kind: NoticeKind,
  group: RankedGroup,
  lines: NoticeLines,
): ReadonlyMap<RankedUnit, readonly ProposalReason[]> {
  if (kind.proposes !== "praise" && kind.proposes !== "criticism") return new Map();
  const own = lines.byGroup.get(group.name);
  const line = (own ?? lines)[kind.proposes];
  if (line === null) return new Map();
  const end = kind.proposes === "praise" ? "head" : "foot";
  const ordered = end === "head" ? group.ranked : group.ranked.toReversed();
  if (line.by === "score") {
    return new Map(
      ordered
        .filter(({ total }) => isBeyond(total, line.score, end))
        .map((unit) => [unit, [{ kind: "line", end, line }]]),
    );
  }
  return countReasons(ordered, countOf(line, ordered.length), end, line);
}

function isBeyond(total: Decimal, score: Decimal, end: "head" | "foot"): boolean {
  const side = compareDecimals(total, score);
  return end === "head" ? side >= 0 : side < 0;
}

/** How many units a line by count or share takes of a group: share × size is floored (rule 15). */
function countOf(line: Exclude<Line, { by: "score" }>, size: number): number {
  if (line.by === "count") return Math.min(line.count, size);
  const { share, atLeastOne } = line;
  const count = Number((BigInt(share.units) * BigInt(size)) / 10n ** BigInt(share.places));
  return Math.min(size, atLeastOne && size > 0 ? Math.max(1, count) : count);
}

/** The first units of an order; all that tie across the line are taken and marked as ties. */
function countReasons(
  ordered: readonly RankedUnit[],
  count: number,
  end: "head" | "foot",
  line: Line,
): ReadonlyMap<RankedUnit, readonly ProposalReason[]> {
  const last = ordered[count - 1];
  const next = ordered[count];
  if (!last) return new Map();
  const tied = next !== undefined && compareDecimals(last.total, next.total) === 0;
  const reasons = new Map<RankedUnit, readonly ProposalReason[]>();
  ordered.forEach((unit, index) => {
    const atLine = tied && compareDecimals(unit.total, last.total) === 0;
    if (atLine) reasons.set(unit, [{ kind: "tie", end, line }]);
    else if (index < count) reasons.set(unit, [{ kind: "line", end, line }]);
  });
  return reasons;
}

/** A line as offices write it: 前3名, 前10%, 90分及以上; at the foot 后3名, 后10%, 60分以下. */
export function formatLine(line: Line, end: "head" | "foot"): string {
  const word = end === "head" ? "前" : "后";
  if (line.by === "count") return `${word}${String(line.count)}名`;
  if (line.by === "share") {
    return `${word}${formatDecimal({ units: line.share.units * 100, places: line.share.places })}%`;
  }
  return end === "head" ? `${formatDecimal(line.score)}分及以上` : `${formatDecimal(line.score)}分以下`;
}
