/**
 * A linear chain over rows: how well each class fits each row, and how well classes follow one another, decided for all
 * rows at once. Data and derived rows are one class in everything but the arithmetic between rows.
 */

/** The classes of rows that are not blank, in the order of all tables here. */
export const CHAIN_CLASSES = ["metadata", "header", "group", "data", "derived", "notes"] as const;

export type ChainClass = (typeof CHAIN_CLASSES)[number];

export const CLASS_COUNT = CHAIN_CLASSES.length;

export const DATA = CHAIN_CLASSES.indexOf("data");
export const DERIVED = CHAIN_CLASSES.indexOf("derived");

/** A row follows the row above at once, after one blank row, or after more. */
export const GAP_KINDS = 3;

/** What the classes of a run of rows are judged by, in logarithms. Class tables have `CLASS_COUNT` entries a line. */
export interface ChainScores {
  readonly count: number;
  /** A line for each row. */
  readonly rows: Float64Array;
  /** How many blank rows, up to 2, are above each row. */
  readonly gaps: Uint8Array;
  /** For each kind of gap, a line for each class: how well each class follows it. */
  readonly steps: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The most likely class of each row, as places in `CHAIN_CLASSES`. */
export function bestClasses({ count, rows, gaps, steps, start, end }: ChainScores): Uint8Array {
  const from = new Uint8Array(count * CLASS_COUNT);
  let scores = Float64Array.from(start, (score, kind) => score + (rows[kind] ?? 0));
  for (let row = 1; row < count; row += 1) {
    const next = new Float64Array(CLASS_COUNT);
    const table = (gaps[row] ?? 0) * CLASS_COUNT * CLASS_COUNT;
    for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
      let [best, source] = [-Infinity, 0];
      for (let before = 0; before < CLASS_COUNT; before += 1) {
        const score = (scores[before] ?? 0) + (steps[table + before * CLASS_COUNT + kind] ?? 0);
        if (score > best) [best, source] = [score, before];
      }
      next[kind] = best + (rows[row * CLASS_COUNT + kind] ?? 0);
      from[row * CLASS_COUNT + kind] = source;
    }
    scores = next;
  }
  const classes = new Uint8Array(count);
  let kind = largestAt(scores.map((score, index) => score + (end[index] ?? 0)));
  for (let row = count - 1; row >= 0; row -= 1) {
    classes[row] = kind;
    kind = from[row * CLASS_COUNT + kind] ?? 0;
  }
  return classes;
}

function largestAt(numbers: Float64Array): number {
  let best = 0;
  numbers.forEach((number, index) => {
    if (number > (numbers[best] ?? 0)) best = index;
  });
  return best;
}

/** Sums over all ways through the chain: forward and backward, a line for each row, and the logarithm of their total. */
export interface ChainSums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly total: number;
}

/** Sums up all ways through the chain. */
export function sumOverWays({ count, rows, gaps, steps, start, end }: ChainScores): ChainSums {
  const forward = new Float64Array(count * CLASS_COUNT);
  const backward = new Float64Array(count * CLASS_COUNT);
  const terms = new Float64Array(CLASS_COUNT);
  for (let kind = 0; kind < CLASS_COUNT; kind += 1) forward[kind] = (start[kind] ?? 0) + (rows[kind] ?? 0);
  for (let row = 1; row < count; row += 1) {
    const table = (gaps[row] ?? 0) * CLASS_COUNT * CLASS_COUNT;
    for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
      for (let before = 0; before < CLASS_COUNT; before += 1) {
        terms[before] =
          (forward[(row - 1) * CLASS_COUNT + before] ?? 0) +
          (steps[table + before * CLASS_COUNT + kind] ?? 0);
      }
      forward[row * CLASS_COUNT + kind] = logSum(terms) + (rows[row * CLASS_COUNT + kind] ?? 0);
    }
  }
  for (let kind = 0; kind < CLASS_COUNT; kind += 1)
    backward[(count - 1) * CLASS_COUNT + kind] = end[kind] ?? 0;
  for (let row = count - 2; row >= 0; row -= 1) {
    const table = (gaps[row + 1] ?? 0) * CLASS_COUNT * CLASS_COUNT;
    const below = (row + 1) * CLASS_COUNT;
    for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
      for (let after = 0; after < CLASS_COUNT; after += 1) {
        terms[after] =
          (steps[table + kind * CLASS_COUNT + after] ?? 0) +
          (rows[below + after] ?? 0) +
          (backward[below + after] ?? 0);
      }
      backward[row * CLASS_COUNT + kind] = logSum(terms);
    }
  }
  for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
    terms[kind] = (forward[(count - 1) * CLASS_COUNT + kind] ?? 0) + (end[kind] ?? 0);
  }
  return { forward, backward, total: logSum(terms) };
}

/** The probability of each class of a row: `CLASS_COUNT` numbers. */
export function marginalsOf({ forward, backward, total }: ChainSums, row: number): Float64Array {
  const marginals = new Float64Array(CLASS_COUNT);
  for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
    const at = row * CLASS_COUNT + kind;
    marginals[kind] = Math.exp((forward[at] ?? 0) + (backward[at] ?? 0) - total);
  }
  return marginals;
}

function logSum(terms: Float64Array): number {
  let most = -Infinity;
  for (const term of terms) if (term > most) most = term;
  if (most === -Infinity) return most;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}
