/**
 * How many single-character insertions, deletions and replacements lead from one text to the other; past `limit`
 * it gives `limit + 1` without counting on.
 */
export function editDistance(left: string, right: string, limit: number): number {
  const from = Array.from(left);
  const to = Array.from(right);
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let previous = to.map((_, index) => index + 1);
  for (const [row, letter] of from.entries()) {
    let diagonal = row;
    let before = row + 1;
    let smallest = before;
    const current: number[] = [];
    for (const [column, other] of to.entries()) {
      const above = previous[column] ?? 0;
      before = Math.min(before + 1, above + 1, diagonal + (letter === other ? 0 : 1));
      diagonal = above;
      current.push(before);
      if (before < smallest) smallest = before;
    }
    if (smallest > limit) return limit + 1;
    previous = current;
  }
  const distance = previous.at(-1) ?? from.length;
  return distance > limit ? limit + 1 : distance;
}
