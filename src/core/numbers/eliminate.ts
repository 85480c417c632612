/**
 * Solves as many linear equations as there are unknowns: each line holds the factors and, behind them, their sum. The
 * lines are used up. Null where a pivot is below `leastPivot`: the equations do not tell one answer. Binary floating
 * point: an answer to be verified, never a figure to be shown.
 */
export function eliminate(lines: Float64Array[], leastPivot: number): number[] | null {
  const size = lines.length;
  for (let column = 0; column < size; column += 1) {
    const line = takePivot(lines, column);
    const pivot = line?.[column] ?? 0;
    if (!line || Math.abs(pivot) < leastPivot) return null;
    for (let row = 0; row < size; row += 1) {
      const other = lines[row];
      if (row === column || !other) continue;
      const factor = (other[column] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let at = column; at <= size; at += 1) other[at] = (other[at] ?? 0) - factor * (line[at] ?? 0);
    }
  }
  return lines.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1));
}

/** Brings the line with the largest factor in a column into its place: dividing by small ones loses digits. */
function takePivot(lines: Float64Array[], column: number): Float64Array | undefined {
  let pivot = column;
  for (let row = column + 1; row < lines.length; row += 1) {
    if (Math.abs(lines[row]?.[column] ?? 0) > Math.abs(lines[pivot]?.[column] ?? 0)) pivot = row;
  }
  const [line, other] = [lines[pivot], lines[column]];
  if (line && other) {
    lines[pivot] = other;
    lines[column] = line;
  }
  return line;
}
