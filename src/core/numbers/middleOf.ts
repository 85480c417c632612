/**
 * The number that would stand in the middle of the sorted ones (the upper one of two); 0 for none. Takes the numbers
 * out of order, in time that grows with their count only. No NaN may be among them.
 */
export function middleOf(numbers: Float64Array): number {
  const wanted = Math.floor(numbers.length / 2);
  let first = 0;
  let last = numbers.length - 1;
  while (first < last) {
    const pivot = numbers[(first + last) >>> 1] ?? 0;
    let left = first;
    let right = last;
    while (left <= right) {
      while ((numbers[left] ?? pivot) < pivot) left += 1;
      while ((numbers[right] ?? pivot) > pivot) right -= 1;
      if (left > right) break;
      const kept = numbers[left] ?? 0;
      numbers[left] = numbers[right] ?? 0;
      numbers[right] = kept;
      left += 1;
      right -= 1;
    }
    if (wanted <= right) last = right;
    else if (wanted >= left) first = left;
    else break;
  }
  return numbers[wanted] ?? 0;
}
