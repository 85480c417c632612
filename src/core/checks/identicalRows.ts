import type { AssessedUnit } from "../assessment/assessment";
import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { formatDecimal } from "../numbers/decimal";
import type { CheckSubject } from "./checkSubject";

/** Whole numbers alone agree by chance; so many scores with decimals that agree do not. */
const MINIMUM_WITH_DECIMALS = 2;
const MAXIMUM_SINGLE = 3;
const MAXIMUM_NAMED = 5;

/** Units whose scores are all the same, decimals included: perhaps a row that was copied. */
export function checkIdenticalRows({ recognition }: CheckSubject): Finding[] {
  const byScores = new Map<string, AssessedUnit[]>();
  for (const unit of recognition.assessment.units) {
    const key = scoresKey(unit);
    if (key === null) continue;
    const same = byScores.get(key);
    if (same) same.push(unit);
    else byScores.set(key, [unit]);
  }
  const sets = [...byScores.values()].filter(({ length }) => length > 1);
  const shown = sets.length > MAXIMUM_SINGLE ? sets.slice(0, 1) : sets;
  return shown.flatMap(([first, ...others]) =>
    first
      ? [
          createFinding(
            "rows-identical",
            { sheet: first.source.sheet, cell: first.source },
            { unit: first.name, others: named(others), sets: sets.length },
          ),
        ]
      : [],
  );
}

function named(units: readonly AssessedUnit[]): string {
  const names = units.slice(0, MAXIMUM_NAMED).map(({ name }) => name);
  return names.join("、") + (units.length > MAXIMUM_NAMED ? "…" : "");
}

function scoresKey({ components, id, blockers }: AssessedUnit): string | null {
  if (components.size < 3 || (id !== null && blockers.includes("unit-duplicate"))) return null;
  const texts = [...components].map(([component, { value }]) => `${component}=${formatDecimal(value)}`);
  const withDecimals = texts.filter((text) => text.includes(".")).length;
  return withDecimals < MINIMUM_WITH_DECIMALS ? null : texts.sort().join(" ");
}
