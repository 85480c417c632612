import type { PlannedValue } from "../../core/workbook/plan";

/** A row of the sample's score columns: 结果, 过程, 领导评价, 公众评议, 加分, 扣分. */
export type SampleScores = readonly [
  PlannedValue,
  PlannedValue,
  PlannedValue,
  PlannedValue,
  PlannedValue,
  PlannedValue,
];

/** A score in hundredths that wanders over a range as units go by: made up, and the same each time. */
function wandering(lowest: number, step: number, span: number): (position: number) => number {
  return (position) => (lowest + ((position * step) % span)) / 100;
}

const result = wandering(7800, 1373, 1900);
const process = wandering(8000, 947, 1900);
const leader = wandering(8200, 613, 1500);
const publicScore = wandering(7600, 389, 2100);

/** Made-up scores of the unit at a zero-based position, clean. */
export function cleanScores(position: number): SampleScores {
  return [
    result(position),
    process(position),
    leader(position),
    publicScore(position),
    position % 9 === 0 ? 2 : position % 7 === 0 ? 1 : null,
    position % 11 === 5 ? 1 : null,
  ];
}

/**
 * What a clerk's hand made of some rows, by zero-based position. Most of it has one reading and still ranks
 * (text with 分, full-width digits, spaces, dashes for "none"); a score left out and one above 100 do not.
 */
export const untidyScores: ReadonlyMap<
  number,
  Partial<Record<0 | 1 | 2 | 3 | 4 | 5, PlannedValue>>
> = new Map([
  [1, { 0: "88.26分" }],
  [4, { 1: "８９．５", 4: "—" }],
  [12, { 2: " 91.35 ", 5: "无" }],
  [15, { 3: "86.40" }],
  [26, { 4: "/" }],
  [33, { 0: 92.5, 1: 90, 2: 91, 3: 88.4, 4: null, 5: null }],
  [34, { 0: 92.5, 1: 90, 2: 91, 3: 88.4, 4: null, 5: null }],
  [48, { 5: -1 }],
  [50, { 3: null }],
  [61, { 2: 102.5 }],
]);
