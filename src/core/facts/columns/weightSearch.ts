import type { FigureColumn, Figures } from "./figures";
import { isFarOut } from "./farOut";
import { meets, type Rule, type Trial } from "./rule";
import { residuals, solveWeights, type Sums } from "./solveWeights";
import { linearRule, type Term } from "./sums";

/** Weights are solved for so many columns at once at most. */
export const MOST_COLUMNS = 24;
/** … in so many rows. */
const MOST_ROWS = 72;
const MOST_STRETCHES = 3;

/** What weights are multiples of, coarsest first: whole, halves, fifths … thousandths, then any part up to a sixtieth. */
const PARTS = [1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 500, 1000] as const;
const ODD_PARTS = [
  3, 6, 7, 9, 11, 12, 13, 14, 15, 16, 18, 21, 22, 24, 25, 27, 30, 32, 35, 36, 45, 48, 60,
] as const;

/**
 * Weighted sums whose weights nobody states: solved for, robust against wrong rows, then brought to the coarsest grid
 * that holds. Pools larger than the rows can tell are tried in stretches of columns beside each other.
 */
export function searchWeights(
  figures: Figures,
  target: FigureColumn,
  pool: readonly number[],
  trial: Trial,
): void {
  const rows = telling(figures, target, pool);
  if (rows.length < 4) return;
  for (const columns of stretches(pool, target.column, rows.length)) {
    const solver = new Solver(figures, target, rows, columns, pool.length);
    // Without a constant nothing fits that does not fit with one.
    const hasConstant = columns.length + 3 < rows.length;
    if (hasConstant && !solver.mayFit()) continue;
    if (solver.solve(false, trial)) return;
    if (hasConstant && solver.solve(true, trial)) return;
  }
}

/** Rows that weights are solved from: without those in which a figure is far out of its column. */
function telling(figures: Figures, target: FigureColumn, pool: readonly number[]): number[] {
  const parts = pool.map((column) => figures.columns[column]).filter((part) => part !== undefined);
  const rows: number[] = [];
  for (const [row, number] of target.numbers.entries())
    if (!Number.isNaN(number) && !parts.some((part) => isFarOut(part, row))) rows.push(row);
  if (rows.length <= MOST_ROWS) return rows;
  return Array.from({ length: MOST_ROWS }, (_, at) => rows[Math.floor((at * rows.length) / MOST_ROWS)] ?? 0);
}

/** The whole pool where the rows can tell so many weights; else stretches of it, those nearest to the target first. */
function stretches(pool: readonly number[], target: number, rows: number): (readonly number[])[] {
  const most = Math.min(MOST_COLUMNS, rows - 2);
  if (pool.length <= most) return pool.length < 2 ? [] : [pool];
  const found: (readonly number[])[] = [];
  const sizes = [...new Set([most, Math.ceil(most / 2), 3])].filter((size) => size >= 2);
  for (const size of sizes) {
    for (let start = 0; start + size <= pool.length; start += 1) found.push(pool.slice(start, start + size));
  }
  const distance = (columns: readonly number[]) =>
    Math.min(...columns.map((column) => Math.abs(column - target))) - columns.length / 1000;
  return found.sort((left, right) => distance(left) - distance(right)).slice(0, MOST_STRETCHES);
}

function pick(numbers: Float64Array | undefined, rows: readonly number[]): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) picked[at] = numbers?.[rows[at] ?? 0] ?? 0;
  return picked;
}

class Solver {
  private readonly factors = new Map<number, Float64Array>();
  private readonly stated: Float64Array;

  constructor(
    private readonly figures: Figures,
    private readonly target: FigureColumn,
    private readonly rows: readonly number[],
    private readonly columns: readonly number[],
    private readonly choice: number,
  ) {
    this.stated = pick(target.numbers, rows);
  }

  /** Whether most rows come near to some weights and a constant. */
  mayFit(): boolean {
    const weights = solveWeights(this.sumsOf(this.columns, true), this.tolerance());
    return weights !== null && this.isNear(this.columns, weights, true);
  }

  /** Whether a rule was found and offered. */
  solve(hasConstant: boolean, trial: Trial): boolean {
    if (this.columns.length + (hasConstant ? 1 : 0) > this.rows.length - 1) return false;
    let columns = this.columns;
    for (let round = 0; round < 3; round += 1) {
      const weights = solveWeights(this.sumsOf(columns, hasConstant), this.tolerance());
      if (weights === null) return false;
      if (!this.isNear(columns, weights, hasConstant)) return false;
      const rule = this.snap(columns, weights, hasConstant);
      if (rule) {
        trial.offer(rule);
        return true;
      }
      const kept = columns.filter((column, at) => this.matters(column, weights[at] ?? 0));
      if (kept.length === columns.length || kept.length === 0) return false;
      columns = kept;
    }
    return false;
  }

  private sumsOf(columns: readonly number[], hasConstant: boolean): Sums {
    const factors = columns.map((column) => this.factorOf(column));
    if (hasConstant) factors.push(new Float64Array(this.rows.length).fill(1));
    return { factors, stated: this.stated };
  }

