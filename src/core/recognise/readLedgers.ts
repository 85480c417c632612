import type { Figure } from "../assessment/assessment";
import type { Finding } from "../findings/finding";
import { exactSum, narrow } from "../numbers/exactSum";
import { nameKey } from "../units/nameKey";
import type { ReadTable, RecognitionRules } from "./classifySheet";
import { createRowReader } from "./readUnitRow";

/** The points of one unit in the ledgers of bonus and deduction events. */
export interface LedgerPoints {
  readonly bonus: Figure | null;
  readonly deduction: Figure | null;
}

/** Points by unit id, or by name key without a roster. */
export interface Ledgers {
  readonly points: ReadonlyMap<string, LedgerPoints>;
  readonly findings: readonly Finding[];
}

/**
 * Adds up the ledgers of adjustments, a row per event (rule 19). They count only where the score tables have no
 * bonus and deduction columns of their own: nothing is counted twice.
 */
export function readLedgers(
  ledgers: readonly ReadTable[],
  scores: readonly ReadTable[],
  rules: RecognitionRules,
): Ledgers {
  const points = new Map<string, LedgerPoints>();
  const findings: Finding[] = [];
  const stated = scores.some(({ columns }) =>
    columns.some(({ role }) => /^(bonus|deduction|net|adjustment)/.test(role)),
  );
  if (stated) return { points, findings };
  for (const table of ledgers) {
    const readRow = createRowReader(table.block, table.columns, rules.scheme);
    for (const { kind, row } of table.rows) {
      if (kind !== "unit") continue;
      const event = readRow(row, null);
      findings.push(...event.findings);
      const key = ledgerKey(rules, event.text);
      const known = points.get(key) ?? { bonus: null, deduction: null };
      points.set(key, {
        bonus: plus(known.bonus, event.bonus),
        deduction: plus(known.deduction, event.deduction),
      });
    }
  }
  return { points, findings };
}

/** The key of a unit in the ledgers: the same for its name and its aliases. */
export function ledgerKey({ roster }: RecognitionRules, text: string): string {
  const resolution = roster?.resolve(text);
  return resolution?.kind === "known" ? resolution.entry.unit.id : nameKey(text);
}

function plus(sum: Figure | null, event: Figure | null): Figure | null {
  if (sum === null || event === null) return sum ?? event;
  const value = narrow(exactSum([{ factor: sum.value }, { factor: event.value }]));
  return value === null ? sum : { ...sum, value };
}
