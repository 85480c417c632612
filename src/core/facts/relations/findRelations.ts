import { finish, type Steps } from "../../steps";
import type { CellPosition } from "../../workbook/address";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { readFigures, type FigureGrid } from "../figureGrid";
import { candidatesOf, findCandidates, type Candidate, type Family } from "./candidates";
import { Claims } from "./claims";
import { figureLines, gridCell } from "./figureLines";
import type { BrokenRelation, Relation, SheetRelations } from "./relation";
import { reckon, TRACE, type Rule } from "./rule";
import { settle, type Settled } from "./settle";
import { statedRelations } from "./statedRelations";
import { substituteSubtotals } from "./substitute";

/** Totals of subtotals and totals over them are looked for so many times. */
const ROUNDS = 2;

/** What follows from what on a sheet, cell by cell, along rows and along columns. Looks at figures and formulas, at no word. */
export function findRelations(sheet: SheetSnapshot): SheetRelations {
  return finish(findRelationsInSteps(sheet));
}

/** The same in steps. */
export function* findRelationsInSteps(sheet: SheetSnapshot): Steps<SheetRelations> {
  const grid = readFigures(sheet);
  const directions = figureLines(grid).map((lines) => new Claims(lines));
  const stated = yield* statedRelations(sheet);
  const stale: BrokenRelation[] = [];
  for (const relation of stated) {
    const breaking = claimStated(relation, grid, directions);
    if (breaking) stale.push(breaking);
  }
  const settled: Settled[] = [];
  const known: Candidate[] = [];
  const search = function* (family: Family): Steps<number> {
    const candidates: Candidate[] = [];
    for (const claims of directions) candidates.push(...(yield* findCandidates(claims, family)));
    known.push(...candidates);
    const found = yield* settle(candidates);
    settled.push(...found);
    return found.length;
  };
  yield* search("sums");
  for (let round = 0; round < ROUNDS; round += 1) {
    let found = 0;
    for (const what of ["parts", "targets"] as const) {
      for (const claims of directions) claims.hide(what);
      found += yield* search("sums of the rest");
    }
    if (found === 0) break;
  }
  for (const claims of directions) claims.hide("nothing");
  yield* search("quotients");
  settled.push(...(yield* furtherForms(known)));
  const found = relationsOf(grid, substituteSubtotals(settled));
  return { relations: [...stated, ...found.relations], broken: [...stale, ...found.broken] };
}

/** Figures may follow in more than one way: a total from what stands on its left, and from what stands below. */
function* furtherForms(known: readonly Candidate[]): Steps<Settled[]> {
  const rules = new Map(known.map(({ claims, rule }) => [rule, claims]));
  const candidates = [...rules].flatMap(([rule, claims]) =>
    candidatesOf(claims, rule, 0, claims.lines.lineCount - 1, true),
  );
  return yield* settle(candidates, true);
}

/** What a formula states is not looked for in the figures. Gives the figure where it is not what its formula gives. */
function claimStated(
  relation: Relation,
  grid: FigureGrid,
  directions: readonly Claims[],
): BrokenRelation | null {
  const { op, at, of, direction } = relation;
  const claims = directions.find(({ lines }) => lines.direction === direction);
  if (!claims) return null;
  const { lines } = claims;
  const along = direction === "row";
  const position = (cell: CellPosition) => (along ? cell.column - grid.column : cell.row - grid.row);
  const parts = of.map(position).filter((part) => part >= 0 && part < lines.positionCount);
  const line = along ? at.row - grid.row : at.column - grid.column;
  const rule: Rule = {
    kind: op === "Difference" ? "Sum" : op,
    target: position(at),
    parts,
    factor: 1,
    cost: 0,
  };
  claims.claim(line, rule);
  if ((op !== "Sum" && op !== "Average") || parts.length < of.length) return null;
  const own = line * lines.positionCount + rule.target;
  const stated = lines.values[own] ?? Number.NaN;
  const right = reckon(rule, lines, line)?.value ?? Number.NaN;
  // A formula adds the figures as they are held: only its own rounding may bring it away from them.
  const tolerance = (lines.units[own] ?? 0) / 2 + Math.abs(right) * TRACE;
  if (!(Math.abs(stated - right) > tolerance)) return null;
  return { cell: at, stated, right, relation };
}

function relationsOf(grid: FigureGrid, settled: readonly Settled[]): SheetRelations {
  const relations: Relation[] = [];
  const broken: BrokenRelation[] = [];
  for (const { candidate, kept, broken: breaking } of settled) {
    const { claims, rule } = candidate;
    for (const line of kept) relations.push(relationOf(grid, claims, rule, line));
    for (const line of breaking) {
      const relation = relationOf(grid, claims, rule, line);
      const right = reckon(rule, claims.lines, line)?.value ?? 0;
      const stated = claims.lines.values[line * claims.lines.positionCount + rule.target] ?? 0;
      broken.push({ cell: relation.at, stated, right, relation });
    }
  }
  return { relations, broken };
}

function relationOf(grid: FigureGrid, { lines }: Claims, rule: Rule, line: number): Relation {
  const place = (position: number) => {
    const { row, column } = gridCell(lines, line, position);
    return { row: row + grid.row, column: column + grid.column };
  };
  return {
    op: rule.kind,
    at: place(rule.target),
    of: rule.parts.map(place),
    direction: lines.direction,
    from: "values",
  };
}
