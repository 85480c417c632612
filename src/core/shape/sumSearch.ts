import type { TestedRow } from "./testedFigures";

/** Running sums and counts over the rows gone through, a line of tested columns for each place; `leaves` without aggregates. */
export interface RunningSums {
  readonly width: number;
  readonly all: Float64Array;
  readonly leaves: Float64Array;
  readonly counts: Int32Array;
  readonly leafCounts: Int32Array;
  readonly nonZero: Int32Array;
  /** The smallest figure of each column so far, without aggregates. */
  readonly low: Float64Array;
  /** Sums of the squares, without aggregates. */
  readonly squares: Float64Array;
}

/** The best evidence for a row, in powers of ten: above 0 is more than chance gives. */
export interface SumEvidence {
  readonly sumExact: number;
  readonly sumLoose: number;
  readonly mean: number;
}

/** Sums and means are looked for over so many rows next to theirs, and from each of the region's first rows. */
const REACH = 400;
const FIRST_ROWS = 40;

/** One cell's evidence at most. */
const MOST_PER_CELL = 4;

/** "Loose" is within this share of the figure. */
const LOOSE = 0.002;

/** A find takes this share of a row's figures or more. */
const LEAST_SHARE = 0.3;

/** A mean is of as many figures or more. */
const LEAST_MEAN = 3;

/**
 * A middling unit is near every mean. How near is what surprises: figures that scatter about their mean in the usual way
 * are as dense there as if they were spread evenly over so many standard deviations.
 */
const MIDDLE = Math.sqrt(2 * Math.PI);

/** One figure in ten of a row of means may be no mean: each speaks against it. */
const MISS = 1;

/** A subtotal and what it sums are three rows or more: half of two rows is nothing but the mean of two neighbours. */
const LEAST_HALVED = 3;

/** So many aggregates may add up to another. */
const MOST_AGGREGATES = 12;

/** The search of one row for sums and means that its figures follow from. */
export class SumSearch {
  private sumsTried = 0;
  private meansTried = 0;
  private readonly best = { sumExact: 0, sumLoose: 0, mean: 0 };
  private exact = 0;
  private exactBits = 0;
  private loose = 0;
  private looseBits = 0;

  constructor(
    private readonly row: TestedRow,
    private readonly running: RunningSums,
  ) {}

  /** Tests the runs of rows that end before `place`, with and without the aggregates in them. */
  overRuns(place: number, lastAggregate: number): void {
    const { all, leaves } = this.running;
    let isOver = false;
    for (let from = place - 2; from >= 0; from -= 1) {
      if (place - from > REACH && from >= FIRST_ROWS) from = FIRST_ROWS - 1;
      const isHalved = lastAggregate >= from && place - from >= LEAST_HALVED;
      isOver ||= this.isPast(from, place);
      if (isOver) {
        // What need not be looked at was tried all the same: the price of a find stays.
        this.sumsTried += lastAggregate < from ? 1 : isHalved ? 3 : 2;
        continue;
      }
      this.testSum(all, from, place, 1);
      if (lastAggregate < from) continue;
      this.testSum(leaves, from, place, 1);
      if (isHalved) this.testSum(all, from, place, 2);
    }
  }

