import type { Fact } from "../../facts/fact";
import { range } from "../../numbers/range";
import type { TableReading } from "./tableReading";

/** The cell is the whole where so many of the shares follow from it. */
const KEPT_SHARE = 0.75;

/**
 * The row of the sheet in which the whole stands that a column of shares is of: in the column of the parts, below the units
 * rather than above them, a unit's own row only where there is no other. Null where no cell holds it.
 */
export function wholeOfShare({ shape: { grid }, unitRows }: TableReading, fact: Fact): number | null {
  const [part] = fact.of;
  const [first, last] = [unitRows[0], unitRows.at(-1)];
  if (part === undefined || first === undefined || last === undefined) return null;
  const shares = unitRows.flatMap((row) => {
    const [over, share] = [grid.value(row, part), grid.value(row, fact.column)];
    return typeof over === "number" && typeof share === "number" && over !== 0 ? [{ over, share }] : [];
  });
  const reach = fact.places === null ? 0 : 0.5 * 10 ** -fact.places;
  const isWhole = (row: number) => {
    const whole = grid.value(row, part);
    if (typeof whole !== "number" || whole === 0) return false;
    const kept = [1, 100].map(
      (scale) =>
        shares.filter(({ over, share }) => {
          const right = (scale * over) / whole;
          return Math.abs(share - right) <= reach + 1e-9 * Math.abs(right);
        }).length,
    );
    return Math.max(...kept) >= shares.length * KEPT_SHARE;
  };
  const units = new Set(unitRows);
  const others = [...range(last + 1, grid.endRow), ...range(grid.firstRow, last).toReversed()];
  return others.filter((row) => !units.has(row)).find(isWhole) ?? unitRows.toReversed().find(isWhole) ?? null;
}
