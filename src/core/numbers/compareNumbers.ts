/** The order of plain numbers, smallest first, for `Array.prototype.sort`. */
export function compareNumbers(left: number, right: number): number {
  return left - right;
}