  /** Whether the sums from here on are too large in so many columns that a longer run can be no find. */
  private isPast(from: number, to: number): boolean {
    const { places, values, units } = this.row;
    const { width, all, leaves, counts, low } = this.running;
    const [first, last] = [from * width, to * width];
    const most = places.length - LEAST_SHARE * places.length;
    let past = 0;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      if (!((low[place] ?? -1) >= 0)) continue;
      const half = ((all[last + place] ?? 0) - (all[first + place] ?? 0)) / 2;
      const leaf = (leaves[last + place] ?? 0) - (leaves[first + place] ?? 0);
      const terms = counts[last + place] ?? 0;
      const reach = (1 + LOOSE) * Math.abs(values[at] ?? 0) + (units[at] ?? 1) * Math.sqrt(terms + 1);
      if (Math.min(half, leaf) > reach) past += 1;
    }
    return past > most;
  }

  /**
   * Tests the means of whole blocks of rows that end before `place`, each from one of `starts`. Means of any rows would
   * come about by chance wherever figures grow evenly.
   */
  overBlocks(place: number, starts: readonly number[]): void {
    for (const from of starts) if (from <= place - LEAST_MEAN) this.testMean(from, place);
  }

  /** Tests the sums of the last aggregates: each gives its figures in the tested columns, the nearest first. */
  overAggregates(aggregates: readonly Float64Array[]): void {
    const { places } = this.row;
    const sums = new Float64Array(places.length);
    aggregates.slice(0, MOST_AGGREGATES).forEach((figures, index) => {
      places.forEach((place, at) => {
        sums[at] = (sums[at] ?? 0) + (figures[place] ?? 0);
      });
      if (index === 0) return;
      this.clear();
      for (let at = 0; at < places.length; at += 1) this.compareSum(at, sums[at] ?? 0, index + 1);
      this.takeSum();
    });
  }

  /** What was found, less the price of having tried so much. */
  evidence(): SumEvidence {
    const price = Math.log10(this.sumsTried + 1);
    return {
      sumExact: this.best.sumExact - price,
      sumLoose: this.best.sumLoose - price,
      mean: this.best.mean - Math.log10(this.meansTried + 1),
    };
  }

  private testSum(sums: Float64Array, from: number, to: number, part: number): void {
    const { places } = this.row;
    const { width, nonZero, counts } = this.running;
    const [first, last] = [from * width, to * width];
    this.clear();
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      if ((nonZero[last + place] ?? 0) - (nonZero[first + place] ?? 0) < 2) continue;
      const sum = (sums[last + place] ?? 0) - (sums[first + place] ?? 0);
      const count = (counts[last + place] ?? 0) - (counts[first + place] ?? 0);
      this.compareSum(at, sum / part, count);
    }
    this.takeSum();
  }

  private testMean(from: number, to: number): void {
    const { places, values, meanUnits, repeats } = this.row;
    const { width, leaves, leafCounts, squares } = this.running;
    const [first, last] = [from * width, to * width];
    let [exact, evidence] = [0, 0];
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      const count = (leafCounts[last + place] ?? 0) - (leafCounts[first + place] ?? 0);
      if (count < LEAST_MEAN) continue;
      const mean = ((leaves[last + place] ?? 0) - (leaves[first + place] ?? 0)) / count;
      const tolerance = 0.51 * (meanUnits[at] ?? 1);
      if (Math.abs((values[at] ?? 0) - mean) > tolerance) {
        evidence -= MISS;
        continue;
      }
      exact += 1;
      const square = ((squares[last + place] ?? 0) - (squares[first + place] ?? 0)) / count;
      const deviation = Math.sqrt(Math.max(0, square - mean * mean));
      evidence += surprise(tolerance, MIDDLE * deviation, repeats[at] ?? 0);
    }
    this.meansTried += 1;
    this.best.mean = Math.max(this.best.mean, weightOf(exact / places.length) * evidence);
  }

  private clear(): void {
    this.exact = 0;
    this.exactBits = 0;
    this.loose = 0;
    this.looseBits = 0;
  }

  private compareSum(at: number, expected: number, terms: number): void {
    const value = this.row.values[at] ?? 0;
    const off = Math.abs(value - expected);
    const exact = 0.51 * (this.row.units[at] ?? 1) * (terms === 1 ? 1 : Math.sqrt(terms + 1));
    const loose = exact + LOOSE * Math.abs(value);
    if (off > loose) return;
    const size = this.row.sizes[at] ?? 1;
    const repeats = this.row.repeats[at] ?? 0;
    this.loose += 1;
    this.looseBits += surprise(loose, size, repeats);
    if (off > exact) return;
    this.exact += 1;
    this.exactBits += surprise(exact, size, repeats);
  }

  private takeSum(): void {
    this.sumsTried += 1;
    if (this.loose === 0) return;
    const size = this.row.places.length;
    this.best.sumExact = Math.max(this.best.sumExact, weightOf(this.exact / size) * this.exactBits);
    this.best.sumLoose = Math.max(this.best.sumLoose, weightOf(this.loose / size) * this.looseBits);
  }
}

/** How surprising a figure is within a tolerance, in powers of ten. A column of one figure surprises nobody. */
function surprise(tolerance: number, size: number, repeats: number): number {
  const chance = Math.min(1, Math.max((2 * tolerance) / size, repeats));
  return Math.min(MOST_PER_CELL, -Math.log10(Math.max(chance, 1e-12)));
}

/** What evidence counts by the share of a row's figures that give it. */
function weightOf(share: number): number {
  if (share >= 0.6) return 1;
  return share >= LEAST_SHARE ? 0.4 : 0;
}
