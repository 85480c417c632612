import type { Figure } from "../../assessment/assessment";
import type { FindingCode } from "../../checks/catalogue";
import { createFinding } from "../../findings/createFinding";
import type { Finding } from "../../findings/finding";
import { formatDecimal } from "../../numbers/decimal";
import { exactSum, narrow } from "../../numbers/exactSum";
import { nameKey } from "../../units/nameKey";
import type { SheetCell } from "../../workbook/address";
import type { ReadTable, UnitRules } from "../tables/classifySheet";
import type { Scheme } from "../../scheme/scheme";
import { createEventDoubts, type LedgerYear } from "./listedEvents";
import { createRowReader, type UnitRow } from "./readUnitRow";
import { isBlank } from "../tables/sheetView";

/** The points of one unit in the ledgers of bonus and deduction events. */
export interface LedgerPoints {
  /** The unit as its first row calls it. */
  readonly text: string;
  readonly source: SheetCell;
  readonly bonus: Figure | null;
  readonly deduction: Figure | null;
  /** Codes of findings that leave the points in doubt. */
  readonly blockers: readonly FindingCode[];
}

/** Points by unit id, or by name key without a roster. */
export interface Ledgers {
  readonly points: ReadonlyMap<string, LedgerPoints>;
  /** Whether the score tables state points themselves: then those count, and the ledgers are held against them. */
  readonly stated: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Adds up the ledgers of adjustments, a row per event (rule 19). They count only where the score tables state no
 * bonus and deduction of their own: nothing is counted twice.
 */
export function readLedgers(
  ledgers: readonly ReadTable[],
  scores: readonly ReadTable[],
  rules: UnitRules,
  year: LedgerYear,
): Ledgers {
  const points = new Map<string, LedgerPoints & { readonly once: ReadonlySet<string> }>();
  const findings: Finding[] = [];
  for (const table of ledgers) {
    const readRow = createRowReader(table, rules.scheme);
    const doubtOf = createEventDoubts(table, year);
    for (const { kind, row } of table.rows) {
      if (kind !== "unit") continue;
      const read = readRow(row, null);
      const key = ledgerKey(rules, read.text);
      const doubt = doubtOf(read, key, row);
      const event = doubt === null ? read : leftOut(read, doubt);
      findings.push(...event.findings);
      const known = points.get(key) ?? {
        text: event.text,
        source: event.source,
        bonus: null,
        deduction: null,
        blockers: [],
        once: new Set<string>(),
      };
      const repeated = countedBefore(event, known.once, rules.scheme);
      if (repeated !== null) findings.push(repeated);
      points.set(key, {
        ...known,
        bonus: plus(known.bonus, repeated === null ? event.bonus : null),
        deduction: plus(known.deduction, repeated === null ? event.deduction : null),
        blockers: [...known.blockers, ...event.blockers],
        once: new Set([...known.once, ...event.counts.keys()]),
      });
    }
  }
  return { points, stated: ledgers.length > 0 && scores.some(statesPoints), findings };
}

/** Whether any unit of a score table has something in a column of points: columns still blank state nothing. */
function statesPoints({ block, columns, rows }: ReadTable): boolean {
  const own = columns.filter(({ role }) => /^(?:bonus|deduction|net|adjustment)/.test(role));
  return (
    own.length > 0 &&
    rows.some(
      ({ kind, row }) => kind === "unit" && own.some(({ column }) => !isBlank(block.view.value(row, column))),
    )
  );
}

/** An event that what stands beside it speaks against: its points do not count until the clerk has settled it. */
function leftOut(event: UnitRow, doubt: string): UnitRow {
  const figures = [event.bonus, event.deduction].filter((figure) => figure !== null);
  if (figures.length === 0) return event;
  const told = figures.map((figure) =>
    createFinding(
      "adjustment-unplaced",
      { sheet: figure.sheet, cell: figure },
      { column: doubt, value: formatDecimal(figure.value) },
    ),
  );
  return {
    ...event,
    bonus: null,
    deduction: null,
    counts: new Map(),
    blockers: [...event.blockers, "adjustment-unplaced"],
    findings: [...event.findings, ...told],
  };
}

/** The finding for an event that counts once and that an earlier row has counted for the unit (rule 1). */
function countedBefore(
  { table, counts, bonus, deduction }: UnitRow,
  before: ReadonlySet<string>,
  { adjustments }: Scheme,
): Finding | null {
  const [id] = counts.keys();
  const adjustment = adjustments.find((other) => other.id === id);
  const figure = bonus ?? deduction;
  if (!table.list || adjustment?.per !== "once" || !before.has(adjustment.id) || figure === null) return null;
  const { units, places } = adjustment.points;
  return createFinding(
    "counted-once",
    { sheet: figure.sheet, cell: figure },
    {
      adjustment: adjustment.name,
      count: 2,
      once: formatDecimal(adjustment.points),
      all: formatDecimal({ units: units * 2, places }),
    },
  );
}

/** The key of a unit in the ledgers: the same for its name and its aliases. */
export function ledgerKey({ roster }: UnitRules, text: string): string {
  const resolution = roster?.resolve(text);
  return resolution?.kind === "known" ? resolution.entry.unit.id : nameKey(text);
}

function plus(sum: Figure | null, event: Figure | null): Figure | null {
  if (sum === null || event === null) return sum ?? event;
  const value = narrow(exactSum([{ factor: sum.value }, { factor: event.value }]));
  return value === null ? sum : { ...sum, value };
}
