import type { AssessedUnit } from "../assessment/assessment";
import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { decimalToNumber, formatDecimal } from "../numbers/decimal";
import type { Scheme } from "../scheme/scheme";
import { STEP_SIZE, type Steps } from "../steps";
import type { CheckSubject } from "./checkSubject";

/** Whole numbers alone agree by chance; so many scores with decimals that agree do not. */
const MINIMUM_WITH_DECIMALS = 2;
const MAXIMUM_SINGLE = 3;
const MAXIMUM_NAMED = 5;

/** Units whose scores are all the same, decimals included: perhaps a row that was copied. */
export function* checkIdenticalRows({ recognition, ranking }: CheckSubject): Steps<Finding[]> {
  const { units } = recognition.assessment;
  const firsts = new Map<string, AssessedUnit>();
  const repeated = new Map<string, AssessedUnit[]>();
  for (const unit of yield* perhapsRepeated(units, ranking.scheme)) {
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

/** The units whose scores another unit may have too, in their order: next to none, in most workbooks. */
function* perhapsRepeated(units: readonly AssessedUnit[], scheme: Scheme): Steps<AssessedUnit[]> {
  const digests = new Int32Array(units.length);
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const [index, unit] of units.entries()) {
    if (index % STEP_SIZE === STEP_SIZE - 1) yield;
    const digest = scoresDigest(unit, scheme);
    digests[index] = digest;
    if (seen.has(digest)) repeated.add(digest);
    else seen.add(digest);
  }
  return repeated.size === 0 ? [] : units.filter((_, index) => repeated.has(digests[index] ?? 0));
}

/** A whole number that units with the same scores share, and few others. */
function scoresDigest({ components }: AssessedUnit, scheme: Scheme): number {
  let digest = 0;
  for (const { id } of scheme.components) {
    const figure = components.get(id);
    const thousandths = figure ? decimalToNumber(figure.value) * 1000 : -1;
    digest = (Math.imul(digest, DIGEST_FACTOR) + thousandths) | 0;
  }
  return digest;
}

/** Odd and large, so that the scores before the last reach every bit of the digest. */
const DIGEST_FACTOR = 0x9e3779b1;

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
