/**
 * An exact decimal number: `units × 10^-places`. `units` is a safe integer (15 significant digits at most, what
 * a cell can hold), `places` is 0 or more. 92.5 may be `{ units: 925, places: 1 }` or `{ units: 9250, places: 2 }`.
 */
export interface Decimal {
  readonly units: number;
  readonly places: number;
}
