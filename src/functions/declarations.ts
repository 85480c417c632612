/**
 * Calculates a unit's total: its scores times the scheme's weights, plus the bonus, less the deduction.
 * @customfunction TOTAL
 * @helpurl https://localhost:3000/functions-help.html#TOTAL
 * @param result Result score (0 to 100): one cell, or a column with one unit per row. Or all scores of a unit in a row, in the order of the scheme.
 * @param [process] Process score, 0 to 100. After scores in a row: bonus points.
 * @param [leader] Leaders' score, 0 to 100. After scores in a row: deducted points.
 * @param [public] Public score, 0 to 100.
 * @param [bonus] Bonus points; blank counts as none.
 * @param [deduction] Deducted points, as a positive number; blank counts as none.
 * @returns The total, rounded once as the scheme says.
 */
export declare function total(
  result: unknown[][],
  process?: unknown[][],
  leader?: unknown[][],
  public?: unknown[][],
  bonus?: unknown[][],
  deduction?: unknown[][],
): unknown[][];

/**
 * Total by weights of your own: the sum of score × weight, plus bonus, less deduction.
 * @customfunction WEIGHTED
 * @helpurl https://localhost:3000/functions-help.html#WEIGHTED
 * @param scores Scores of one unit in a row, or one unit a row.
 * @param weights Weights in the same order; they must sum to 1 or to 100.
 * @param [bonus] Bonus points; blank counts as none.
 * @param [deduction] Deducted points, as a positive number; blank counts as none.
 * @returns The total, rounded once as the scheme says.
 */
export declare function weighted(
  scores: unknown[][],
  weights: unknown[][],
  bonus?: unknown[][],
  deduction?: unknown[][],
): unknown[][];

/**
 * Process score: nodes completed ÷ nodes due × 100.
 * @customfunction PROCESS
 * @helpurl https://localhost:3000/functions-help.html#PROCESS
 * @param done Nodes completed.
 * @param due Nodes due at the cut-off date, without cancelled ones.
 * @returns The score, 0 to 100, not rounded.
 */
export declare function process(done: unknown[][], due: unknown[][]): unknown[][];

/**
 * Calculates a unit's bonus less its deduction by the scheme. Negative if more is deducted.
 * @customfunction ADJUST
 * @helpurl https://localhost:3000/functions-help.html#ADJUST
 * @param commendations Number of commendations (市政府通报表扬).
 * @param criticisms Number of criticisms (市政府通报批评).
 * @param talks Number of admonishing talks (约谈).
 * @param accountability Number of accountability cases (问责).
 * @param fraud Number of fraud cases (弄虚作假); deducted once.
 * @returns Net points, negative when more is deducted than given.
 */
export declare function adjust(
  commendations: unknown[][],
  criticisms: unknown[][],
  talks: unknown[][],
  accountability: unknown[][],
  fraud: unknown[][],
): unknown[][];

/**
 * Ranks each total within its group. Blank totals stay blank.
 * @customfunction RANK
 * @helpurl https://localhost:3000/functions-help.html#RANK
 * @param totals Totals, one unit a row.
 * @param [groups] Group of each total. Blank: all are one group.
 * @param [method] How ties are ranked: competition (1,2,2,4), dense (1,2,2,3), or ordinal (1,2,3,4). Blank: as in the scheme.
 * @returns Ranks, in the shape of the totals.
 */
export declare function rank(totals: unknown[][], groups?: unknown[][], method?: unknown[][]): unknown[][];

/**
 * Lists the units in rank order: group, rank, unit, total. For one group, the group column is left out.
 * @customfunction RANKING
 * @helpurl https://localhost:3000/functions-help.html#RANKING
 * @param units Names of the units.
 * @param groups Group of each unit.
 * @param totals Total of each unit; units without one stand last.
 * @param [group] The one group to list. Blank: all groups.
 * @returns A table that spills.
 */
export declare function ranking(
  units: unknown[][],
  groups: unknown[][],
  totals: unknown[][],
  group?: unknown[][],
): unknown[][];

/**
 * Grades each total by cutoffs. Blank totals stay blank.
 * @customfunction GRADE
 * @helpurl https://localhost:3000/functions-help.html#GRADE
 * @param totals Totals.
 * @param [lines] Lowest total for each grade, highest first. Blank: as in the scheme, otherwise 90, 80, 60.
 * @param [names] Names of the grades, with one more for totals below the last cutoff. Blank: 优秀, 良好, 合格, 不合格.
 * @returns Grades, in the shape of the totals.
 */
