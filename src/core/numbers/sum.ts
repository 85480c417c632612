/** What numbers come to, in binary floating point: never for scores, which are decimals. */
export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
