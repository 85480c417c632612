/** A function of many numbers: writes its slopes into `slopes` and gives its value. */
export type Objective = (point: Float64Array, slopes: Float64Array) => number;

/** So many past steps are remembered. */
const MEMORY = 10;

interface PastStep {
  readonly move: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

/**
 * Finds the lowest point of a smooth convex function by L-BFGS (Liu and Nocedal, 1989) with a line search that halves
 * its step. Ends after `most` steps or when a step gains less than a ten-thousandth.
 */
export function minimise(objective: Objective, start: Float64Array, most: number): Float64Array {
  let point = start;
  let slopes = new Float64Array(point.length);
  let value = objective(point, slopes);
  const past: PastStep[] = [];
  for (let step = 0; step < most; step += 1) {
    const direction = descent(slopes, past);
    const fall = dot(direction, slopes);
    let length = step === 0 ? 1 / Math.max(1, Math.sqrt(dot(slopes, slopes))) : 1;
    let next = along(point, direction, length);
    let nextSlopes = new Float64Array(point.length);
    let nextValue = objective(next, nextSlopes);
    while (nextValue > value + 1e-4 * length * fall && length > 1e-10) {
      length /= 2;
      next = along(point, direction, length);
      nextSlopes = new Float64Array(point.length);
      nextValue = objective(next, nextSlopes);
    }
    remember(past, along(next, point, -1), along(nextSlopes, slopes, -1));
    const gain = value - nextValue;
    [point, slopes, value] = [next, nextSlopes, nextValue];
    if (gain < 1e-4 * Math.abs(value)) break;
  }
  return point;
}

function descent(slopes: Float64Array, past: readonly PastStep[]): Float64Array {
  const direction = slopes.map((slope) => -slope);
  const shares = past.map(() => 0);
  for (let index = past.length - 1; index >= 0; index -= 1) {
    const step = past[index];
    if (step === undefined) continue;
    const share = dot(step.move, direction) / step.curvature;
    shares[index] = share;
    add(direction, step.change, -share);
  }
  const last = past.at(-1);
  if (last !== undefined) {
    const scale = last.curvature / dot(last.change, last.change);
    for (let index = 0; index < direction.length; index += 1)
      direction[index] = (direction[index] ?? 0) * scale;
  }
  past.forEach((step, index) => {
    add(direction, step.move, (shares[index] ?? 0) - dot(step.change, direction) / step.curvature);
  });
  return direction;
}

function remember(past: PastStep[], move: Float64Array, change: Float64Array): void {
  const curvature = dot(move, change);
  if (curvature <= 1e-12) return;
  past.push({ move, change, curvature });
  if (past.length > MEMORY) past.shift();
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

function add(to: Float64Array, other: Float64Array, times: number): void {
  for (let index = 0; index < to.length; index += 1)
    to[index] = (to[index] ?? 0) + times * (other[index] ?? 0);
}

function along(point: Float64Array, direction: Float64Array, length: number): Float64Array {
  return point.map((coordinate, index) => coordinate + length * (direction[index] ?? 0));
}
