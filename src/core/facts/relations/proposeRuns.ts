import type { LineFigures } from "./lineFigures";
import type { SumTarget } from "./sumTarget";
import { sumTolerance, TRACE } from "./rule";

/** Where figures are negative, runs with figures left out are not longer than this. */
const SHORT_RUN = 24;

/** Figures beside a target, outward from it: the `index`th is at `first + step × index` of the line's figures. */
interface Side {
  readonly row: LineFigures;
  readonly first: number;
  readonly step: -1 | 1;
  readonly count: number;
}

/** Adds the runs of figures beside a target, on either side, whose sum or average is the target's figure. */
export function proposeRuns(row: LineFigures, target: SumTarget): void {
  const before = row.before[target.position] ?? 0;
  const own = row.positions[before] === target.position ? 1 : 0;
  const after = before + own;
  const sides: readonly Side[] = [
    { row, first: before - 1, step: -1, count: before },
    { row, first: after, step: 1, count: row.positions.length - after },
  ];
  for (const side of sides) {
    for (let start = 0; start <= target.mostSkipped && start < side.count - 1; start += 1) {
      sumsFrom(side, start, target);
      averagesFrom(side, start, target);
    }
  }
}

/** Sums of runs that begin at one figure: whole, and without one or two of the figures within. */
function sumsFrom(side: Side, start: number, target: SumTarget): void {
  const { figures, units, falling } = side.row;
  let [sum, size, unit, largest, second] = [0, 0, 0, 0, 0];
  for (let end = start; end < side.count; end += 1) {
    const at = side.first + side.step * end;
    const figure = figures[at] ?? 0;
    sum += figure;
    size += Math.abs(figure);
    unit = Math.max(unit, units[at] ?? 0);
    if (figure > largest) [largest, second] = [figure, largest];
    else if (figure > second) second = figure;
    const over = sum - target.stated;
    if (end === start) continue;
    const mostOff = (target.unit + (end - start + 1) * unit) / 2 + size * TRACE;
    // Without its two largest figures, a run of positive figures only grows.
    if (!falling && over - largest - second > mostOff) return;
    // Nor does leaving out figures bring a sum up that is too small.
    if (!falling && over < -mostOff && !target.mayBeClose(over, end - start + 1, unit)) continue;
    const tolerance = sumTolerance(end - start + 1, unit, target.unit) + size * TRACE;
    if (target.isClose(over, tolerance)) addRun(side, { start, end, tolerance, value: sum }, -1, -1, target);
    const short = end - start < SHORT_RUN;
    if (
      target.mostSkipped === 0 ||
      end - start < 2 ||
      (falling ? !short : over < -tolerance || over > largest + second + tolerance)
    )
      continue;
    shortened(side, { start, end, tolerance, value: sum }, target);
  }
}

/** A run of figures `start` to `end` of a side, and what it gives. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly tolerance: number;
  readonly value: number;
}

function shortened(side: Side, run: Run, target: SumTarget): void {
  const { figures } = side.row;
  const { start, end, tolerance, value } = run;
  for (let skip = start + 1; skip < end; skip += 1) {
    const without = value - (figures[side.first + side.step * skip] ?? 0);
    if (target.isClose(without - target.stated, tolerance)) {
      addRun(side, { ...run, value: without }, skip, -1, target);
    }
    if (end - start < 4) continue;
    for (let second = skip + 1; second < end; second += 1) {
      const rest = without - (figures[side.first + side.step * second] ?? 0);
      if (Math.abs(rest - target.stated) > tolerance) continue;
      addRun(side, { ...run, value: rest }, skip, second, target);
    }
  }
}

function addRun(side: Side, run: Run, skip: number, second: number, target: SumTarget): void {
  const { figures, positions } = side.row;
  const { start, end, tolerance, value } = run;
  const [nearAt, farAt] = [side.first + side.step * start, side.first + side.step * end];
  const least = Math.min(Math.abs(figures[nearAt] ?? 0), Math.abs(figures[farAt] ?? 0));
  // A run ends where it still matters: at a figure that rounding could not have made up.
  if (least <= tolerance && Math.abs(value - target.stated) > target.unit * 1e-3) return;
  const skipped = [skip, second].filter((index) => index >= 0);
  target.addBetween({
    kind: "Sum",
    near: nearEnd(side, start, target),
    far: positions[farAt] ?? 0,
    skipped: skipped.map((index) => positions[side.first + side.step * index] ?? 0),
    // A run pays for its end, for not beginning beside the target, and for each figure left out.
    cost:
      Math.log2(side.count + 1) +
      (end - start < 2 ? 2 : 0) +
      2 * start +
      skipped.length * (2 + Math.log2(end - start + 1)),
    reckoned: {
      value,
      tolerance,
      telling: end - start + 1 - skipped.length,
      spread: Math.abs(target.stated),
    },
  });
}

/** A run that leaves out no figure begins beside the target: on other lines there are figures where this one has zeros. */
function nearEnd(side: Side, start: number, target: SumTarget): number {
  return start === 0
    ? target.position + side.step
    : (side.row.positions[side.first + side.step * start] ?? 0);
}

/** Averages of runs that begin at one figure; zeros within count. */
function averagesFrom(side: Side, start: number, target: SumTarget): void {
  const { figures, units, positions } = side.row;
  const { stated } = target;
  let [sum, unit] = [0, 0];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let end = start; end < side.count; end += 1) {
    const at = side.first + side.step * end;
    const figure = figures[at] ?? 0;
    sum += figure;
    const own = units[at] ?? 0;
    if (own > unit) unit = own;
    if (figure < least) least = figure;
    if (figure > most) most = figure;
    if (end === start || stated > most) continue;
    const telling = end - start + 1;
    const near = positions[side.first + side.step * start] ?? 0;
    const far = positions[at] ?? 0;
    const count = filledBetween(side.row, near, far);
    const value = sum / count;
    if (Math.abs(value - stated) > (target.unit + unit) / 2 + Math.abs(value) * TRACE) continue;
    const tolerance = target.unit / 2 + sumTolerance(telling, unit, 0) / count + Math.abs(value) * TRACE;
    if (Math.abs(value - stated) > tolerance) continue;
    target.addBetween({
      kind: "Average",
      near,
      far,
      skipped: [],
      cost: 1 + Math.log2(side.count + 1) + 2 * start,
      reckoned: { value, tolerance, telling, spread: most - (count > telling ? Math.min(least, 0) : least) },
    });
  }
}

/** How many figures, zeros included, stand from one position to another. */
function filledBetween({ filledBefore }: LineFigures, near: number, far: number): number {
  return (filledBefore[Math.max(near, far) + 1] ?? 0) - (filledBefore[Math.min(near, far)] ?? 0);
}