export declare function grade(totals: unknown[][], lines?: unknown[][], names?: unknown[][]): unknown[][];

/**
 * Public score from the counts of 满意, 基本满意, 不满意 and 不了解.
 * @customfunction SURVEY
 * @helpurl https://localhost:3000/functions-help.html#SURVEY
 * @param counts Counts in this order, one unit a row; the fourth may be blank and doesn't count.
 * @param [points] Points of the first three answers; blank: as in the scheme (100, 75, 55).
 * @returns The score, not rounded.
 */
export declare function survey(counts: unknown[][], points?: unknown[][]): unknown[][];

/**
 * Mean of a panel's ballots, one highest and one lowest dropped when there are many.
 * @customfunction PANEL
 * @helpurl https://localhost:3000/functions-help.html#PANEL
 * @param ballots Ballots, 0 to 100: one unit a row, or one unit in a column. One outside the bounds is void.
 * @param [trim] Number of ballots from which the highest and lowest are dropped. 0: never. Blank: as in the scheme (6).
 * @returns The mean, not rounded.
 */
export declare function panel(ballots: unknown[][], trim?: unknown[][]): unknown[][];

/**
 * Returns the roster name of a unit, from its full name or an accepted alias.
 * @customfunction UNIT
 * @helpurl https://localhost:3000/functions-help.html#UNIT
 * @param name What the cell says.
 * @returns The name; blank for a blank.
 */
export declare function unit(name: unknown[][]): unknown[][];

/**
 * The group of the unit that a cell names.
 * @customfunction GROUP
 * @helpurl https://localhost:3000/functions-help.html#GROUP
 * @param name What the cell says.
 * @returns The group's name; blank for a blank.
 */
export declare function group(name: unknown[][]): unknown[][];

/**
 * The number in a messy cell: full-width digits, spaces, thousands commas, 分, %.
 * @customfunction NUMBER
 * @helpurl https://localhost:3000/functions-help.html#NUMBER
 * @param text The cell. 95% as text is 95.
 * @returns The number.
 */
export declare function number(text: unknown[][]): unknown[][];

/**
 * Rounds a number: halves up (四舍五入) or halves to even (GB/T 8170).
 * @customfunction ROUND
 * @helpurl https://localhost:3000/functions-help.html#ROUND
 * @param number The number; a blank stays blank.
 * @param places Decimal places, -15 to 15.
 * @param [mode] half-up or half-even. Blank: as in the scheme.
 * @returns The rounded number.
 */
export declare function round(number: unknown[][], places: unknown[][], mode?: unknown[][]): unknown[][];

/**
 * Checks each row and says what is wrong. Blank if nothing is.
 * @customfunction CHECK
 * @helpurl https://localhost:3000/functions-help.html#CHECK
 * @param units Names of the units.
 * @param result Result scores.
 * @param process Process scores.
 * @param leader Leaders' scores.
 * @param public Public scores.
 * @param [bonus] Bonus points.
 * @param [deduction] Deducted points.
 * @returns A message a row.
 */
export declare function check(
  units: unknown[][],
  result: unknown[][],
  process: unknown[][],
  leader: unknown[][],
  public: unknown[][],
  bonus?: unknown[][],
  deduction?: unknown[][],
): unknown[][];

/**
 * The calculation of a total written out.
 * @customfunction EXPLAIN
 * @helpurl https://localhost:3000/functions-help.html#EXPLAIN
 * @param result Result score (0 to 100): one cell, or a column with one unit per row. Or all scores of a unit in a row, in the order of the scheme.
 * @param [process] Process score, 0 to 100. After scores in a row: bonus points.
 * @param [leader] Leaders' score, 0 to 100. After scores in a row: deducted points.
 * @param [public] Public score, 0 to 100.
 * @param [bonus] Bonus points; blank counts as none.
 * @param [deduction] Deducted points, as a positive number; blank counts as none.
 * @returns Text such as 92.5×55%+88×30%+90×10%+85.25×5%+2−1 = 91.54.
 */
export declare function explain(
  result: unknown[][],
  process?: unknown[][],
  leader?: unknown[][],
  public?: unknown[][],
  bonus?: unknown[][],
  deduction?: unknown[][],
): unknown[][];

/**
 * The scheme in force as a table, or one field of it.
 * @customfunction SCHEME
 * @helpurl https://localhost:3000/functions-help.html#SCHEME
 * @param [field] name, full-mark, weights, adjustments, places, rounding, or ties. Blank: all of them.
 * @returns A table that spills, or a value.
 */
export declare function scheme(field?: unknown[][]): unknown[][];
