/** One measured fact. A ratio has a peer that was measured in the same run; a target says what is promised of it. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: "×" | "ms" | "MB" | "KB" | "%" | "‰";
  /** The most that the value should be. */
  readonly target?: number;
}

/** A bench: what it is about, and its measurements. One file a bench, each listed in `main.ts`. */
export interface Bench {
  readonly name: string;
  measure(): Promise<readonly Measurement[]>;
}

/**
 * Milliseconds of processor time that this process has taken. Ratios are made of it and not of the clock's time,
 * because other work on the machine then weighs less.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Middle of the processor times that several jobs took; they take turns, so that a slow spell hits all. */
export function medianTimes<Name extends string>(
  jobs: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Record<Name, number> {
  return timesOf(jobs, rounds, median);
}

/** Least of them, for jobs of a few milliseconds: what comes on top is other work's. */
export function leastTimes<Name extends string>(
  jobs: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Record<Name, number> {
  return timesOf(jobs, rounds, (times) => Math.min(...times));
}

function timesOf<Name extends string>(
  jobs: Readonly<Record<Name, () => unknown>>,
  rounds: number,
  timeOf: (times: readonly number[]) => number,
): Record<Name, number> {
  const names = Object.keys(jobs) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const start = processorTime();
      jobs[name]();
      // The first round warms up.
      if (round > 0) times.get(name)?.push(processorTime() - start);
    }
  }
  const results = names.map((name): [Name, number] => [name, timeOf(times.get(name) ?? [])]);
  return Object.fromEntries(results) as Record<Name, number>;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
