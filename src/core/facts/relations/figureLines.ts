import { unitOfPlaces, type FigureGrid } from "../figureGrid";

/**
 * Figures as lines of positions, so that rules along rows and along columns are found by the same code: a rule names
 * positions, and the lines are its instances. `at` of a figure is `line × positionCount + position`.
 */
export interface FigureLines {
  readonly direction: "row" | "column";
  readonly lineCount: number;
  readonly positionCount: number;
  /** NaN where there is no figure. */
  readonly values: Float64Array;
  /** The smallest step of each figure. */
  readonly units: Float64Array;
  /** How widely the figures at the same position of the lines around are spread, and the figure itself from zero. */
  readonly ranges: Float64Array;
  /** For each figure the share of the figures at its position of the lines around, itself left out, that are equal to it. */
  readonly common: Float64Array;
}

/** The cell of the grid, counted from its corner, that stands at a position of a line. */
export function gridCell(
  lines: FigureLines,
  line: number,
  position: number,
): { row: number; column: number } {
  return lines.direction === "row" ? { row: line, column: position } : { row: position, column: line };
}

/** The figures of a sheet in both directions: rows as lines, then columns as lines. */
export function figureLines(grid: FigureGrid): readonly [FigureLines, FigureLines] {
  const step = commonStep(grid.values);
  return [linesOf(grid, "row", step), linesOf(grid, "column", step)];
}

function linesOf(grid: FigureGrid, direction: "row" | "column", step: number): FigureLines {
  const along = direction === "row";
  const lineCount = along ? grid.rowCount : grid.columnCount;
  const positionCount = along ? grid.columnCount : grid.rowCount;
  const values = new Float64Array(lineCount * positionCount);
  const units = new Float64Array(lineCount * positionCount);
  for (let line = 0; line < lineCount; line += 1) {
    for (let position = 0; position < positionCount; position += 1) {
      const source = along ? line * grid.columnCount + position : position * grid.columnCount + line;
      const at = line * positionCount + position;
      values[at] = grid.values[source] ?? Number.NaN;
      units[at] = step * unitOfPlaces(grid.places[source] ?? 0);
    }
  }
  const ranges = new Float64Array(values.length);
  const common = new Float64Array(values.length);
  const bare = { direction, lineCount, positionCount, values, units, ranges, common } as const;
  for (let position = 0; position < positionCount; position += 1) weighPosition(bare, position);
  return bare;
}

/** So many lines on either side are the neighbourhood that a figure is common or rare in. */
const AROUND = 20;

/** Fills in `ranges` and `common` for one position. */
function weighPosition(lines: FigureLines, position: number): void {
  const { lineCount, positionCount, values, ranges, common } = lines;
  const distances = new Float64Array(2 * AROUND + 1);
  for (let line = 0; line < lineCount; line += 1) {
    const own = line * positionCount + position;
    const value = values[own] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    let [among, same] = [0, 0];
    const end = Math.min(line + AROUND + 1, lineCount);
    for (let other = Math.max(line - AROUND, 0); other < end; other += 1) {
      const beside = values[other * positionCount + position] ?? Number.NaN;
      if (other === line || Number.isNaN(beside)) continue;
      distances[among] = Math.abs(beside - value);
      among += 1;
      if (beside === value) same += 1;
    }
    // Half of the figures around lie within the middle distance to either side.
    const middle = among === 0 ? 0 : (distances.subarray(0, among).sort()[among >> 1] ?? 0);
    ranges[own] = Math.max(2 * middle, Math.abs(value));
    common[own] = among === 0 ? 0 : same / among;
  }
}

/** The share of the figures at a position of the lines around that lie within `reach` of a value. */
export function shareAround(
  { lineCount, positionCount, values }: FigureLines,
  at: number,
  value: number,
  reach: number,
): number {
  const line = Math.floor(at / positionCount);
  const position = at % positionCount;
  let [among, within] = [0, 0];
  const end = Math.min(line + AROUND + 1, lineCount);
  for (let other = Math.max(line - AROUND, 0); other < end; other += 1) {
    const beside = values[other * positionCount + position] ?? Number.NaN;
    if (other === line || Number.isNaN(beside)) continue;
    among += 1;
    if (Math.abs(beside - value) <= reach) within += 1;
  }
  return among === 0 ? 0 : within / among;
}

const STEPS = [1000, 500, 100, 50, 10, 5, 3] as const;
const NEARLY_ALL = 0.93;

/** The largest usual step that nearly all figures of a sheet are multiples of: 1 where there is none. */
function commonStep(values: Float64Array): number {
  const counts = STEPS.map(() => 0);
  let all = 0;
  for (const value of values) {
    if (Number.isNaN(value) || value === 0) continue;
    all += 1;
    for (const [index, step] of STEPS.entries()) {
      if (value % step === 0) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return STEPS.find((_, index) => all > 0 && (counts[index] ?? 0) > NEARLY_ALL * all) ?? 1;
}
