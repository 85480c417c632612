import type { ExpectedUnit } from "./corpusWorkbook";
import { publishedTotal, rankUnits, type MadeUnit, type PlainScheme } from "./oracle";

/** What is wrong with single units: which must not be ranked, and which figures cannot be read. */
export interface Doubts {
  /** Not ranked, though their figures may be read. */
  readonly unranked?: ReadonlySet<MadeUnit>;
  /** Component ids without a figure; such units are not ranked either. */
  readonly unread?: ReadonlyMap<MadeUnit, readonly string[]>;
}

/** The known answer of every unit: its figures, and total and rank where it has to be ranked. */
export function answersOf(
  scheme: PlainScheme,
  units: readonly MadeUnit[],
  { unranked = new Set(), unread = new Map() }: Doubts = {},
): ExpectedUnit[] {
  const counted = units.filter((unit) => !unranked.has(unit) && !unread.has(unit));
  const ranks = rankUnits(scheme, counted);
  return units.map((unit) => {
    const rank = ranks.get(unit) ?? null;
    return {
      ...unit,
      total: rank === null ? null : publishedTotal(scheme, unit).toFixed(scheme.places),
      rank,
      unread: unread.get(unit) ?? [],
    };
  });
}
