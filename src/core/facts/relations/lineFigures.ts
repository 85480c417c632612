import type { Claims } from "./claims";

/** The figures of one line that sums are made of: without zeros and without what is hidden, in order. */
export interface LineFigures {
  readonly line: number;
  readonly positions: Int32Array;
  readonly figures: Float64Array;
  readonly units: Float64Array;
  /** For each position of the line, how many of the figures stand before it. */
  readonly before: Int32Array;
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
  let falling = false;
  for (let position = 0; position < positionCount; position += 1) {
    before[position] = found.length;
    const figure = values[base + position] ?? Number.NaN;
    if (Number.isNaN(figure) || figure === 0 || claims.isHidden(line, position)) continue;
    found.push(position);
    if (figure < 0) falling = true;
  }
  return {
    line,
    positions: Int32Array.from(found),
    figures: Float64Array.from(found, (position) => values[base + position] ?? 0),
    units: Float64Array.from(found, (position) => units[base + position] ?? 1),
    before,
    falling,
    pattern: claims.patternOf(line),
  };
}
