import { finish, type Steps } from "../../steps";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { readFigures, type FigureGrid } from "../figureGrid";
import { candidatesOf, findCandidates, type Candidate, type Family } from "./candidates";
import { claimStated } from "./claimStated";
import { Claims } from "./claims";
import { figureLines, gridCell } from "./figureLines";
import type { BrokenRelation, Relation, SheetRelations } from "./relation";
import { reckon, type Rule } from "./rule";
import { settle, type Settled } from "./settle";
import { slipsOf } from "./slips";
import { statedRelations } from "./statedRelations";
import { substituteSubtotals } from "./substitute";

/** Totals of subtotals and totals over them are looked for so many times. */
const ROUNDS = 2;

/** What follows from what on a sheet, cell by cell, along rows and along columns. Looks at figures and formulas, at no word. */
export function findRelations(sheet: SheetSnapshot): SheetRelations {
  return finish(findRelationsInSteps(sheet));
}

/** The same in steps. */
function* findRelationsInSteps(sheet: SheetSnapshot): Steps<SheetRelations> {
  const grid = readFigures(sheet);
  const directions = figureLines(grid).map((lines) => new Claims(lines));
  const stated = yield* statedRelations(sheet);
  const { stale, rules: statedRules } = claimStated(stated, grid, directions);
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
  const typed = statedRules.flatMap((own) => brokenOf(grid, own, slipsOf(own)));
  return {
    relations: [...stated.map(({ relation }) => relation), ...found.relations],
    broken: [...stale, ...typed, ...found.broken],
  };
}

/** Figures may follow in more than one way: a total from what stands on its left, and from what stands below. */
function* furtherForms(known: readonly Candidate[]): Steps<Settled[]> {
  const rules = new Map(known.map(({ claims, rule }) => [rule, claims]));
  const candidates = [...rules].flatMap(([rule, claims]) =>
    candidatesOf(claims, rule, 0, claims.lines.lineCount - 1, true),
  );
  return yield* settle(candidates, true);
}

function relationsOf(grid: FigureGrid, settled: readonly Settled[]): SheetRelations {
  const relations: Relation[] = [];
  const broken: BrokenRelation[] = [];
  for (const own of settled) {
    const { claims, rule, kept } = own;
    for (const line of kept) relations.push(relationOf(grid, claims, rule, line));
    broken.push(...brokenOf(grid, own, slipsOf(own)));
  }
  return { relations, broken };
}

function brokenOf(grid: FigureGrid, { claims, rule }: Settled, lines: readonly number[]): BrokenRelation[] {
  return lines.map((line) => {
    const relation = relationOf(grid, claims, rule, line);
    const right = reckon(rule, claims.lines, line)?.value ?? 0;
    const stated = claims.lines.values[line * claims.lines.positionCount + rule.target] ?? 0;
    return { cell: relation.at, stated, right, relation };
  });
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
