import { isSameNotice, type DocumentNumber, type RegisteredNotice } from "./noticeRegister";

/** A notice that wants a number. */
export type NumberedNotice = Pick<RegisteredNotice, "kind" | "period" | "units">;

/**
 * Numbers for notices of one year, in their order: a notice that was made before in that year keeps its number, the
 * others take the next ones behind the highest in use. No number is given twice, nor one below `firstNumber`.
 */
export function assignNumbers(
  wanted: readonly NumberedNotice[],
  year: number,
  registered: readonly RegisteredNotice[],
  firstNumber: number,
): DocumentNumber[] {
  const used = numbersOf(registered, year);
  let next = Math.max(firstNumber - 1, ...used) + 1;
  const taken = new Set<number>();
  return wanted.map((notice) => {
    const before = registered.find(
      (candidate) => candidate.number?.year === year && isSameNotice(candidate, notice),
    )?.number?.number;
    const keeps =
      before !== undefined && !taken.has(before) && used.filter((one) => one === before).length === 1;
    const number = keeps ? before : next++;
    taken.add(number);
    return { year, number };
  });
}

/** What is wrong with a year's sequence: numbers that nothing has, and numbers that several notices have. */
export interface SequenceFaults {
  readonly gaps: readonly number[];
  readonly repeated: readonly number[];
}

/** Looks for gaps and repetitions from `firstNumber` to the highest number of the year. */
export function checkSequence(
  registered: readonly RegisteredNotice[],
  year: number,
  firstNumber: number,
): SequenceFaults {
  const used = numbersOf(registered, year).sort((left, right) => left - right);
  const gaps: number[] = [];
  let expected = firstNumber;
  for (const number of used) {
    for (; expected < number && gaps.length < MAXIMUM_GAPS; expected += 1) gaps.push(expected);
    expected = Math.max(expected, number + 1);
  }
  const repeated = used.filter((number, index) => used[index - 1] === number);
  return { gaps, repeated: [...new Set(repeated)] };
}

/** More gaps than this are no gaps but a wrong first number: enough are shown to see it. */
const MAXIMUM_GAPS = 50;

function numbersOf(registered: readonly RegisteredNotice[], year: number): number[] {
  return registered.flatMap(({ number }) => (number?.year === year ? [number.number] : []));
}

/** The 文号 as printed: `鞍绩办〔2015〕3号`, without 第 and without padding zeros. */
export function formatDocumentNumber(code: string, { year, number }: DocumentNumber): string {
  return `${code}〔${String(year)}〕${String(number)}号`;
}
