import type { AssessedUnit } from "../assessment/assessment";
import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { formatDecimal } from "../numbers/decimal";
import type { Scheme } from "../scheme/scheme";
import { STEP_SIZE, type Steps } from "../steps";
import type { CheckSubject } from "./checkSubject";

/** Whole numbers alone agree by chance; so many scores with decimals that agree do not. */
const MINIMUM_WITH_DECIMALS = 2;
const MAXIMUM_SINGLE = 3;
const MAXIMUM_NAMED = 5;

/** Units whose scores are all the same, decimals included: perhaps a row that was copied. */
export function* checkIdenticalRows({ recognition, ranking }: CheckSubject): Steps<Finding[]> {
  const firsts = new Map<string, AssessedUnit>();
  const repeated = new Map<string, AssessedUnit[]>();
  for (const [index, unit] of recognition.assessment.units.entries()) {
    if (index % STEP_SIZE === STEP_SIZE - 1) yield;
    const key = scoresKey(unit, ranking.scheme);
    if (key === null) continue;
    const first = firsts.get(key);
    const same = repeated.get(key);
    if (same) same.push(unit);
    else if (first) repeated.set(key, [first, unit]);
    else firsts.set(key, unit);
  }
  const sets = [...repeated.values()];
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

function scoresKey({ components, id, blockers }: AssessedUnit, scheme: Scheme): string | null {
  if (components.size < 3 || (id !== null && blockers.includes("unit-duplicate"))) return null;
  let key = "";
  let withDecimals = 0;
  for (const { id: component } of scheme.components) {
    const figure = components.get(component);
    if (!figure) continue;
    const text = formatDecimal(figure.value);
    if (text.includes(".")) withDecimals += 1;
    key += `${component}=${text} `;
  }
  return withDecimals < MINIMUM_WITH_DECIMALS ? null : key;
}
