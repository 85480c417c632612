import type { CellPosition } from "../../workbook/address";
import type { FigureGrid } from "../figureGrid";
import type { Claims } from "./claims";
import type { BrokenRelation } from "./relation";
import { reckon, TRACE, type Rule } from "./rule";
import type { Settled } from "./settle";
import type { StatedRelation } from "./statedRelations";

/**
 * Claims what formulas state, so that it is not looked for in the figures. Gives the figures that are not what their formulas
 * give, and the stated rules with their lines: those that keep the same rule in the same direction together.
 */
export function claimStated(
  stated: readonly StatedRelation[],
  grid: FigureGrid,
  directions: readonly Claims[],
): { stale: BrokenRelation[]; rules: Settled[] } {
  const stale: BrokenRelation[] = [];
  const byRule = new Map<string, { claims: Claims; rule: Rule; kept: number[]; broken: [] }>();
  for (const one of stated) {
    const placed = placedOf(one, grid, directions);
    if (!placed) continue;
    const { claims, rule, line } = placed;
    claims.claim(line, rule);
    const key = [one.relation.direction, rule.kind, rule.target, ...rule.parts].join(" ");
    let same = byRule.get(key);
    if (!same) byRule.set(key, (same = { claims, rule, kept: [], broken: [] }));
    const breaking = staleFigure(one, placed);
    if (breaking) stale.push(breaking);
    else same.kept.push(line);
  }
  return { stale, rules: [...byRule.values()] };
}

/** A stated relation as a rule on a line. */
interface Placed {
  readonly claims: Claims;
  readonly rule: Rule;
  readonly line: number;
}

function placedOf(
  { relation: { op, at, of, direction } }: StatedRelation,
  grid: FigureGrid,
  directions: readonly Claims[],
): Placed | null {
  const claims = directions.find(({ lines }) => lines.direction === direction);
  if (!claims) return null;
  const along = direction === "row";
  const position = (cell: CellPosition) => (along ? cell.column - grid.column : cell.row - grid.row);
  const parts = of.map(position).filter((part) => part >= 0 && part < claims.lines.positionCount);
  const line = along ? at.row - grid.row : at.column - grid.column;
  const kind = op === "Difference" ? "Sum" : op;
  return { claims, line, rule: { kind, target: position(at), parts, factor: 1, cost: 0 } };
}

/** The figure where it is not what its formula gives. Only sums and averages are reckoned. */
function staleFigure(
  { relation, places }: StatedRelation,
  { claims: { lines }, rule, line }: Placed,
): BrokenRelation | null {
  const { op, at, of } = relation;
  if ((op !== "Sum" && op !== "Average") || rule.parts.length < of.length) return null;
  const own = line * lines.positionCount + rule.target;
  const stated = lines.values[own] ?? Number.NaN;
  const right = reckon(rule, lines, line)?.value ?? Number.NaN;
  // A formula adds the figures as they are held: only its own rounding may bring it away from them.
  const step = places === null ? (lines.units[own] ?? 0) : 10 ** -places;
  if (!(Math.abs(stated - right) > step / 2 + Math.abs(right) * TRACE)) return null;
  return { cell: at, stated, right, relation };
}
