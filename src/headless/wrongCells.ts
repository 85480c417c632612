import type { Fact } from "../core/facts/fact";
import type { BrokenRelation, Relation, SheetRelations } from "../core/facts/relations/relation";
import type { TableReading } from "../core/recognise/reading/tableReading";
import { cellAddress } from "../core/workbook/address";

/**
 * The cells that break a rule, as addresses, each once: those that the tables' facts name, and of `relations`, which
 * tell of one sheet only, those that nothing else explains. A cell is called wrong where its slip stands, not where the
 * slip leads another figure astray.
 */
export function wrongCells(tables: readonly TableReading[], relations: SheetRelations | null): string[] {
  const corrections = new Map(
    tables
      .flatMap(({ facts }) => facts.flatMap(({ broken }) => broken))
      .map(({ place, stated, right }) => [cellAddress(place), Number(right) - Number(stated)]),
  );
  const wrong = new Set(corrections.keys());
  if (relations === null || relations.broken.length === 0) return [...wrong];
  const following = partsByCell(tables);
  const isBroken = new Set(relations.broken.map(({ relation }) => ruleKey(relation)));
  const kept = relations.relations.filter((relation) => !isBroken.has(ruleKey(relation)));
  const keeping = new Set(kept.map(({ at }) => cellAddress(at)));
  for (const broken of relations.broken) {
    const cell = cellAddress(broken.cell);
    const isExplained = following.has(cell) || keeping.has(cell) || isCircular(broken, cell, following);
    if (!isExplained && !isLedAstray(broken, corrections)) wrong.add(cell);
  }
  return [...wrong];
}

/** The same for all that one rule says of one cell. */
function ruleKey({ op, at, of }: Relation): string {
  const [first, last] = [of[0], of.at(-1)].map((part) => (part ? cellAddress(part) : ""));
  return [op, cellAddress(at), first, last, of.length].join(" ");
}

/** The cells that each cell of the tables follows from by their facts. */
function partsByCell(tables: readonly TableReading[]): Map<string, ReadonlySet<string>> {
  const cells = new Map<string, ReadonlySet<string>>();
  for (const { facts, unitRows, shape } of tables) {
    const { grid } = shape;
    for (const fact of facts) {
      for (const row of unitRows) {
        if (grid.value(row, fact.column) === null) continue;
        const parts = partsOf(fact).map((column) => cellAddress(grid.position(row, column)));
        cells.set(cellAddress(grid.position(row, fact.column)), new Set(parts));
      }
    }
  }
  return cells;
}

function partsOf({ of, plus, minus }: Fact): number[] {
  return [...of, ...plus, ...minus];
}

/** Whether a figure that the cell would follow from follows from the cell. */
function isCircular(
  { relation }: BrokenRelation,
  cell: string,
  following: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return relation.of.some((part) => following.get(cellAddress(part))?.has(cell) === true);
}

/** What is left when the parts are put right is rounding: at most this share of what was off. */
const NEARLY_RIGHT = 0.2;

/** Whether a sum is right but for a slip in one of its parts. `corrections`: what slipped cells should hold more. */
function isLedAstray(
  { stated, right, relation }: BrokenRelation,
  corrections: ReadonlyMap<string, number>,
): boolean {
  if (relation.op !== "Sum" && relation.op !== "Average") return false;
  const sum = relation.of.reduce((total, part) => total + (corrections.get(cellAddress(part)) ?? 0), 0);
  const corrected = right + (relation.op === "Sum" ? sum : sum / relation.of.length);
  return sum !== 0 && Math.abs(corrected - stated) < Math.abs(right - stated) * NEARLY_RIGHT;
}
