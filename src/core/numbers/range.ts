/** The whole numbers from one to another, which is not among them; none where they are the wrong way round. */
export function range(from: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
}
