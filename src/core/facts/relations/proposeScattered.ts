import type { LineFigures } from "./lineFigures";
import { sumTolerance, TRACE, type Reckoned } from "./rule";
import type { SumTarget } from "./sumTarget";

const PAIR_REACH = 8;
/** What any pair costs before its places are told. */
const PAIR_COST = 8;
const MOST_STRIDE = 16;
const STRIDE_REACH = 128;

/** Adds sums of any two figures close to a target. */
export function proposePairs(row: LineFigures, target: SumTarget): void {
  const { positions, figures, units, before } = row;
  const own = before[target.position] ?? 0;
  const end = Math.min(own + PAIR_REACH + 1, positions.length);
  for (let one = Math.max(own - PAIR_REACH, 0); one < end; one += 1) {
    if (positions[one] === target.position) continue;
    for (let other = one + 1; other < end; other += 1) {
      if (positions[other] === target.position) continue;
      const value = (figures[one] ?? 0) + (figures[other] ?? 0);
      const unit = Math.max(units[one] ?? 0, units[other] ?? 0);
      if (!target.mayBeClose(value - target.stated, 2, unit)) continue;
      const tolerance = sumTolerance(2, unit, target.unit) + Math.abs(value) * TRACE;
      if (!target.isClose(value - target.stated, tolerance)) continue;
      const [first, second] = [positions[one] ?? 0, positions[other] ?? 0];
      const [near, far] = [Math.max(1, Math.abs(one - own)), Math.max(1, Math.abs(other - own))];
      const reckoned = { value, tolerance, telling: 2, spread: 0 };
      const cost = PAIR_COST + Math.log2(near * far);
      target.addScattered("Sum", 2, [first, second], reckoned, cost, () => [first, second]);
    }
  }
}

/** Adds sums of every second, third … position on either side of a target. */
export function proposeStrides(row: LineFigures, target: SumTarget): void {
  const { lines } = target.claims;
  for (const step of [-1, 1] as const) {
    const room = step < 0 ? target.position : lines.positionCount - 1 - target.position;
    const reach = Math.min(STRIDE_REACH, room);
    for (let stride = 2; stride <= Math.min(MOST_STRIDE, reach); stride += 1) {
      for (let offset = 1; offset <= stride + 1; offset += 1) {
        alongStride(row, target, step, stride, offset, reach);
      }
    }
  }
}

function alongStride(
  { falling }: LineFigures,
  target: SumTarget,
  step: -1 | 1,
  stride: number,
  offset: number,
  reach: number,
): void {
  const { values, units, positionCount } = target.claims.lines;
  const own = target.line * positionCount + target.position;
  const { stated } = target;
  let [sum, unit, telling, count] = [0, 0, 0, 0];
  for (let distance = offset; distance <= reach; distance += stride) {
    count += 1;
    const at = own + step * distance;
    const figure = values[at] ?? Number.NaN;
    if (Number.isNaN(figure) || figure === 0) continue;
    sum += figure;
    const partUnit = units[at] ?? 0;
    if (partUnit > unit) unit = partUnit;
    telling += 1;
    if (telling < 2) continue;
    const over = sum - stated;
    if (!target.mayBeClose(over, telling, unit)) {
      if (!falling && over > 0) return;
      continue;
    }
    const tolerance = sumTolerance(telling, unit, target.unit) + Math.abs(sum) * TRACE;
    if (!target.isClose(over, tolerance)) continue;
    const found = { offset: step * offset, stride: step * stride, count };
    addStride(found, { value: sum, tolerance, telling, spread: 0 }, target);
  }
}

function addStride(
  { offset, stride, count }: { offset: number; stride: number; count: number },
  reckoned: Reckoned,
  target: SumTarget,
): void {
  const step = Math.abs(stride);
  const keys = [(offset + 2 * MOST_STRIDE) * 64 + stride + MOST_STRIDE, count] as const;
  const cost = 4 + 2 * Math.log2(step) + Math.log2(count) + (Math.abs(offset) === step ? 0 : 2);
  target.addScattered("Sum", 3, keys, reckoned, cost, () =>
    Array.from({ length: count }, (_, index) => target.position + offset + index * stride).sort(
      (one, other) => one - other,
    ),
  );
}
