/** The rows or columns of a span, from the first on. */
export function lines(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, offset) => first + offset);
}
