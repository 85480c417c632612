/**
 * Total score of a unit: result, process, leader and public scores by the scheme's weights, plus bonus, less deduction.
 * @customfunction TOTAL
 * @helpurl https://localhost:3000/functions-help.html#TOTAL
 * @param result Result score, 0 to 100: a cell, or a range with one unit a row.
 * @param process Process score, 0 to 100.
 * @param leader Leaders' score, 0 to 100.
 * @param public Public score, 0 to 100.
 * @param [bonus] Bonus points; blank counts as none.
 * @param [deduction] Deducted points, as a positive number; blank counts as none.
 * @returns The total, rounded once as the scheme says.
 */
export declare function total(
  result: unknown[][],
  process: unknown[][],
  leader: unknown[][],
  public: unknown[][],
  bonus?: unknown[][],
  deduction?: unknown[][],
): unknown[][];
