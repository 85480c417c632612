import type { Claims } from "./claims";

/** The figures of one line that sums are made of: without zeros and without what is hidden, in order. */
export interface LineFigures {
  readonly line: number;
  readonly positions: Int32Array;
  readonly figures: Float64Array;
  readonly units: Float64Array;
  /** For each position of the line, how many of the figures stand before it. */
  readonly before: Int32Array;
  /** For each position, how many figures, zeros included, stand before it. */
  readonly filledBefore: Int32Array;
  /** Whether any figure is negative, so that sums may shrink as they grow longer. */
  readonly falling: boolean;
  /** Tells lines with other hidden positions apart; 0 where nothing is hidden. */
  readonly pattern: number;
}

/** The figures of a line that sums may take. */
export function lineFigures(claims: Claims, line: number): LineFigures {
  const { values, units, positionCount } = claims.lines;
  const base = line * positionCount;
  const found: number[] = [];
  const before = new Int32Array(positionCount + 1);
  const filledBefore = new Int32Array(positionCount + 1);
  let falling = false;
  let filled = 0;
  for (let position = 0; position < positionCount; position += 1) {
    before[position] = found.length;
    filledBefore[position] = filled;
    const figure = values[base + position] ?? Number.NaN;
    if (Number.isNaN(figure) || claims.isHidden(line, position)) continue;
    filled += 1;
    if (figure === 0) continue;
    found.push(position);
    if (figure < 0) falling = true;
  }
  filledBefore[positionCount] = filled;
  before[positionCount] = found.length;
  return {
    line,
    positions: Int32Array.from(found),
    figures: Float64Array.from(found, (position) => values[base + position] ?? 0),
    units: Float64Array.from(found, (position) => units[base + position] ?? 1),
    before,
    filledBefore,
    falling,
    pattern: claims.patternOf(line),
  };
}