  private factorOf(column: number): Float64Array {
    const known = this.factors.get(column);
    if (known) return known;
    const factor = pick(this.figures.columns[column]?.addends, this.rows);
    this.factors.set(column, factor);
    return factor;
  }

  private tolerance(): number {
    return Math.max(1e-10, this.target.half[this.rows[0] ?? 0] ?? 0);
  }

  /** Most rows come within a few roundings: else no grid will do better. */
  private isNear(columns: readonly number[], weights: readonly number[], hasConstant: boolean): boolean {
    const off = residuals(this.sumsOf(columns, hasConstant), weights);
    const size = Math.max(...this.rows.map((row) => Math.abs(this.target.numbers[row] ?? 0)));
    const limit = this.tolerance() * 1.6 + size * 1e-8;
    return off.reduce((count, distance) => count + (distance <= limit ? 1 : 0), 0) >= this.rows.length * 0.7;
  }

  /** Whether a column moves the sum by more than rounding does. */
  private matters(column: number, weight: number): boolean {
    const addends = this.figures.columns[column]?.addends;
    const most = Math.max(...this.rows.map((row) => Math.abs(addends?.[row] ?? 0)));
    return Math.abs(weight) * most > this.tolerance() * 1.2;
  }

  private snap(columns: readonly number[], weights: readonly number[], hasConstant: boolean): Rule | null {
    for (const parts of [...PARTS, ...ODD_PARTS]) {
      const terms = columns.flatMap((column, at): Term[] => {
        const weight = Math.round((weights[at] ?? 0) * parts) / parts;
        return weight === 0 ? [] : [{ column, weight }];
      });
      const constant = hasConstant
        ? Math.round((weights.at(-1) ?? 0) * Math.min(parts, 100)) / Math.min(parts, 100)
        : 0;
      if (
        terms.length === 0 ||
        !this.mayTell(terms.length) ||
        this.isClosed(terms, constant) ||
        !this.holds(terms, constant)
      )
        continue;
      const rule = linearRule(
        this.figures,
        this.target.column,
        terms,
        this.cost(terms, parts, constant),
        constant,
      );
      return { ...rule, solved: true };
    }
    return this.unsnapped(columns, weights, hasConstant);
  }

  /** Whether there are rows enough beyond those that the weights could be fitted to. */
  private mayTell(count: number): boolean {
    return this.rows.length >= (count > 9 ? count * 3 : count * 2 + 2);
  }

  /** Columns that together make a constant say nothing about which of them follows, but for the last. */
  private isClosed(terms: readonly Term[], constant: number): boolean {
    const isLast = terms.every(({ column }) => column < this.target.column);
    return constant !== 0 && !isLast && terms.every(({ weight }) => weight === -1);
  }

  /** Weights on no grid are told by figures that nobody rounded, and by many rows only. */
  private unsnapped(
    columns: readonly number[],
    weights: readonly number[],
    hasConstant: boolean,
  ): Rule | null {
    if (this.target.places < 6) return null;
    const terms = columns.map((column, at) => ({ column, weight: weights[at] ?? 0 }));
    if (!terms.every(({ column, weight }) => this.matters(column, weight))) return null;
    const constant = hasConstant ? (weights.at(-1) ?? 0) : 0;
    if (terms.every(({ weight }) => Math.abs(weight * 1000 - Math.round(weight * 1000)) < 1e-3)) return null;
    if (this.rows.length < terms.length * 2 + 3 || !this.holds(terms, constant)) return null;
    const cost = (terms.length + (hasConstant ? 1 : 0)) * 30;
    return { ...linearRule(this.figures, this.target.column, terms, cost, constant), solved: true };
  }

  private holds(terms: readonly Term[], constant: number): boolean {
    let misses = 0;
    for (const row of this.rows) {
      let sum = constant;
      for (const { column, weight } of terms)
        sum += weight * (this.figures.columns[column]?.addends[row] ?? 0);
      if (!meets(this.target.numbers[row] ?? 0, sum, this.target.half[row] ?? 0, "half-up")) misses += 1;
      if (misses > this.rows.length * 0.25) return false;
    }
    return true;
  }

  /** The bits that tell this choice of columns and weights from all others on the grid. */
  private cost(terms: readonly Term[], parts: number, constant: number): number {
    const grid = PARTS.findIndex((own) => own === parts);
    let bits = grid < 0 ? 6 : Math.log2(grid + 1);
    for (const { weight } of terms) {
      bits += 3 + Math.log2(2 * Math.abs(weight) * parts + 1);
      // Offices' weights are shares of a whole: others are likelier the rule of another column turned round.
      if ((weight < 0 || weight > 1) && Math.abs(weight) !== 1) bits += 6;
    }
    if (constant !== 0) bits += 3 + Math.log2(Math.abs(constant) * Math.min(parts, 100) + 1);
    return bits + terms.length * Math.log2(Math.max(2, this.choice / terms.length));
  }
}
