import { emWidth } from "./emWidth";

/** Words of official titles inside which a line does not break. */
const TITLE_WORDS = [
  "领导小组办公室",
  "领导小组",
  "办公室",
  "市政府",
  "市委",
  "绩效考评",
  "绩效考核",
  "绩效评估",
  "绩效管理",
  "绩效",
  "考评",
  "考核",
  "评估",
  "工作",
  "成绩",
  "结果",
  "情况",
  "名次",
  "排名表",
  "反馈表",
  "通报",
  "通知",
  "反馈",
  "整改",
  "表扬",
  "批评",
  "约谈",
  "表彰",
  "建议",
  "请示",
  "公示",
  "单位",
  "给予",
  "突出",
  "靠后",
  "做好",
  "关于",
  "政府",
];

/**
 * Breaks a title into the fewest lines of at most `width` ems, balanced: no word of official titles, number, name
 * or bracketed part is torn, lines are nearly alike without being equal, and of three the middle one is not the
 * shortest (梯形或菱形, never 沙漏形).
 *
 * @param names Names that stay whole while they fit a line, such as the unit's and the office's.
 */
export function balanceTitle(title: string, width: number, names: readonly string[] = []): string[] {
  const words = wordsOf(title, names, width);
  const total = emWidth(title);
  for (let count = Math.max(1, Math.ceil(total / width)); count <= words.length; count += 1) {
    const best = bestBreaks(words, count, width);
    if (best) return best;
  }
  return words;
}

/** The title cut into what does not break: known words, names, numbers, brackets; single letters otherwise. */
function wordsOf(title: string, names: readonly string[], width: number): string[] {
  const known = [...names, ...TITLE_WORDS]
    .filter((word) => word.length > 1 && emWidth(word) <= width)
    .sort((left, right) => right.length - left.length);
  const words: string[] = [];
  let rest = title;
  while (rest !== "") {
    const number = /^\d+(?:年度?(?:第[一二三四]季度|上半年|下半年|\d{1,2}月)?|[A-Za-z0-9%.]*)/.exec(
      rest,
    )?.[0];
    const bracketed = /^[（〔《“][^）〕》”]{1,12}[）〕》”]/.exec(rest)?.[0];
    const word =
      known.find((candidate) => rest.startsWith(candidate)) ??
      number ??
      bracketed ??
      String.fromCodePoint(rest.codePointAt(0) ?? 0);
    rest = rest.slice(word.length);
    const previous = words.at(-1);
    // Particles and closing punctuation end what stands before them.
    if (previous !== undefined && /^[的和、，）〕》”]$/.test(word)) words[words.length - 1] = previous + word;
    else words.push(word);
  }
  return words;
}

/** The best way to set the words in so many lines; null when they do not fit. */
function bestBreaks(words: readonly string[], count: number, width: number): string[] | null {
  const widths = words.map(emWidth);
  const mean = widths.reduce((sum, one) => sum + one, 0) / count;
  let best: { readonly cost: number; readonly lines: readonly (readonly [number, number])[] } | null = null;
  const search = (start: number, lines: readonly (readonly [number, number])[], cost: number): void => {
    if (best && cost >= best.cost) return;
    if (lines.length === count) {
      const whole = cost + shapeCost(lines.map(([from, to]) => sumOf(widths, from, to)));
      if (start === words.length && (!best || whole < best.cost)) best = { cost: whole, lines };
      return;
    }
    let used = 0;
    for (let end = start + 1; end <= words.length - (count - lines.length - 1); end += 1) {
      used += widths[end - 1] ?? 0;
      if (used > width) break;
      search(end, [...lines, [start, end]], cost + (used - mean) ** 2);
    }
  };
  search(0, [], 0);
  // The closure assigns it, which the compiler does not see.
  const found = best as { readonly lines: readonly (readonly [number, number])[] } | null;
  return found && found.lines.map(([from, to]) => words.slice(from, to).join(""));
}

function sumOf(widths: readonly number[], from: number, to: number): number {
  return widths.slice(from, to).reduce((sum, one) => sum + one, 0);
}

/** Rectangles and hourglasses cost; trapezoids and diamonds do not. */
function shapeCost(widths: readonly number[]): number {
  if (widths.length < 2) return 0;
  const equal = widths.every((width) => Math.abs(width - (widths[0] ?? 0)) < 0.5);
  const hourglass = widths.some((width, index) => {
    const [before, after] = [widths[index - 1], widths[index + 1]];
    return before !== undefined && after !== undefined && width < before && width < after;
  });
  return (equal ? 3 : 0) + (hourglass ? 60 : 0);
}
